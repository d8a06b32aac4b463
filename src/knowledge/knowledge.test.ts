import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FACTS } from '../testing/shared.js';
import { CAUSE_IDS } from './causes.js';
import { KNOWLEDGE, type KnowledgeTables, withRows } from './knowledge.js';
import { KnowledgeFileError, readKnowledgeFile } from './knowledge-file.js';
import { knowledgeJsonSchema, ROW_SCHEMAS } from './schema.js';
import type { Table } from './table.js';
import { findUpdate, isWinReUpdate, supersedes, targetOf } from './updates.js';

const NAMES = Object.keys(ROW_SCHEMAS) as (keyof KnowledgeTables)[];
const tableOf = (name: keyof KnowledgeTables): Table<object> => KNOWLEDGE[name] as unknown as Table<object>;

describe('every table', () => {
  it.each(NAMES)('%s: every row is what its schema says, and says it fully', (name) => {
    const wrong: string[] = [];
    for (const row of tableOf(name).rows()) {
      const checked = ROW_SCHEMAS[name].safeParse(row);
      if (!checked.success) wrong.push(`${tableOf(name).keyOf(row)}: ${checked.error.message}`);
      else expect(checked.data).toEqual(row); // nothing was filled in
    }
    expect(wrong).toEqual([]);
  });

  it.each(NAMES)('%s: keys are there once, and find their row', (name) => {
    const table = tableOf(name);
    const keys = table.rows().map((row) => table.keyOf(row).toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
    for (const row of table.rows()) expect(table.find(table.keyOf(row).toUpperCase())).toBe(row);
    expect(table.find('no such key')).toBeUndefined();
  });

  it('names a source in each row, but for what is known from device records or talk alone', () => {
    const without = NAMES.flatMap((name) =>
      tableOf(name)
        .rows()
        .filter((row) => (row as { source: string[] }).source.length === 0)
        .map((row) => tableOf(name).keyOf(row)),
    );
    expect(without).toEqual(['KB5063522']);
  });

  it('refers only to updates, causes and things that exist', () => {
    const dangling: string[] = [];
    const known = (kb: string) => findUpdate(kb) !== undefined;
    for (const row of KNOWLEDGE.updates.rows()) {
      const named = [...row.replaces, ...row.replacedBy, ...row.integrates, ...row.probablyIntegrates];
      for (const issue of row.knownIssues) named.push(...issue.resolvedBy);
      dangling.push(...named.filter((kb) => !known(kb)).map((kb) => `${row.id} names ${kb}`));
    }
    for (const row of KNOWLEDGE.imageFixes.rows()) {
      const named = row.fixes.flatMap(({ kbs }) => kbs);
      dangling.push(...named.filter((kb) => !known(kb)).map((kb) => `${row.id} names ${kb}`));
    }
    const tables = [...NAMES.map(tableOf)];
    const free = ['du-title-windows-10', 'cumulative'];
    for (const row of KNOWLEDGE.misclaims.rows()) {
      const lost = row.about.filter(
        (key) => !free.includes(key) && tables.every((table) => table.find(key) === undefined),
      );
      dangling.push(...lost.map((key) => `${row.id} is about ${key}`));
    }
    expect(dangling).toEqual([]);
  });

  it('has a row for each cause', () => {
    expect(KNOWLEDGE.causes.rows().map(({ id }) => id)).toEqual(CAUSE_IDS);
  });
});

/** Runs of so many words in common with the notes we read would be copying. */
const COPIED_WORDS = 7;

describe.skipIf(FACTS === null)('words (skipped where the facts are not beside the checkout)', () => {
  it('are our own: no row repeats a sentence of the facts', () => {
    const names = [
      'error-codes.json',
      'kb-catalog.json',
      'winre-servicing.md',
      'fixes.md',
      'other-0x80070643.md',
      'dynamic-update.md',
    ];
    const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, ' ');
    const facts = names.map((name) => plain(readFileSync(join(FACTS ?? '', name), 'utf8'))).join(' ');
    const copied: string[] = [];
    const look = (value: unknown, key: string): void => {
      if (typeof value === 'string' && !/title|source|products|provider|symbol/i.test(key)) {
        const words = plain(value).trim().split(' ');
        for (let at = 0; at + COPIED_WORDS <= words.length; at++) {
          const run = words.slice(at, at + COPIED_WORDS).join(' ');
          if (facts.includes(run)) copied.push(run);
        }
      } else if (typeof value === 'object' && value !== null) {
        for (const [name, inner] of Object.entries(value)) look(inner, Array.isArray(value) ? key : name);
      }
    };
    for (const name of NAMES) for (const row of tableOf(name).rows()) look(row, name);
    expect(copied).toEqual([]);
  });
});

describe('a knowledge file', () => {
  const file = (rows: object) => JSON.stringify({ knowledgeVersion: 1, ...rows });

  it('adds an update in one line, which then takes part in everything', () => {
    const extra = readKnowledgeFile(
      file({
        date: '2027-01-15',
        updates: [
          {
            kb: 'KB5999999',
            kind: 'winre-update',
            title: 'A later one',
            osBuilds: ['19045'],
            releaseDate: '2027-01-12',
            targetWinReVersion: '10.0.19041.7000',
            replaces: ['KB5120221'],
          },
        ],
      }),
    );
    const more = withRows(KNOWLEDGE, extra);
    expect(more.date).toBe('2027-01-15');
    expect(isWinReUpdate('5999999', more.updates)).toBe(true);
    expect(supersedes('KB5999999', 'KB5034441', more.updates)).toBe(true);
    expect(findUpdate('KB5120221', more.updates)?.replacedBy).toEqual(['KB5999999']);
    expect(targetOf('KB5999999', more.updates)?.version).toBe('10.0.19041.7000');
    expect(findUpdate('KB5999999', more.updates)?.branch).toBe(19041);
    expect(findUpdate('KB5999999')).toBeUndefined(); // the base is untouched
    expect(KNOWLEDGE.date).toBe('2026-11-20');
  });

  it('replaces a row whose key is known', () => {
    const extra = readKnowledgeFile(file({ errorCodes: [{ id: '0x80070643', family: 'msi', meaning: 'Ours' }] }));
    const more = withRows(KNOWLEDGE, extra);
    expect(more.errorCodes.find('0x80070643')?.meaning).toBe('Ours');
    expect(more.errorCodes.find('0x80070643')?.win32).toBe(1603);
    expect(more.errorCodes.rows().length).toBe(KNOWLEDGE.errorCodes.rows().length);
  });

  it.each([
    ['{', /not JSON/],
    ['[]', /the whole file: /],
    [file({ updates: [{ kb: '5034441', kind: 'winre-update', title: 'x' }] }), /updates\[0\]\.kb: .*KB number/],
    [file({ updates: [{ kb: null, kind: 'winre-update', title: 'x' }] }), /updates\[0\]\.id: .*needs an id/],
    [file({ products: [{ id: 'x', name: 'x', titles: ['('], fix: ['y'] }] }), /products\[0\]\.titles\[0\]: .*regular/],
    [file({ causes: [{ id: 'new', answer: 'repair', title: 'x', meaning: 'x', fix: ['x'] }] }), /causes\[0\]\.id/],
    [file({ updatez: [] }), /updatez/],
  ])('says where it is wrong: %s', (text, message) => {
    expect(() => readKnowledgeFile(text)).toThrow(KnowledgeFileError);
    expect(() => readKnowledgeFile(text)).toThrow(message);
  });

  it('can be written as docs/knowledge.md shows', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'knowledge.md'), 'utf8');
    const example = /```json\n(.*?)```/s.exec(page)?.[1] ?? '';
    expect(readKnowledgeFile(example).updates?.length).toBe(1);
  });

  it('has a published JSON Schema, which is fresh (npm run gen)', () => {
    const path = join(import.meta.dirname, '..', '..', 'schemas', 'knowledge-v1.json');
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(knowledgeJsonSchema());
  });
});
