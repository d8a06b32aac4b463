import type { Diagnosis } from '../../diagnosis/verdict.js';
import type { Words } from '../make-words.js';
import { type OutlineLimits, writeOutline } from '../outline.js';
import { TextPage } from './page.js';
import type { Paint } from './paint.js';

/** Columns of a text report where nothing else is asked for. */
export const TEXT_WIDTH = 80;
/** Below this nothing sensible can be wrapped. */
const TEXT_WIDTH_MIN = 30;
const LIMITS: OutlineLimits = { because: 12, contradicting: 6, updates: 12, timeline: 14, sources: 30 };

export interface TextOptions {
  readonly paint?: Paint | undefined;
  /** In columns. */
  readonly width?: number | undefined;
}

/** Writes the report for a terminal: the answer in the first five lines, then what it rests on. */
export function renderText(diagnosis: Diagnosis, words: Words, { paint, width = TEXT_WIDTH }: TextOptions): string {
  const page = new TextPage(Math.max(TEXT_WIDTH_MIN, width), paint);
  writeOutline(page, diagnosis, words, LIMITS);
  return page.toString();
}
