import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { FileSource } from './file-source.js';

const folder = mkdtempSync(join(tmpdir(), 'winre-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('reads more files at once than a process may hold open', () => {
  const sources = Array.from({ length: 450 }, (_, index) => {
    const path = join(folder, `${index}.log`);
    writeFileSync(path, `line of ${index}`);
    return new FileSource(path);
  });
  for (const [index, source] of sources.entries()) {
    expect(new TextDecoder().decode(source.read(0, source.size))).toBe(`line of ${index}`);
  }
  for (const source of sources) source.close();
  for (const source of sources) source.close(); // a second time is harmless
});
