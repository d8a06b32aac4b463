import { describe, expect, it } from 'vitest';
import { LEXICONS } from '../../formats/prose/lexicon/all.js';
import { said } from '../../testing/prose-hearing.js';
import { SCENARIOS } from '../../testing/prose-scenarios.js';
import { SENTENCES } from '../../testing/prose-sentences.js';

const scenarios = Object.entries(SCENARIOS);

describe('each language can say each thing', () => {
  it('and none is left out', () => {
    expect(Object.keys(SENTENCES).sort()).toEqual(LEXICONS.map(({ tag }) => tag).sort());
  });

  for (const [tag, sentences] of Object.entries(SENTENCES)) {
    describe(tag, () => {
      it('has one sentence a scenario', () => {
        expect(sentences).toHaveLength(scenarios.length);
      });
      it.each(scenarios.map(([name, heard], index) => [name, sentences[index] ?? '', heard] as const))(
        '%s: %s',
        (_, sentence, heard) => {
          expect(said(sentence)).toEqual(heard);
        },
      );
    });
  }
});
