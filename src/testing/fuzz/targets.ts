/** Every reader and codec, each driven through all that it offers. */
import { type ByteSource, MemorySource } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import type { BlockDecoder } from '../../codecs/codec.js';
import { makeLzms } from '../../codecs/lzms/lzms.js';
import { unpackLznt1 } from '../../codecs/lznt1/lznt1.js';
import { makeLzxChunks, makeLzxStream } from '../../codecs/lzx/lzx.js';
import { makeMszip } from '../../codecs/mszip/mszip.js';
import { makeXpress } from '../../codecs/xpress/xpress.js';
import { isBcd, readBcd } from '../../formats/bcd/bcd.js';
import { readBitLocker } from '../../formats/bitlocker/bitlocker.js';
import { openCab, verifyCab } from '../../formats/cab/cab.js';
import { openDisk } from '../../formats/disk-map/disk-map.js';
import { decodeEvent, etlRecordToJson, openEtl, readUpdateTraceLine } from '../../formats/etl/etl.js';
import { evtxCoverage, openEvtx, recordToJson, writeJsonLines } from '../../formats/evtx/evtx.js';
import { openFat } from '../../formats/fat/fat.js';
import { readMum } from '../../formats/mum/mum.js';
import { openNtfs } from '../../formats/ntfs/ntfs.js';
import { readPeVersion } from '../../formats/pe/pe.js';
import { openHive } from '../../formats/regf/regf.js';
import { fileNode, openTree, type TreeNode, walkTree } from '../../formats/tree/tree.js';
import { fatTree, ntfsTree } from '../../formats/tree/volume-tree.js';
import { openVhd } from '../../formats/vhd/vhd.js';
import { openVhdx } from '../../formats/vhdx/vhdx.js';
import { openWim, verifyWim } from '../../formats/wim/wim.js';
import { readZip } from '../../formats/zip/zip.js';
import { makeHasher } from '../../hosts/node/hasher.js';
import { readCase } from '../../intake/read-case.js';
import { allReaders } from '../../intake/readers.js';
import { sealEvtx, sealGpt, sealHive, sealVhd, sealVhdx } from './seals.js';
import type { FuzzTarget } from './target.js';

const NODES_MAX = 300;
const FILES_READ_MAX = 40;
const FILE_BYTES_MAX = 64 * 1024;
const EVIDENCE_BYTES_MAX = 4 * 1024 * 1024;

const note: Note = (defect) => {
  if (!(defect instanceof FormatError)) throw new Error('a note of another kind');
};

/** Runs one step; that it refuses does not keep the others from being run. */
function tried<T>(step: () => T): T | null {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return null;
  }
}

/** The start, the middle and the end of a source. */
function sample(source: ByteSource): void {
  const length = Math.min(source.size, FILE_BYTES_MAX);
  for (const offset of [0, Math.floor((source.size - length) / 2), source.size - length])
    tried(() => source.read(offset, length));
}

function exhaust(root: TreeNode | null): void {
  if (root === null) return;
  let nodes = 0;
  let files = 0;
  for (const { node } of walkTree(root, note)) {
    if (++nodes > NODES_MAX) break;
    tried(() => [node.size, node.created, node.modified, node.sha1, node.link]);
    tried(() => node.find('System32'));
    if (node.kind === 'file' && files++ < FILES_READ_MAX) tried(() => sample(node.open()));
  }
}

const memory = (bytes: Uint8Array) => new MemorySource(bytes);

const formats: readonly FuzzTarget[] = [
  {
    id: 'evtx',
    seeds: 'evtx',
    seal: sealEvtx,
    run(bytes) {
      const log = openEvtx(memory(bytes), note);
      for (const record of log.records({ slack: true })) {
        JSON.parse(recordToJson(record));
        record.systemFields();
        record.data();
      }
      writeJsonLines(log.records(), () => {});
      evtxCoverage(log);
    },
  },
  {
    id: 'etl',
    seeds: 'etl',
    run(bytes) {
      for (const record of openEtl(memory(bytes), note).records()) {
        JSON.parse(etlRecordToJson(record, note));
        decodeEvent(record, note);
        record.strings();
        readUpdateTraceLine(record, note);
      }
    },
  },
  {
    id: 'wim',
    seeds: 'wim',
    run(bytes) {
      const wim = openWim(memory(bytes), note);
      tried(() => wim.images);
      exhaust(openTree(memory(bytes), note));
      verifyWim(wim, makeHasher, note);
    },
  },
  {
    id: 'cab',
    seeds: 'cab',
    run(bytes) {
      verifyCab(openCab(memory(bytes), note), note);
      exhaust(openTree(memory(bytes), note));
    },
  },
  {
    id: 'zip',
    seeds: 'zip',
    run(bytes) {
      for (const { bytes: member } of readZip(memory(bytes), note).slice(0, FILES_READ_MAX))
        tried(() => sample(member));
      exhaust(openTree(memory(bytes), note));
    },
  },
  {
    id: 'ntfs',
    seeds: 'ntfs',
    run(bytes) {
      const volume = openNtfs(memory(bytes), note);
      tried(() => volume.freeBytes());
      tried(() => volume.lookup('Windows/System32/text'));
      const tree = tried(() => volume.tree(note));
      for (let link = 0; link < Math.min(tree?.linkCount ?? 0, NODES_MAX); link++) {
        tree?.pathOf(link);
        tree?.sizeOf(link);
        tree?.modifiedOf(link);
      }
      for (let number = 0; number < Math.min(volume.recordCount, FILES_READ_MAX); number++) {
        const file = tried(() => volume.file(number));
        tried(() => [file?.names(), file?.reparsePoint()]);
        for (const { name } of tried(() => file?.streams()) ?? []) tried(() => file && sample(file.open(name)));
      }
      exhaust(ntfsTree(volume, ''));
    },
  },
  {
    id: 'fat',
    seeds: 'fat',
    run(bytes) {
      const volume = openFat(memory(bytes), note);
      tried(() => volume.freeBytes());
      tried(() => volume.lookup('windows/SYSTEM32/text'));
      exhaust(fatTree(volume, ''));
    },
  },
  {
    id: 'regf',
    seeds: 'hive',
    seal: sealHive,
    run(bytes) {
      const hive = openHive(memory(bytes), note);
      let keys = 0;
      for (const key of hive.keys()) {
        if (++keys > NODES_MAX) break;
        tried(() => [key.name, key.className, key.lastWritten]);
        for (const value of key.values())
          tried(() => [value.name, value.type, value.text(), value.number(), value.multi()]);
      }
      if (isBcd(hive)) tried(() => readBcd(hive, note));
      tried(() => hive.key('Folder\\Key 7')?.value('Words')?.text());
    },
  },
  { id: 'gpt', seeds: 'disk-gpt', seal: sealGpt, run: runDisk },
  { id: 'mbr', seeds: 'disk-dos', run: runDisk },
  {
    id: 'vhd',
    seeds: 'vhd-',
    seal: sealVhd,
    run(bytes) {
      sample(openVhd(memory(bytes), note).disk);
      runDisk(bytes);
    },
  },
  {
    id: 'vhdx',
    seeds: 'vhdx',
    seal: sealVhdx,
    run(bytes) {
      sample(openVhdx(memory(bytes), note).disk);
      runDisk(bytes);
    },
  },
  { id: 'bitlocker', seeds: 'bitlocker', run: (bytes) => void readBitLocker(memory(bytes), note) },
  { id: 'pe', seeds: 'pe', run: (bytes) => void readPeVersion(memory(bytes)) },
  { id: 'mum', seeds: 'mum', run: (bytes) => void readMum(memory(bytes)) },
  { id: 'case', seeds: 'case', run: runCase },
  { id: 'evidence', seeds: '', seedBytesMax: EVIDENCE_BYTES_MAX, isMadeOnly: true, run: runCase },
  {
    id: 'tree',
    seeds: 'zip',
    run(bytes) {
      exhaust(openTree(memory(bytes), note));
      exhaust(
        openTree(fileNode({ name: '', identity: '', size: bytes.length, open: () => memory(bytes) }).open(), note),
      );
    },
  },
];

/** Whatever it is, through the readings to facts: what `diagnose` does before it judges. */
function runCase(bytes: Uint8Array): void {
  readCase([{ name: 'fuzz', bytes: memory(bytes), depth: 0 }], allReaders({ makeHasher }));
}

function runDisk(bytes: Uint8Array): void {
  const map = openDisk(memory(bytes), note);
  for (const { source, volume } of map.partitions) {
    sample(source);
    void volume.freeBytes;
  }
  exhaust(openTree(memory(bytes), note));
}

const OUTPUT_SIZES = [1, 300, 4096, 32_768, 65_536];
const WINDOW_BITS = 16;

/** A kernel and its plain twin: equal output, equal refusal. */
function twins(id: string, make: (implementation: BlockDecoder['implementation']) => BlockDecoder): FuzzTarget {
  const kernel = make('kernel');
  const plain = make('plain');
  return {
    id,
    seeds: `codec-${id.replace(/-.*/, '')}`,
    run(bytes) {
      const even = id.startsWith('lz') || id === 'xpress' ? bytes.subarray(0, bytes.length & ~1) : bytes;
      for (const size of OUTPUT_SIZES) {
        const [one, other] = [outcome(kernel, even, size), outcome(plain, even, size)];
        if (typeof one === 'string' ? one !== other : typeof other === 'string' || Buffer.compare(one, other) !== 0)
          throw new Error(`${id}: the twins differ at ${size}: ${shown(one)} and ${shown(other)}`);
      }
    },
  };
}

function outcome(decoder: BlockDecoder, input: Uint8Array, size: number): Uint8Array | string {
  try {
    return decoder.decode(input, size).slice();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return `${error.fault} ${error.detail.what}`;
  }
}

const shown = (result: Uint8Array | string) => (typeof result === 'string' ? result : `${result.length} bytes`);

const codecs = (): FuzzTarget[] => [
  twins('xpress', makeXpress),
  twins('lzx', (implementation) => makeLzxChunks(WINDOW_BITS, implementation)),
  twins('lzms', makeLzms),
  {
    id: 'mszip',
    seeds: 'codec-mszip',
    run(bytes) {
      twins('mszip', makeMszip).run(bytes); // its blocks share a window: a new pair each time
    },
  },
  {
    id: 'lzx-stream',
    seeds: 'codec-lzx',
    run(bytes) {
      twins('lzx-stream', (implementation) => makeLzxStream(WINDOW_BITS, implementation)).run(bytes);
    },
  },
  { id: 'lznt1', seeds: 'codec-', run: (bytes) => void unpackLznt1(bytes, new Uint8Array(FILE_BYTES_MAX)) },
];

/** All of them; the codecs' memory is made with the list. */
export function allTargets(): readonly FuzzTarget[] {
  return [...formats, ...codecs()];
}
