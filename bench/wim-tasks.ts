/** What `winre-doctor inspect` does with a WIM, and nothing else: `wim-tasks.mjs <info|dir|cat|verify> <wim> [path or workers]`. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { strict } from '../src/bytes/format-error.js';
import { openWim, verifyWim, type WimShare } from '../src/formats/wim/wim.js';
import { FileSource } from '../src/hosts/node/file-source.js';
import { makeHasher } from '../src/hosts/node/hasher.js';

function verifyShare(file: string, share: WimShare): number {
  const source = new FileSource(file);
  const verdict = verifyWim(openWim(source, strict), makeHasher, strict, () => {}, share);
  source.close();
  return verdict.soundCount;
}

function run(task: string, file: string, option: string): string {
  if (task === 'verify') return `${verifyShare(file, { index: 0, count: 1 })} sound\n`;
  const wim = openWim(new FileSource(file), strict);
  if (task === 'info')
    return `${JSON.stringify(wim.images, (_, value) => (typeof value === 'bigint' ? `${value}` : value))}\n`;
  if (task === 'dir') {
    let list = '';
    for (const { path } of wim.directory(1).walk()) list += `/${path}\n`;
    return list;
  }
  const entry = wim.find(1, option);
  if (entry === null) throw new Error(`${option} is not there`);
  const hasher = makeHasher('sha1');
  const bytes = wim.open(entry);
  hasher.update(bytes.read(0, bytes.size));
  return `${hasher.digest() === entry.sha1}\n`;
}

/** Divides the work between this thread and others. */
async function verifyWith(workerCount: number, file: string): Promise<string> {
  const others = Array.from({ length: workerCount - 1 }, (_, at) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: { file, share: { index: at + 1, count: workerCount } },
    });
    return new Promise<number>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  });
  const own = verifyShare(file, { index: 0, count: workerCount });
  const counts = await Promise.all(others);
  return `${counts.reduce((sum, count) => sum + count, own)} sound\n`;
}

if (isMainThread) {
  const [task, file, option = ''] = process.argv.slice(2);
  const workers = task === 'verify' ? Number(option || 1) : 1;
  process.stdout.write(workers > 1 ? await verifyWith(workers, file) : run(task, file, option));
} else {
  const { file, share } = workerData as { file: string; share: WimShare };
  parentPort?.postMessage(verifyShare(file, share));
}
