/** Small PE files with true version resources, by mingw's windres and ld: what a level of Windows RE is told by. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './programs.js';

/**
 * Writes a PE file that does nothing.
 *
 * @param version Four numbers, such as `10.0.19041.5728`.
 */
export function makePe(file: string, name: string, version: string, scratch: string): void {
  const commas = version.replaceAll('.', ',');
  mkdirSync(dirname(file), { recursive: true });
  const at = (part: string) => join(scratch, part);
  writeFileSync(
    at('version.rc'),
    `1 VERSIONINFO
FILEVERSION ${commas}
PRODUCTVERSION ${commas}
FILEFLAGSMASK 0x3f
FILEOS 0x40004
FILETYPE ${name.endsWith('.dll') ? 2 : 1}
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "040904B0"
    BEGIN
      VALUE "CompanyName", "WinRE Doctor made disks"
      VALUE "FileDescription", "A stand-in without function"
      VALUE "FileVersion", "${version} (WinBuild.160101.0800)"
      VALUE "InternalName", "${name}"
      VALUE "OriginalFilename", "${name}"
      VALUE "ProductName", "WinRE Doctor made disks"
      VALUE "ProductVersion", "${version}"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x409, 1200
  END
END
`,
  );
  writeFileSync(at('start.s'), '.globl start\nstart:\n  xor %eax, %eax\n  ret\n');
  // windres wants a preprocessor and mingw's compiler need not be here: the script needs none
  run('x86_64-w64-mingw32-windres', ['--preprocessor=cat', at('version.rc'), '-O', 'coff', '-o', at('version.o')]);
  run('x86_64-w64-mingw32-as', [at('start.s'), '-o', at('start.o')]);
  const kind = name.endsWith('.dll') ? ['--shared'] : [];
  run('x86_64-w64-mingw32-ld', [
    ...kind,
    '--no-insert-timestamp',
    '-e',
    'start',
    '-o',
    file,
    at('start.o'),
    at('version.o'),
  ]);
}
