/** Holds the tables against the facts they were made from, field by field. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FACTS } from '../testing/shared.js';
import { ERROR_CODES, findErrorCode } from './error-codes.js';
import { readPackageName, UPDATE_FILES, updateFileBySha1 } from './update-files.js';
import { findUpdate, supersedes, UPDATES } from './updates.js';

interface CatalogRecord {
  kb: string | null;
  kind: string;
  kindConfidence: string;
  title: string;
  confidence: string;
  osBuilds: string[];
  releaseDate: string | null;
  releaseDateNote: string | null;
  windowsUpdateTitle: string | null;
  targetWinReVersion: string | null;
  targetWinReVersionConfidence: string | null;
  observedWinReVersion?: { value: string };
  prerequisites: string[];
  replaces: string[];
  replacedBy: string[];
  notOfferedWhen: string[];
  knownIssues: unknown[];
  integrates: string[];
  uninstallable: boolean | null;
  restartRequired: boolean | null;
  channels: unknown;
  catalogFiles: string[];
  sources: string[];
}
interface CodeRecord {
  hex: string;
  int32: number | null;
  uint32: number | null;
  win32: number | null;
  symbol: string | null;
  family: string;
  confidence: string;
  sources: string[];
}

const read = <T>(name: string): T => JSON.parse(readFileSync(join(FACTS ?? '', name), 'utf8'));
const here = FACTS !== null && existsSync(FACTS);

describe.skipIf(!here)('tables against the facts (skipped where the facts are not beside the checkout)', () => {
  it('updates: all 304 records, every number equal', () => {
    const records = read<CatalogRecord[]>('kb-catalog.json');
    expect(records.length).toBe(304);
    expect(UPDATES.rows().length).toBe(304);
    const differences: string[] = [];
    for (const record of records) {
      const row = record.kb === null ? findUpdate('winre-server-2022-november-2024') : findUpdate(record.kb);
      if (row === undefined) {
        differences.push(`${record.kb} is missing`);
        continue;
      }
      const pairs: [string, unknown, unknown][] = [
        ['kb', row.kb, record.kb],
        ['kind', row.kind, record.kind],
        ['kindConfidence', row.kindConfidence, record.kindConfidence],
        ['confidence', row.confidence, record.confidence],
        ['osBuilds', row.osBuilds, record.osBuilds],
        ['releaseDate', row.releaseDate, record.releaseDate],
        ['windowsUpdateTitle', row.windowsUpdateTitle, record.windowsUpdateTitle],
        ['target', row.targetWinReVersion, record.targetWinReVersion],
        ['targetConfidence', row.targetConfidence, record.targetWinReVersionConfidence],
        ['observed', row.observedWinReVersion, record.observedWinReVersion?.value ?? null],
        ['requires', row.requires.length, record.prerequisites.length],
        ['replaces', row.replaces, record.replaces],
        ['notOfferedWhen', row.notOfferedWhen.length, record.notOfferedWhen.length],
        ['integrates', row.integrates, record.integrates],
        ['uninstallable', row.uninstallable, record.uninstallable],
        ['restartRequired', row.restartRequired, record.restartRequired],
        ['channels', row.channels, record.channels],
        ['sources', row.source.length, record.sources.length],
      ];
      for (const [field, ours, theirs] of pairs) {
        if (JSON.stringify(ours) !== JSON.stringify(theirs))
          differences.push(`${row.id} ${field}: ${ours}, not ${theirs}`);
      }
      const seen = /before (\d{4}-\d\d-\d\d)/.exec(record.releaseDateNote ?? '')?.[1];
      if (seen !== undefined && row.releasedBy !== seen) differences.push(`${row.id} releasedBy: ${row.releasedBy}`);
      for (const newer of record.replacedBy) {
        if (!supersedes(newer, row.id)) differences.push(`${newer} does not supersede ${row.id}`);
      }
      if (row.knownIssues.length < record.knownIssues.length) differences.push(`${row.id} lacks a known issue`);
      if (row.kind !== 'safe-os-du' && row.kind !== 'setup-du' && row.kind !== 'du-unclassified') {
        if (row.title !== record.title) differences.push(`${row.id} title: ${row.title}`);
      }
    }
    expect(differences).toEqual([]);
  });

  it('files: every one whose name bears its SHA-1', () => {
    const records = read<CatalogRecord[]>('kb-catalog.json');
    const named = records.flatMap(({ kb, catalogFiles }) => catalogFiles.map((file) => ({ kb, file })));
    const hashed = named.filter(({ file }) => /_[0-9a-f]{40}/.test(file));
    for (const { kb, file } of hashed) {
      const claim = readPackageName(file);
      expect(claim?.kb).toBe(kb);
      expect(updateFileBySha1(claim?.sha1 ?? '')?.kb).toBe(kb);
    }
    expect(UPDATE_FILES.rows().length).toBe(new Set(hashed.map(({ file }) => readPackageName(file)?.sha1)).size);
  });

  it('error codes: all 312 records, every number, symbol and family equal', () => {
    const { codes } = read<{ codes: CodeRecord[] }>('error-codes.json');
    expect(codes.length).toBe(312);
    expect(ERROR_CODES.rows().length).toBe(312);
    const differences: string[] = [];
    for (const record of codes) {
      const row = record.uint32 === null ? ERROR_CODES.find(record.hex) : findErrorCode(record.uint32);
      const ours = row && [row.id, row.int32, row.value, row.win32, row.symbol, row.family, row.confidence, row.source];
      const theirs = [
        record.hex,
        record.int32,
        record.uint32,
        record.win32,
        record.symbol,
        record.family,
        record.confidence,
        record.sources,
      ];
      if (JSON.stringify(ours) !== JSON.stringify(theirs))
        differences.push(`${JSON.stringify(ours)}, not ${JSON.stringify(theirs)}`);
    }
    expect(differences).toEqual([]);
  });
});
