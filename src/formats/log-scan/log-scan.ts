/** Streams a log of any size and hands over the few lines that hold a needle, with their numbers. */

export { type LineTaker, scanLines } from './scan-lines.js';
export { scanText } from './scan-text.js';
