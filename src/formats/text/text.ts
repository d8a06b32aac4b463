/** Text as Windows and the programs around it write it: which encoding, and line by line. */

export { type DateOrder, dateOrderOf, findTime, type PrintedTime, readTime } from './dates.js';
export { displayWidth } from './display-width.js';
export { detectEncoding, looksLikeText, type TextEncoding, type TextEncodingId } from './encoding.js';
export { decodeBytes, decodeLines, decodeText, type Line } from './lines.js';
export { FAILURE_STEMS, hasStem, SUCCESS_STEMS } from './outcome-words.js';
export { type Command, commandOf, labelled, undress } from './pasted.js';
export { type Column, readCells, readRuler } from './ruler.js';
export { asciiDigits, type PrintedSize, readNumber, readSize, SIZE_IN_TEXT } from './size.js';
