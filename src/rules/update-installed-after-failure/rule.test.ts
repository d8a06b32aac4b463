import { APRIL_KB, agent, covers, day, failed, LEVEL_KB, level, localDay, succeeded } from '../../testing/facts.js';
import { question } from '../../testing/judge.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'Windows Update recorded success after it',
    given: [failed(day(0)), succeeded(day(1))],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'and all events since were read',
    given: [failed(day(0)), succeeded(day(1))],
    coverage: [covers('update-events', day(-1), day(3))],
    at: day(3),
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'the log begins after the failure',
    given: [failed(day(0)), succeeded(day(1))],
    coverage: [covers('update-events', day(0, 1), day(3))],
    at: day(3),
    expect: { outcome: 'undecided' },
  },
  {
    name: 'the log ends more than a day before the moment judged',
    given: [failed(day(0)), succeeded(day(1))],
    coverage: [covers('update-events', day(-1), day(3))],
    at: day(4, 1),
    expect: { outcome: 'undecided' },
  },
  {
    name: 'WinREAgent succeeded after it',
    given: [failed(day(0)), agent('succeeded', day(1), { version: '10.0.19041.5737' })],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'to a level below what this update must bring',
    given: [failed(day(0), APRIL_KB), agent('succeeded', day(1), { version: '10.0.19041.3919' })],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'for another update',
    given: [failed(day(0)), agent('succeeded', day(1), { kb: 'KB5034441' })],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'a success of WinREAgent does not prove a cumulative update',
    given: [failed(day(0), 'KB5066835'), agent('succeeded', day(1))],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'the success came at the same moment: no order',
    given: [failed(day(0)), succeeded(day(0))],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'by a clock of unknown zone the order cannot be told',
    given: [failed(day(0)), succeeded(localDay(0, 3))],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'a day and a half later it can, in any zone',
    given: [failed(day(0)), succeeded(localDay(1, 12))],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'two readings of one clock have an order',
    given: [failed(localDay(0)), succeeded(localDay(0, 3))],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'it failed again since',
    given: [failed(day(0)), succeeded(day(1)), agent('failed', day(2))],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'another failure cannot be told to be earlier',
    given: [failed(day(0)), failed(localDay(0, -4)), succeeded(day(0, 1))],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'a file in the image has the published level',
    given: [failed(day(0), LEVEL_KB), level('10.0.19041.3920', 'file-in-image')],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'one revision less',
    given: [failed(day(0), LEVEL_KB), level('10.0.19041.3919', 'file-in-image')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'the image decides, whatever WinREAgent wrote of the attempt',
    given: [failed(day(0), LEVEL_KB), agent('failed', day(0)), level('10.0.19041.3920', 'file-in-image')],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'a later failure stands all the same',
    given: [failed(day(0), LEVEL_KB), agent('failed', day(2)), level('10.0.19041.3920', 'file-in-image')],
    asked: question('KB5034441'),
    expect: { outcome: 'cleared' },
  },
  {
    name: 'reagentc prints the level',
    given: [failed(day(0), LEVEL_KB), level('10.0.19041.3920')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'the registry value alone proves nothing',
    given: [failed(day(0), LEVEL_KB), level('10.0.19041.9999', 'registry-value')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'metadata of the image may lag behind its files, never run ahead: at the level it supports',
    given: [failed(day(0), LEVEL_KB), level('10.0.19041.3920', 'image-metadata')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'metadata below the level proves nothing',
    given: [failed(day(0), LEVEL_KB), level('10.0.19041.3919', 'image-metadata')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'metadata that stayed behind contradicts nothing',
    given: [
      failed(day(0), LEVEL_KB),
      level('10.0.19041.3920', 'file-in-image'),
      level('10.0.19041.1', 'image-metadata'),
    ],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'reagentc says less than the event did',
    given: [failed(day(0), LEVEL_KB), level('10.0.19041.3920', 'event-4501', day(1)), level('10.0.19041.3000')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602'), succeeded(day(1), 'KB2267602')],
    expect: { outcome: 'not-applicable' },
  },
  { name: 'nothing failed', given: [succeeded(day(1))], expect: { outcome: 'undecided' } },
]);
