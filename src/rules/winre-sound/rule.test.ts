import { APRIL_KB, covers, day, enabled, failed, level, succeeded } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'on, at the last published level, no failure in a history that reaches to now',
    given: [enabled(true), level('10.0.22000.3250')],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'by a file inside the image',
    given: [enabled(true), level('10.0.22000.3250', 'file-in-image')],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'one revision below',
    given: [enabled(true), level('10.0.22000.3249')],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'cleared' },
  },
  {
    name: 'off',
    given: [enabled(false), level('10.0.22000.3250')],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'cleared' },
  },
  {
    name: 'at a level that later updates have left behind, nobody knows how far',
    given: [enabled(true), level('10.0.19041.3920')],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'undecided', missing: ['winre-version'] },
  },
  {
    name: 'unless the newest of that day is in',
    given: [enabled(true), level('10.0.19041.5728'), succeeded(day(-1), APRIL_KB)],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'one before the newest of that day',
    given: [enabled(true), level('10.0.19041.5728'), succeeded(day(-1), 'KB5042320')],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'undecided', missing: ['winre-version'] },
  },
  {
    name: 'the newest of all is in',
    given: [enabled(true), level('10.0.19041.7000'), succeeded(day(0), 'KB5120221')],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'the history ends more than a day before the moment judged',
    given: [enabled(true), level('10.0.22000.3250')],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(1, 1),
    expect: { outcome: 'undecided', missing: ['judged'] },
  },
  {
    name: 'no history was read',
    given: [enabled(true), level('10.0.22000.3250')],
    at: day(0),
    expect: { outcome: 'undecided', missing: ['judged'] },
  },
  {
    name: 'a person says that it is on',
    given: [enabled(true, {}, { witness: 'person' }), level('10.0.22000.3250')],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'undecided', missing: ['winre-config'] },
  },
  {
    name: 'the level is a value in the registry',
    given: [enabled(true), level('10.0.22000.3250', 'registry-value')],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'undecided', missing: ['winre-version'] },
  },
  {
    name: 'witnesses disagree on whether it is on',
    given: [enabled(true, {}, { witness: 'state-file' }), enabled(false), level('10.0.22000.3250')],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'cleared' },
  },
  {
    name: 'an update failed',
    given: [failed(day(0)), enabled(true), level('10.0.22000.3250')],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'not-applicable' },
  },
]);
