/** `winre.wim` of a given level: PE files with version resources, a SOFTWARE hive, a package, and weight. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { dword, keysOf, makeHive, text } from './hive.js';
import { makePe } from './pe-file.js';
import { run } from './programs.js';

/** Files whose version tells the level, as Microsoft's own scripts look at them. */
const LEVEL_FILES = ['winpeshl.exe', 'bootmenuux.dll', 'ntoskrnl.exe'] as const;
const MEBIBYTE = 1 << 20;

/**
 * Makes an image.
 *
 * @param version Level, such as `10.0.19041.5728`.
 * @param megabytes How large it is to be, about, in units of 2^20 bytes.
 * @param cache Folder where the weight, which is the same for all levels, is kept between runs.
 */
export function makeRecoveryImage(
  file: string,
  version: string,
  megabytes: number,
  scratch: string,
  cache: string,
): void {
  const tree = join(scratch, `re-${version}`);
  rmSync(tree, { recursive: true, force: true });
  const system32 = join(tree, 'Windows', 'System32');
  mkdirSync(join(system32, 'config'), { recursive: true });
  for (const name of LEVEL_FILES) makePe(join(system32, name), name, version, scratch);
  const [, , build, revision] = version.split('.').map(Number) as [number, number, number, number];
  makeHive(
    join(system32, 'config', 'SOFTWARE'),
    keysOf({
      'Microsoft\\Windows NT\\CurrentVersion': {
        ProductName: text('Microsoft Windows PE'),
        EditionID: text('WindowsPE'),
        CurrentBuild: text(`${build}`),
        CurrentBuildNumber: text(`${build}`),
        CurrentMajorVersionNumber: dword(10),
        CurrentMinorVersionNumber: dword(0),
        UBR: dword(revision),
      },
    }),
  );
  const packages = join(tree, 'Windows', 'servicing', 'Packages');
  mkdirSync(packages, { recursive: true });
  const identity = `Package_for_SafeOSDU~31bf3856ad364e35~amd64~~${build}.${revision}.1.1`;
  writeFileSync(join(packages, `${identity}.mum`), packageManifest(`${build}.${revision}.1.1`));

  const heavy = join(cache, `weight-${megabytes}.wim`);
  if (!existsSync(heavy)) makeWeight(heavy, megabytes, join(scratch, 'weight'));
  copyFileSync(heavy, file);
  run('wimlib-imagex', ['update', file, '1', `--command=add ${join(tree, 'Windows')} /Windows`]);
  const properties = { MAJOR: 10, MINOR: 0, BUILD: build, SPBUILD: revision };
  const set = Object.entries(properties).map(([name, value]) => `--image-property=WINDOWS/VERSION/${name}=${value}`);
  run('wimlib-imagex', [
    'info',
    file,
    '1',
    ...set,
    '--image-property=WINDOWS/ARCH=9',
    '--image-property=WINDOWS/EDITIONID=WindowsPE',
    '--boot',
  ]);
}

/** What makes a recovery image large are drivers and fonts; here it is bytes that do not pack. */
function makeWeight(file: string, megabytes: number, folder: string): void {
  mkdirSync(join(folder, 'Windows', 'System32', 'DriverStore'), { recursive: true });
  const piece = new Uint32Array(MEBIBYTE / 4);
  let state = 2463534242;
  const descriptor = openSync(join(folder, 'Windows', 'System32', 'DriverStore', 'weight.bin'), 'w');
  for (let index = 0; index < megabytes; index++) {
    for (let i = 0; i < piece.length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      piece[i] = state;
    }
    writeSync(descriptor, piece);
  }
  closeSync(descriptor);
  const name = 'Microsoft Windows Recovery Environment (x64)';
  run('wimlib-imagex', ['capture', folder, `${file}.part`, name, name, '--compress=LZX:20', '--no-acls']);
  renameSync(`${file}.part`, file);
  rmSync(folder, { recursive: true });
}

function packageManifest(version: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v3" manifestVersion="1.0">
  <assemblyIdentity name="Package_for_SafeOSDU" version="${version}" processorArchitecture="amd64" language="neutral" publicKeyToken="31bf3856ad364e35"/>
  <package identifier="SafeOSDU" releaseType="Update"/>
</assembly>
`;
}
