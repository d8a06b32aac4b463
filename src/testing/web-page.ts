/** The page of the browser tests, bundled for the browser: two inputs, and the shipped worker behind them. */
import { type DiagnoseRequest, givenFiles, type Outcome, type Reading } from '../web/messages.js';

export interface PageAnswer {
  readonly outcome: Outcome;
  readonly read: readonly string[];
  /** From asking to the answer, the start of the worker included. */
  readonly milliseconds: number;
}

export interface TestPage extends Window {
  diagnoseChosen(request: Omit<DiagnoseRequest, 'files'>): Promise<PageAnswer>;
  checkCore(): Promise<unknown>;
}

/** Starts a worker, sends it one message, and ends it when `isLast` says so. */
function ask<T>(script: string, message: unknown, isLast: (data: T) => boolean): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { type: 'module' });
    const told: T[] = [];
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<T>) => {
      told.push(data);
      if (!isLast(data)) return;
      worker.terminate();
      resolve(told);
    };
    worker.postMessage(message);
  });
}

const testPage = window as unknown as TestPage;

testPage.diagnoseChosen = async (request) => {
  const inputs = [...document.querySelectorAll('input')];
  const files = inputs.flatMap((input) => givenFiles(input.files ?? []));
  const start = performance.now();
  const told = await ask<Outcome | Reading>('/worker.js', { ...request, files }, ({ kind }) => kind !== 'reading');
  return {
    outcome: told.at(-1) as Outcome,
    read: told.flatMap((message) => (message.kind === 'reading' ? [message.name] : [])),
    milliseconds: performance.now() - start,
  };
};

testPage.checkCore = async () => (await ask('/checks.js', null, () => true))[0];
