import pc from 'picocolors';
import type { Paint } from '../report/text/paint.js';

const colour = pc.createColors(true);

/** Colours for a terminal. */
export const colours: Paint = {
  heading: colour.bold,
  strong: colour.bold,
  dim: colour.dim,
  command: colour.cyan,
  good: (line) => colour.bold(colour.green(line)),
  caution: (line) => colour.bold(colour.yellow(line)),
  bad: (line) => colour.bold(colour.red(line)),
};
