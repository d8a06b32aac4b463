import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ByteSource, MemorySource } from '../../bytes/byte-source.js';
import { type FormatError, strict } from '../../bytes/format-error.js';
import { mutate } from '../../testing/mutate.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { folderNode } from './node.js';
import { fileNode, findNode, flatTree, openTree, sourceNode, type TreeNode, walkTree } from './tree.js';

const text = (words: string) => new TextEncoder().encode(words);
const read = (source: ByteSource) => new TextDecoder().decode(source.read(0, source.size));
const pathsIn = (folder: TreeNode | null) => [...walkTree(folder as TreeNode, strict)].map(({ path }) => path);
const fileAt = (path: string) => ({ path, size: 0, modified: null, open: () => new MemorySource(new Uint8Array(0)) });

describe('archives', () => {
  const zip = zipSync({ 'logs/CBS/CBS.log': text('one'), 'logs/a.txt': text('two'), 'top.txt': text('three') });
  const root = openTree(new MemorySource(zip), strict);

  it('have folders made of their paths', () => {
    expect(pathsIn(root)).toEqual(['logs', 'logs/CBS', 'logs/CBS/CBS.log', 'logs/a.txt', 'top.txt']);
  });

  it('are looked into without regard to case, with either slash', () => {
    const found = findNode(root as TreeNode, 'LOGS\\cbs/cbs.LOG', strict);
    expect(found?.path).toBe('logs/CBS/CBS.log');
    expect(read(found?.node.open() as ByteSource)).toBe('one');
    expect(findNode(root as TreeNode, 'logs/none', strict)).toBeNull();
    expect(findNode(root as TreeNode, 'top.txt/deeper', strict)).toBeNull();
  });

  it('never lead out of their root, and keep the first of two files', () => {
    const defects: FormatError[] = [];
    const paths = ['../../etc/x', '/abs', 'C:\\y', './z', 'abs', '..'];
    const tree = flatTree(paths.map(fileAt), (defect) => defects.push(defect));
    expect(pathsIn(tree)).toEqual(['etc', 'etc/x', 'C:', 'C:/y', 'abs', 'z']);
    expect(defects.map(({ fault, detail }) => [fault, detail.actual])).toEqual([
      ['bad-range', 'abs'],
      ['bad-range', '..'],
    ]);
  });

  it('refuse paths deeper than any honest one', () => {
    const defects: FormatError[] = [];
    const tree = flatTree([fileAt('a/'.repeat(2000))], (defect) => defects.push(defect));
    expect(pathsIn(tree)).toEqual([]);
    expect(defects[0]?.fault).toBe('over-limit');
  });
});

describe('containers in one another', () => {
  const nested = (count: number) => {
    let bytes = text('innermost');
    for (let i = 0; i < count; i++) bytes = zipSync({ x: bytes });
    return sourceNode('outer.zip', new MemorySource(bytes));
  };

  it('are followed by one path', () => {
    const found = findNode(nested(5), 'x/x/x/x/x', strict);
    expect(read(found?.node.open() as ByteSource)).toBe('innermost');
    expect(findNode(nested(5), 'x/x/x/x/x/x', strict)).toBeNull();
  });

  it('are bounded', () => {
    expect(() => findNode(nested(12), Array(12).fill('x').join('/'), strict)).toThrow('tree.nesting');
  });
});

describe('walking', () => {
  it('enters a folder that holds itself once', () => {
    const folder: TreeNode = folderNode({ name: 'loop', identity: '7', children: () => [folder] });
    const defects: FormatError[] = [];
    expect([...walkTree(folder, (defect) => defects.push(defect))].map(({ path }) => path)).toEqual(['loop']);
    expect(defects.map(({ fault }) => fault)).toEqual(['cycle']);
  });

  it('does not recurse', () => {
    const at = (depth: number): TreeNode =>
      folderNode({ name: 'd', identity: `${depth}`, children: () => (depth < 12_000 ? [at(depth + 1)] : []) });
    let count = 0;
    for (const _ of walkTree(at(0), strict)) count++;
    expect(count).toBe(12_000);
  });

  it('leaves links alone', () => {
    const target = { name: 'x', identity: '1', size: 1, open: () => new MemorySource(text('x')) };
    const link = fileNode({ ...target, link: { kind: 'symlink', target: '/etc/passwd' } });
    const folder = folderNode({ name: '', identity: '0', children: () => [link] });
    expect(findNode(folder, 'x', strict)?.node.link?.target).toBe('/etc/passwd');
    expect(findNode(folder, 'x/y', strict)).toBeNull();
  });
});

describe.skipIf(CORPUS === null)('changed bytes (skipped without the corpus)', () => {
  const files = ['wim/made-multi-3images.wim', 'cab/mspack-normal_2files_2folders.cab', 'wim/wimlib-longpaths.wim'];
  for (const name of files) {
    it(`of ${name} give nodes or a FormatError`, () => {
      const bytes = corpusBytes(name);
      for (let seed = 0; seed < 150; seed++) {
        try {
          const root = openTree(new MemorySource(mutate(bytes, seed)), () => {});
          if (root === null) continue;
          let left = 200;
          for (const { node } of walkTree(root, () => {})) if (left-- === 0 || node.size < 0) break;
        } catch (error) {
          expect(error).toHaveProperty('name', 'FormatError');
        }
      }
    });
  }
});
