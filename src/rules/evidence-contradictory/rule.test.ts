import { day, disk, enabled, failed, level, said } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'ReAgent.xml and reagentc disagree',
    given: [enabled(true, {}, { witness: 'state-file' }), enabled(false)],
    expect: { outcome: 'found', certainty: 'supported', data: { about: { list: ['winre-config'] } } },
  },
  {
    name: 'they agree',
    given: [enabled(true, {}, { witness: 'state-file' }), enabled(true)],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'an event showed a higher level than reagentc prints',
    given: [level('10.0.19041.5737', 'event-4501', day(0)), level('10.0.19041.3920')],
    expect: { outcome: 'found', certainty: 'supported', data: { about: { list: ['winre-version'] } } },
  },
  {
    name: 'an event of before showed a lower one',
    given: [level('10.0.19041.3920', 'event-4501', day(0)), level('10.0.19041.5737')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'metadata of the image stayed behind',
    given: [level('10.0.19041.1', 'image-metadata'), level('10.0.19041.5737', 'file-in-image')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'a person denies the partition that is listed',
    given: [disk(0), said('recovery-partition-absent'), enabled(true)],
    expect: { outcome: 'found', certainty: 'supported', data: { about: { list: ['recovery-partition'] } } },
  },
  { name: 'nothing of WinRE was read', given: [failed(day(0))], expect: { outcome: 'undecided' } },
]);
