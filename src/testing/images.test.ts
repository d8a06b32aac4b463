/** Whole disks of the outside corpus, read straight from the image: every number of their truth, measured by other programs. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile, Fact, KindId } from '../evidence/model.js';
import { makeHasher } from '../hosts/node/hasher.js';
import { openPaths } from '../hosts/node/open-paths.js';
import { readCase } from '../intake/read-case.js';
import { allReaders } from '../intake/readers.js';
import { judgeCase, question } from './judge.js';
import { CORPUS, hasProgram } from './shared.js';

interface Truth {
  readonly file: string;
  readonly same_disk_as?: string;
  readonly disk_guid: string | null;
  readonly partitions: readonly { index: number; start: number; size: number; type: string; free_bytes?: number }[];
  readonly os: {
    readonly computer: string;
    readonly build: string;
    readonly winre_version_value: string | null;
    readonly reboot_pending: boolean;
  } | null;
  readonly winre: {
    readonly enabled_in_reagent: boolean | null;
    readonly bcd_id: string | null;
    readonly wim_bytes: number | null;
    readonly wim_version: string | null;
  };
  readonly recovery_free_bytes: number | null;
}

const here = CORPUS !== null && hasProgram('zstd');
const truths: readonly Truth[] = here ? JSON.parse(readFileSync(join(CORPUS ?? '', 'images/images.json'), 'utf8')) : [];
const byFile = new Map(truths.map((truth) => [truth.file, truth]));

const facts = <K extends KindId>(file: CaseFile, kind: K) =>
  file.facts.filter((fact) => fact.kind === kind) as unknown as Fact<K>[];

describe.skipIf(!here)('disk images of the corpus (skipped where it or zstd is not there)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'winre-doctor-'));
    mkdirSync(folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const { file: name, same_disk_as } of truths) {
    const truth = byFile.get(same_disk_as ?? name) as Truth;
    it(`${name} is read to the byte`, () => {
      const image = join(folder, name.replace(/\.zst$/, ''));
      const unpacked = spawnSync('zstd', ['-dq', '--sparse', join(CORPUS ?? '', 'images', name), '-o', image]);
      expect(unpacked.status).toBe(0);
      try {
        const opened = openPaths([image]);
        const file = readCase(opened.files, allReaders({ makeHasher }));
        check(file, truth);
        // No published level proves the update, so nothing on these disks may soothe who saw it fail, unless its level is there.
        const verdict = judgeCase(file, question('KB5057589')).devices[0].verdict;
        if (truth.winre.wim_version === '10.0.19041.3636') expect(verdict.answer).not.toBe('ignore');
        opened.closeAll();
      } finally {
        if (existsSync(image)) rmSync(image);
      }
    });
  }
});

function check(file: CaseFile, truth: Truth): void {
  const [layout] = facts(file, 'disk-layout');
  const shown = layout.value.partitions.map((part) => [part.offsetBytes, part.sizeBytes]);
  expect(shown).toEqual(truth.partitions.map((part) => [part.start, part.size]).sort((a, b) => a[0] - b[0]));
  if (truth.disk_guid !== null) expect(layout.value.diskId).toBe(truth.disk_guid.replace(/[{}]/g, ''));
  for (const part of truth.partitions) {
    if (part.free_bytes === undefined) continue;
    const same = layout.value.partitions.find((one) => one.offsetBytes === part.start);
    expect(same?.freeBytes).toBe(part.free_bytes);
  }
  const versions = facts(file, 'winre-version').filter(
    (fact) => fact.witness === 'image-file' || fact.witness === 'image-metadata',
  );
  if (truth.winre.wim_version !== null)
    expect(versions.map((fact) => fact.value.version)).toContain(truth.winre.wim_version);
  if (truth.winre.wim_bytes !== null) {
    const sizes = facts(file, 'winre-image')
      .filter((fact) => fact.value.state === 'present')
      .map((fact) => fact.value.sizeBytes);
    expect(sizes).toContain(truth.winre.wim_bytes);
  }
  const state = facts(file, 'winre-config').find((fact) => fact.witness === 'state-file');
  if (state !== undefined && truth.winre.enabled_in_reagent !== null)
    expect(state.value.enabled).toBe(truth.winre.enabled_in_reagent);
  checkHives(file, truth);
}

/** What the hives and the boot store of its Windows say; a volume that is encrypted says nothing. */
function checkHives(file: CaseFile, truth: Truth): void {
  const entries = facts(file, 'boot-entry').map(({ value }) => value);
  const standard = entries.find(({ isDefault }) => isDefault === true);
  expect(standard?.role).toBe('os-loader');
  const id = truth.winre.bcd_id?.replace(/[{}]/g, '');
  if (truth.winre.enabled_in_reagent === true && id !== undefined) {
    expect(standard?.recoverySequence).toBe(id);
    expect(entries.find((entry) => entry.id === id)?.path).toBe('\\Recovery\\WindowsRE\\Winre.wim');
  }
  if (truth.os === null || facts(file, 'os-version').length === 0) return;
  const [version] = facts(file, 'os-version').map(({ value }) => value);
  expect(`${version.build}.${version.revision}`).toBe(truth.os.build);
  expect(facts(file, 'device-identity').map(({ value }) => value.computerName)).toContain(truth.os.computer);
  const levels = facts(file, 'winre-version').filter(({ value }) => value.shownBy === 'registry-value');
  expect(levels.map(({ value }) => value.version)).toEqual(
    truth.os.winre_version_value === null ? [] : [truth.os.winre_version_value],
  );
  const pending = facts(file, 'pending-restart').find(({ value }) => value.indicator === 'cbs-reboot-pending');
  expect(pending?.value.present).toBe(truth.os.reboot_pending);
}
