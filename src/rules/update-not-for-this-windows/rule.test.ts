import { day, enabled, fact, failed, LEVEL_KB } from '../../testing/facts.js';
import { question } from '../../testing/judge.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'an update of Windows 10, asked about on Windows 11',
    given: [fact('os-version', { build: 26100 })],
    asked: question('KB5034441'),
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'another build of the same branch',
    given: [fact('os-version', { build: 19045 })],
    asked: question('KB5034441'),
    expect: { outcome: 'cleared' },
  },
  {
    name: 'it failed here: it was offered, whatever it is said to be for',
    given: [fact('os-version', { build: 26100 }), failed(day(0), LEVEL_KB)],
    asked: question('KB5034441'),
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'a person says which Windows it is',
    given: [fact('os-version', { build: 26100 }, { witness: 'person' })],
    asked: question('KB5034441'),
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'a number that nobody knows',
    given: [fact('os-version', { build: 26100 })],
    asked: question('KB5999999'),
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'a build that nobody knows',
    given: [fact('os-version', { build: 99999 })],
    asked: question('KB5034441'),
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'the build was not read',
    given: [enabled(true)],
    asked: question('KB5034441'),
    expect: { outcome: 'undecided', missing: ['os'] },
  },
]);
