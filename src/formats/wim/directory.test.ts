import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import type { FormatError } from '../../bytes/format-error.js';
import { WimDirectory } from './directory.js';
import { ResourceTable } from './resource-table.js';

const FOLDER = 0x10;
const table = new ResourceTable(new MemorySource(new Uint8Array(0)), 0);

interface Entry {
  readonly at: number;
  readonly name: string;
  readonly attributes?: number;
  readonly children?: number;
  readonly length?: number;
}

/** Metadata of `size` bytes with entries where they are wanted. The security data takes the first eight bytes. */
function metadata(size: number, entries: readonly Entry[]): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 8, true);
  for (const { at, name, attributes = FOLDER, children = 0, length } of entries) {
    const nameSize = name.length * 2;
    view.setUint32(at, length ?? Math.ceil((102 + (nameSize && nameSize + 2)) / 8) * 8, true);
    view.setUint32(at + 8, attributes, true);
    view.setUint32(at + 16, children, true);
    view.setUint16(at + 100, nameSize, true);
    for (let i = 0; i < name.length; i++) view.setUint16(at + 102 + 2 * i, name.charCodeAt(i), true);
  }
  return bytes;
}

function walk(bytes: Uint8Array): { paths: string[]; defects: string[] } {
  const defects: string[] = [];
  const note = ({ fault, detail }: FormatError) => void defects.push(`${fault} ${detail.what} ${detail.sourceOffset}`);
  const directory = new WimDirectory(bytes, table, note);
  return { paths: [...directory.walk()].map(({ path }) => path), defects };
}

describe('WimDirectory', () => {
  it('lists a folder before what is in it', () => {
    const bytes = metadata(800, [
      { at: 8, name: '', children: 120 },
      { at: 120, name: 'a', children: 400 },
      { at: 232, name: 'b', attributes: 0 },
      { at: 400, name: 'c', attributes: 0 },
    ]);
    expect(walk(bytes)).toEqual({ paths: ['a', 'a\\c', 'b'], defects: [] });
  });

  it('enters no folder twice', () => {
    const bytes = metadata(400, [
      { at: 8, name: '', children: 120 },
      { at: 120, name: 'a', children: 120 },
    ]);
    expect(walk(bytes)).toEqual({ paths: ['a'], defects: ['cycle wim.directory.children 120'] });
  });

  it('leaves folders that overlap', () => {
    // Each entry is a folder that begins where the next stands: a list of n is walked n times, but for the bound.
    const count = 200;
    const at = (index: number) => 120 + index * 112;
    const entries = Array.from({ length: count }, (_, index) => ({
      at: at(index),
      name: `${index}`,
      children: at(index + 1),
    }));
    const { paths, defects } = walk(metadata(at(count) + 8, [{ at: 8, name: '', children: 120 }, ...entries]));
    expect(paths.length).toBeLessThanOrEqual(count + 2);
    expect(defects.some((defect) => defect.startsWith('over-limit wim.directory.entry'))).toBe(true);
  });

  it('names entries that cannot be, and keeps the others', () => {
    const with_ = (entry: Omit<Entry, 'at'>) =>
      walk(
        metadata(600, [
          { at: 8, name: '', children: 120 },
          { at: 120, name: 'good', attributes: 0 },
          { at: 232, ...entry },
        ]),
      );
    expect(with_({ name: '..' })).toEqual({ paths: ['good'], defects: ['bad-range wim.directory.name 232'] });
    expect(with_({ name: 'a\\b' })).toEqual({ paths: ['good'], defects: ['bad-range wim.directory.name 232'] });
    expect(with_({ name: 'good' })).toEqual({ paths: ['good'], defects: ['bad-range wim.directory.name 232'] });
    expect(with_({ name: 'x', length: 100 })).toEqual({
      paths: ['good'],
      defects: ['bad-range wim.directory.length 232'],
    });
    expect(with_({ name: 'x', length: 5000 })).toEqual({
      paths: ['good'],
      defects: ['truncated wim.directory.entry 232'],
    });
  });

  it('finds by name without regard to case, the exact name first', () => {
    const bytes = metadata(800, [
      { at: 8, name: '', children: 120 },
      { at: 120, name: 'File', attributes: 0 },
      { at: 232, name: 'FILE', attributes: 0 },
      { at: 344, name: 'straße', attributes: 0 },
    ]);
    const directory = new WimDirectory(bytes, table, () => {});
    expect(directory.find('\\FILE')?.name).toBe('FILE');
    expect(directory.find('file')?.name).toBe('File');
    expect(directory.find('STRASSE')).toBeNull();
    expect(directory.find('STRAßE')?.name).toBe('straße');
    expect(directory.find('File\\below')).toBeNull();
  });
});
