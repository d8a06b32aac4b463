/** What a page and the worker say to each other. Files cross by reference: their bytes are read in the worker only. */
import type { QuestionWords, WrongWord } from '../diagnosis/question.js';
import type { Answer } from '../diagnosis/verdict.js';
import type { GivenFile } from '../hosts/browser/open-files.js';

export interface DiagnoseRequest {
  readonly files: readonly GivenFile<Blob>[];
  readonly question: QuestionWords;
  /** BCP 47 tag of the report's language; English where it is not given. */
  readonly lang?: string;
  /** As `--redact`: on in HTML and off in JSON where it is not said. */
  readonly redact?: boolean;
  /** Text of a knowledge file. */
  readonly knowledge?: string;
}

/** A source of so many bytes is about to be read. */
export interface Reading {
  readonly kind: 'reading';
  readonly name: string;
  readonly size: number;
}

/** How a request ends: exactly one of these follows it. */
export type Outcome =
  | {
      readonly kind: 'report';
      readonly answer: Answer;
      readonly json: string;
      readonly html: string;
      /** Slices that the browser was asked for, and their bytes. */
      readonly sliceCount: number;
      readonly bytesRead: number;
    }
  /** Nothing that was given could be read. */
  | { readonly kind: 'unreadable'; readonly sources: readonly { readonly name: string; readonly why: string }[] }
  | ({ readonly kind: 'wrong-question' } & WrongWord)
  | { readonly kind: 'wrong-knowledge'; readonly message: string }
  /** A fault of ours. */
  | { readonly kind: 'failed'; readonly error: string };

/** Files of an input or of a drop, as a request takes them: a folder's keep the path from the folder on. */
export function givenFiles(files: Iterable<File>): GivenFile<Blob>[] {
  return Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, blob: file }));
}
