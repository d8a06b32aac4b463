import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { corpusRows, longTruth } from '../../testing/corpus-truth.js';
import { mutate } from '../../testing/mutate.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { openHive } from '../regf/regf.js';
import { type BcdFormats, bcdElementName, bcdValue, isBcd, readBcd, readBcdDevice, showBcdDevice } from './bcd.js';

const read = (bytes: Uint8Array, strict = true) => {
  const note = (defect: Error) => {
    if (strict) throw defect;
  };
  const hive = openHive(new MemorySource(bytes), note);
  return { hive, store: readBcd(hive, note) };
};

interface TruthObject {
  readonly type: string;
  readonly elements: Readonly<Record<string, string | readonly string[]>>;
}

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const plain = (text: string) => text.replace(/[{}]/g, '').toLowerCase();

/** What the element's bytes, as another tool gave them, mean. */
function meant(format: keyof BcdFormats, raw: string | readonly string[]): unknown {
  if (typeof raw !== 'string') return raw.map(plain);
  if (format === 'string') return raw.split('\0')[0];
  if (format === 'object') return plain(raw);
  if (format === 'device') return readBcdDevice(bytesOf(raw));
  if (format === 'boolean') return raw !== '00';
  if (format !== 'integer') return bytesOf(raw);
  return bytesOf(raw).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

const rows = corpusRows('bcd');
const why = CORPUS === null ? ' (skipped: the corpus is not here)' : '';

describe.skipIf(CORPUS === null)(`real boot stores${why}`, () => {
  it.each(rows.map((row) => [row.file, row] as const))('%s has every object and element of hivex', (file, row) => {
    const { hive, store } = read(corpusBytes(file));
    expect(isBcd(hive)).toBe(true);
    const truth = longTruth(row).objects as Record<string, TruthObject>;
    expect([...store.objects.keys()].sort()).toEqual(Object.keys(truth).map(plain).sort());
    for (const [id, { type, elements }] of Object.entries(truth)) {
      const object = store.objects.get(plain(id));
      expect(object?.type).toBe(Number(type));
      expect(object?.elements.size).toBe(Object.keys(elements).length);
      for (const [name, raw] of Object.entries(elements)) {
        const value = object?.elements.get(Number.parseInt(name, 16))?.value;
        expect([name, value?.value]).toEqual([name, meant(value?.format ?? 'other', raw)]);
      }
    }
  });

  it.each(rows.map((row) => [row.file, row] as const))('%s names the recovery loaders of hivex', (file, row) => {
    const { store } = read(corpusBytes(file));
    const truth = (row.truth ?? {}) as {
      readonly recovery_entries?: Readonly<Record<string, { readonly recoverysequence?: readonly string[] }>>;
    };
    for (const [id, { recoverysequence }] of Object.entries(truth.recovery_entries ?? {})) {
      const object = store.objects.get(plain(id));
      const sequence = object === undefined ? null : bcdValue(object, 0x14000008, 'object-list');
      expect(sequence ?? undefined).toEqual(recoverysequence?.map(plain));
    }
  });

  it('follows the default loader to its image, on GPT and on MBR', () => {
    const imageOf = (file: string) => {
      const { store } = read(corpusBytes(file));
      const sequence = store.defaultLoader === null ? null : bcdValue(store.defaultLoader, 0x14000008, 'object-list');
      const loader = store.objects.get(sequence?.[0] ?? '');
      return loader === undefined ? null : bcdValue(loader, 0x21000001, 'device');
    };
    expect(imageOf('bcd/x512ja-boot.bcd')).toEqual({
      kind: 'ramdisk',
      parent: {
        kind: 'gpt-partition',
        diskId: '58ef6851-2176-4d86-a9d6-e54bb70b7d81',
        partitionId: 'd2a17501-85cd-4222-9901-a796b67cdd5f',
      },
      path: '\\Recovery\\WindowsRE\\Winre.wim',
      optionsId: '18364ff5-b6ff-11f0-9de2-ebeaf6fd1f26',
    });
    const devices = [...read(corpusBytes('bcd/b450m-boot.bcd')).store.objects.values()].map((object) =>
      bcdValue(object, 0x11000001, 'device'),
    );
    expect(devices).toContainEqual({ kind: 'mbr-partition', diskId: '1587315303', offsetBytes: 1048576 });
  });

  it('give a store or a FormatError when changed', () => {
    const bytes = corpusBytes('bcd/windeploy-efi.bcd');
    for (let seed = 0; seed < 300; seed++) {
      try {
        read(mutate(bytes, seed, 1 + (seed % 12)), false);
      } catch (error) {
        expect(error).toMatchObject({ name: 'FormatError' });
      }
    }
  });
});

describe('devices', () => {
  it('are told by what they are', () => {
    const element = new Uint8Array(88);
    const data = new DataView(element.buffer);
    data.setUint32(16, 6, true);
    data.setUint32(24, 72, true);
    data.setUint32(32, 0x100000, true);
    data.setUint32(52, 1, true);
    data.setUint32(56, 0x5e9c8267, true);
    expect(readBcdDevice(element)).toEqual({ kind: 'mbr-partition', diskId: '1587315303', offsetBytes: 1048576 });
    expect(showBcdDevice(readBcdDevice(element))).toBe('partition=1587315303:1048576');
    data.setUint32(52, 2, true);
    expect(() => readBcdDevice(element)).toThrow(/bcd.partition.scheme at 0x34/);
    data.setUint32(16, 5, true);
    expect(readBcdDevice(element)).toEqual({ kind: 'boot' });
    data.setUint32(16, 9, true);
    expect(showBcdDevice(readBcdDevice(element))).toBe('unknown (type 9)');
    expect(() => readBcdDevice(element.subarray(0, 20))).toThrow(/bcd.device at 0x0: truncated/);
  });

  it('have elements with the names of bcdedit', () => {
    expect(bcdElementName(0x10200003, 0x21000001)).toBe('osdevice');
    expect(bcdElementName(0x10100002, 0x23000003)).toBe('default');
    expect(bcdElementName(0x10200003, 0x46000010)).toBe('custom:46000010');
  });
});
