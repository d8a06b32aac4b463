import { expect, it } from 'vitest';
import { pseudo } from './pseudo.js';

it('accents and lengthens text, and leaves placeholders and code alone', () => {
  const text = 'Run `reagentc /info` for {kb}';
  const made = pseudo(text);
  expect(made).toContain('`reagentc /info`');
  expect(made).toContain('{kb}');
  expect(made.replace(/`[^`]*`|\{[^{}]*\}/g, '')).not.toMatch(/[A-Za-z]/);
  expect(made.length).toBeGreaterThan(text.length * 1.2);
});
