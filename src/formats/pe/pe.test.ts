import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';
import { hasProgram } from '../../testing/shared.js';
import { looksLikePe, readPeVersion } from './pe.js';

const WORDS = `1 VERSIONINFO
FILEVERSION 10,0,19041,3920
PRODUCTVERSION 10,0,19041,4355
FILEOS 0x40004
FILETYPE 0x2
{
  BLOCK "StringFileInfo"
  {
    BLOCK "040904b0"
    {
      VALUE "CompanyName", "A Maker"
      VALUE "FileVersion", "10.0.19041.1 (branch)"
      VALUE "OriginalFilename", "Größe.dll"
      VALUE "Empty", ""
    }
    BLOCK "040704b0" { VALUE "FileDescription", "Eine Beschreibung" }
  }
  BLOCK "VarFileInfo" { VALUE "Translation", 0x0409, 1200 }
}
`;

const peers = ['x86_64-w64-mingw32-windres', 'x86_64-w64-mingw32-ld'].every(hasProgram);

describe.skipIf(!peers)('images that binutils make (skipped without mingw-w64 binutils)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pe-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const make = (prefix: string, name: string, resource: string) => {
    writeFileSync(join(folder, 'v.rc'), resource);
    const run = (program: string, ...args: string[]) => execFileSync(`${prefix}-${program}`, args, { cwd: folder });
    // No C compiler comes with binutils: `cat` preprocesses as well where nothing is to be preprocessed.
    run('windres', '--preprocessor=cat', '--codepage=65001', 'v.rc', 'v.o');
    run('ld', '-shared', '--subsystem', 'windows', '-e', '0', 'v.o', '-o', name);
    return new Uint8Array(readFileSync(join(folder, name)));
  };

  it.each(['x86_64-w64-mingw32', 'i686-w64-mingw32'])('of %s', (prefix) => {
    if (!hasProgram(`${prefix}-ld`)) return;
    const bytes = make(prefix, 'made.dll', WORDS);
    expect(looksLikePe(bytes)).toBe(true);
    const version = readPeVersion(new MemorySource(bytes));
    expect(version).toMatchObject({
      fileVersion: '10.0.19041.3920',
      productVersion: '10.0.19041.4355',
      machine: prefix.startsWith('x86_64') ? 'amd64' : 'x86',
    });
    expect({ ...version?.strings }).toEqual({
      CompanyName: 'A Maker',
      FileVersion: '10.0.19041.1 (branch)',
      OriginalFilename: 'Größe.dll',
      Empty: '',
    });
    expect(version?.tables.map(({ language }) => language)).toEqual(['040904b0', '040704b0']);
  });

  it('without a version resource have none', () => {
    const bytes = make('x86_64-w64-mingw32', 'other.dll', '1 RCDATA { "no version" }\n');
    expect(readPeVersion(new MemorySource(bytes))).toBeNull();
  });

  it('with changed bytes give a value or a FormatError', () => {
    const bytes = make('x86_64-w64-mingw32', 'made.dll', WORDS);
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(bytes.length), (changes, size) => {
        const changed = bytes.slice(0, size % 3 === 0 ? size : bytes.length);
        for (const { at, to } of changes) if (at < changed.length) changed[at] = to;
        try {
          readPeVersion(new MemorySource(changed));
        } catch (error) {
          if (!(error instanceof FormatError)) throw error;
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('other files', () => {
  const refused = (bytes: Uint8Array) => {
    try {
      readPeVersion(new MemorySource(bytes));
    } catch (error) {
      if (error instanceof FormatError) return [error.fault, error.detail.what];
    }
    return [];
  };

  it('are refused by what they lack', () => {
    const dos = new Uint8Array(128);
    expect(refused(dos)).toEqual(['bad-magic', 'pe.dos.magic']);
    dos.set([0x4d, 0x5a]);
    expect(refused(dos)).toEqual(['bad-magic', 'pe.signature']);
    dos[0x3c] = 0x78;
    expect(refused(dos)).toEqual(['truncated', 'pe.header']);
    expect(refused(dos.subarray(0, 20))).toEqual(['truncated', 'pe.dos']);
  });
});
