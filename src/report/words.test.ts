import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { english } from '../locales/locales.js';
import { words } from './words.js';

const SRC = join(import.meta.dirname, '..');

describe('the words of the report', () => {
  it('are there for every id that any room names', () => {
    const missing: string[] = [];
    for (const name of readdirSync(SRC, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
      const text = readFileSync(join(SRC, name), 'utf8');
      for (const [, id] of text.matchAll(/['`](report\/[\w-]+#[\w.-]+)['`]/g)) {
        if (english.words[id] === undefined) missing.push(`${name}: ${id}`);
      }
      // An id that ends in a value: at least one word begins like it.
      for (const [, start] of text.matchAll(/['`](report\/[\w-]+#[\w.-]*)\$\{/g)) {
        if (!Object.keys(english.words).some((id) => id.startsWith(start))) missing.push(`${name}: ${start}…`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('have a note for whoever translates them', () => {
    for (const [group, texts] of Object.entries(words)) {
      for (const [name, { text, note }] of Object.entries<{ text: string; note: string }>(texts)) {
        expect(text.trim(), `${group}#${name}`).toBe(text);
        expect(text.length * note.length, `${group}#${name}`).toBeGreaterThan(0);
      }
    }
  });
});
