import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generate, ROOT } from './generate.js';
import { pseudo } from './pseudo.js';

describe('generated files', () => {
  it('are fresh: `npm run gen` would change none', async () => {
    const stale = [...(await generate())]
      .filter(([name, text]) => !existsSync(join(ROOT, name)) || readFileSync(join(ROOT, name), 'utf8') !== text)
      .map(([name]) => name);
    expect(stale).toEqual([]);
  });
});

describe('pseudo', () => {
  it('accents and lengthens text, and leaves placeholders and code alone', () => {
    const made = pseudo('Run `reagentc /info` for {kb}');
    expect(made).toContain('`reagentc /info`');
    expect(made).toContain('{kb}');
    expect(made.replace(/`[^`]*`|\{[^{}]*\}/g, '')).not.toMatch(/[A-Za-z]/);
    expect(made.length).toBeGreaterThan('Run `reagentc /info` for {kb}'.length * 1.2);
  });
});
