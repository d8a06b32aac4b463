/**
 * The worker of the page: takes a `DiagnoseRequest`, says what it reads, and answers with one `Outcome`. It reads
 * synchronously, so requests are answered one after another; to give one up, end the worker.
 */
import { diagnoseFiles } from './diagnose-files.js';
import type { DiagnoseRequest, Outcome, Reading } from './messages.js';

/** What a worker has and the types of a page lack. */
declare const FileReaderSync: { new (): { readAsArrayBuffer(blob: Blob): ArrayBuffer } };

const files = new FileReaderSync();
const say = (message: Reading | Outcome) => self.postMessage(message);

self.addEventListener('message', async ({ data }: MessageEvent<DiagnoseRequest>) => {
  try {
    say(await diagnoseFiles(data, (slice) => files.readAsArrayBuffer(slice), say));
  } catch (error) {
    say({ kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
