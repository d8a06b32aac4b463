import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'WinRE works but lacks published security fixes',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'WinRE may lack published security fixes',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'The recovery image is at {version}; {newest} has been published for this Windows. Nothing in the evidence will bring it by itself.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Install the newest recovery update for this Windows, or apply the newest Safe OS package by hand.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'The recovery image is not shown to be older than the published fixes.',
    note: 'Why this cause is ruled out; one line.',
  },
};
