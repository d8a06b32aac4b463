/** A worker that runs checks of the core where it stands: bundled for the browser tests, and told by one message to begin. */
import type { BlockDecoder } from '../codecs/codec.js';
import { makeLzms } from '../codecs/lzms/lzms.js';
import { makeLzxChunks } from '../codecs/lzx/lzx.js';
import { makeMszip } from '../codecs/mszip/mszip.js';
import { CONTENTS } from '../codecs/samples/contents.js';
import packed from '../codecs/samples/packed.json' with { type: 'json' };
import { makeXpress } from '../codecs/xpress/xpress.js';
import { makeHasher } from '../hosts/browser/hasher.js';

type Implementation = BlockDecoder['implementation'];

const CODECS: Readonly<Record<string, (chunkSize: number) => BlockDecoder>> = {
  xpress: () => makeXpress(),
  lzx: (chunkSize) => makeLzxChunks(Math.log2(chunkSize)),
  lzms: () => makeLzms(),
  mszip: () => makeMszip(),
};

export interface CoreChecks {
  /** Samples unpacked as they should be, by the implementation that was chosen for them. */
  readonly unpacked: Readonly<Record<Implementation, number>>;
  readonly wrong: readonly string[];
  /** SHA-1 and SHA-256 of everything unpacked, in order. */
  readonly sha1: string;
  readonly sha256: string;
  /** What the content policy refused. */
  readonly refused: readonly string[];
}

const refused: string[] = [];
self.addEventListener('securitypolicyviolation', ({ blockedURI }) => refused.push(blockedURI));

self.addEventListener('message', async () => {
  try {
    const checks = coreChecks();
    const { readKnowledgeFile } = await import('../knowledge/knowledge-file.js');
    readKnowledgeFile('{"knowledgeVersion":1}'); // by a library that compiles code where it may
    setTimeout(() => self.postMessage({ ...checks, refused }), 0); // a refusal is told of in a task of its own
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
});

function coreChecks(): Omit<CoreChecks, 'refused'> {
  const unpacked = { plain: 0, kernel: 0 };
  const wrong: string[] = [];
  const [sha1, sha256] = [makeHasher('sha1'), makeHasher('sha256')];
  for (const { codec, content, chunkSize, unpackedSize, packed: text } of packed) {
    const input = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const expected = (CONTENTS[content] as (size: number) => Uint8Array)(unpackedSize);
    const decoder = CODECS[codec](chunkSize);
    const output = decoder.decode(input, unpackedSize);
    sha1.update(output);
    sha256.update(output);
    if (output.every((byte, index) => byte === expected[index])) unpacked[decoder.implementation]++;
    else wrong.push(`${codec}: ${content} in chunks of ${chunkSize}`);
  }
  return { unpacked, wrong, sha1: sha1.digest(), sha256: sha256.digest() };
}
