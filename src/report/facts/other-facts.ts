import type { Describers } from '../describe-fact.js';
import { phrase } from '../phrase.js';

export const otherFacts = {
  'evidence-loss': ({ what, subject }) => phrase(`report/loss#${what}`, { subject }),

  statement: ({ claim, kb }) => {
    const said = phrase(`report/statement#${claim}`);
    return kb === null ? said : phrase('report/statement#about-kb', { claim: said, kb });
  },
} satisfies Partial<Describers>;
