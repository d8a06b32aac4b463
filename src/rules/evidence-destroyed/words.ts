import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'Records that would tell more were taken away: {losses}',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'Records that would tell more may have been taken away: {losses}',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'A cleared log, a wiped history or deleted restart flags mend nothing: they only hide what happened before. Silence from that time says nothing.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Keep the logs as they are from now on.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'The records of updates are there.',
    note: 'Why this is ruled out; one line.',
  },
};
