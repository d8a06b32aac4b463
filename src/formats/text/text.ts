/** Text as Windows and the programs around it write it: which encoding, and line by line. */

export { detectEncoding, looksLikeText, type TextEncoding, type TextEncodingId } from './encoding.js';
export { decodeBytes, decodeLines, decodeText, type Line } from './lines.js';
