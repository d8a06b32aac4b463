import { atUtc, type When } from '../evidence/when.js';
import { normaliseKb } from '../knowledge/updates.js';
import { INSTALL_FAILURE, type Question } from './derive/judged.js';

/** A question in a person's words: options of the command, fields of a page. */
export interface QuestionWords {
  readonly kb?: string | undefined;
  readonly code?: string | undefined;
  readonly at?: string | undefined;
}

/** The word that could not be understood. */
export interface WrongWord {
  readonly wrong: keyof QuestionWords;
  readonly given: string;
}

/** Understands a question; the first word that cannot be understood is named. */
export function questionFrom({ kb, code, at }: QuestionWords): Question | WrongWord {
  const number = kb === undefined ? null : normaliseKb(kb);
  if (kb !== undefined && number === null) return { wrong: 'kb', given: kb };
  const value = code === undefined ? (number === null ? null : INSTALL_FAILURE) : readCode(code);
  if (code !== undefined && value === null) return { wrong: 'code', given: code };
  const moment = at === undefined ? null : readMoment(at);
  if (at !== undefined && moment === null) return { wrong: 'at', given: at };
  return { kb: number, code: value, at: moment };
}

export function isWrong(question: Question | WrongWord): question is WrongWord {
  return 'wrong' in question;
}

function readCode(text: string): number | null {
  if (/^0x[0-9a-f]{1,8}$/i.test(text)) return Number.parseInt(text, 16);
  if (!/^-?\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value >= -(2 ** 31) && value < 2 ** 32 ? value >>> 0 : null;
}

function readMoment(text: string): When | null {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : atUtc(ms);
}
