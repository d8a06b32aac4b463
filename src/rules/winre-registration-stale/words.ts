import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The registration of WinRE does not fit this disk',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The registration of WinRE may not fit this disk',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'ReAgent.xml, the boot configuration and the disk disagree about where the recovery image lies: {detail}. This is usual after cloning, converting or moving partitions.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Save ReAgent.xml and the boot configuration, then run reagentc /disable and reagentc /enable. If that fails, the stale entries must be removed first.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'Registration, boot entry and disk agree, as far as was read.',
    note: 'Why this cause is ruled out; one line.',
  },
};
