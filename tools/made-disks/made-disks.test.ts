import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDisk } from '../../src/formats/disk-map/disk-map.js';
import { readPeVersion } from '../../src/formats/pe/pe.js';
import { openWim } from '../../src/formats/wim/wim.js';
import { makeHasher } from '../../src/hosts/node/hasher.js';
import { openPaths } from '../../src/hosts/node/open-paths.js';
import { readCase } from '../../src/intake/read-case.js';
import { allReaders } from '../../src/intake/readers.js';
import { ImageFile, withScratch } from '../../src/testing/image-file.js';
import { judgeCase } from '../../src/testing/judge.js';
import { makeDisk } from './disk.js';
import { missingPrograms } from './programs.js';
import { SCENARIOS } from './scenarios.js';

const SMALL_MEGABYTES = 2;

describe('the stories of made disks', () => {
  it('have names of their own', () => {
    expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length);
  });
});

describe.skipIf(missingPrograms().length > 0)("made disks (skipped without Debian's programs)", () => {
  const some = SCENARIOS.filter(({ id }) =>
    ['false-alarm', 'mbr-too-small', 'large-sectors', 'restart-awaited'].includes(id),
  );
  it.each(some)('$id: the disk is what its truth says, and is judged so', (scenario) => {
    withScratch((folder) => {
      const [scratch, cache] = ['scratch', 'cache'].map((name) => join(folder, name)) as [string, string];
      for (const path of [scratch, cache]) mkdirSync(path);
      const truth = makeDisk({ ...scenario, imageMegabytes: SMALL_MEGABYTES }, folder, scratch, cache);
      const source = new ImageFile(join(folder, truth.file));
      const defects: string[] = [];
      const map = openDisk(source, (defect) => defects.push(defect.message));

      expect(defects).toEqual([]);
      expect([map.style, map.sectorSize, map.container]).toEqual([
        scenario.style,
        scenario.sectorSize,
        scenario.container,
      ]);
      expect([map.diskGuid, map.signature]).toEqual([truth.diskGuid, truth.signature]);
      const layout = map.partitions.map(({ startByte, sizeBytes }) => [startByte, sizeBytes]);
      expect(layout).toEqual(truth.partitions.map(({ offset, size }) => [offset, size]));
      const volumeOf = (role: string) => {
        const offset = truth.partitions.find((partition) => partition.role === role)?.offset;
        return map.partitions.find(({ startByte }) => startByte === offset)?.volume;
      };
      const holder = volumeOf(truth.image?.role ?? '');
      const image = holder?.ntfs?.lookup(truth.image?.path ?? '')?.open();
      expect(image?.size).toBe(truth.image?.size);
      if (image === undefined) return;
      const wim = openWim(image, (defect) => defects.push(defect.message));
      const shell = wim.find(1, 'Windows/System32/winpeshl.exe');
      expect(shell && readPeVersion(wim.open(shell))?.fileVersion).toBe(scenario.version);
      const windows = volumeOf('windows')?.ntfs;
      for (const path of ['config/SOFTWARE', 'config/SYSTEM', 'Recovery/ReAgent.xml', 'winevt/Logs/System.evtx']) {
        expect(windows?.lookup(`Windows/System32/${path}`), path).not.toBeNull();
      }
      const staged = windows?.lookup('$WinREAgent/Scratch/update.wim')?.open();
      expect(staged === undefined).toBe(scenario.pendingVersion === null);
      if (scenario.style === 'gpt') expect(volumeOf('esp')?.fat?.lookup('EFI/Microsoft/Boot/BCD')).not.toBeNull();
      source.close();

      const opened = openPaths([source.path]);
      const { answer, cause } = judgeCase(readCase(opened.files, allReaders({ makeHasher }))).devices[0].verdict;
      opened.closeAll();
      expect({ answer, cause }).toEqual(scenario.expect);
    });
  });
});
