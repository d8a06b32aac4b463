/** Evidence of different machines is never joined. */
import { describe, expect, it } from 'vitest';
import { examples } from '../../tools/examples.js';
import { judgeCase, readSources, type Sources } from './judge.js';

const under = (folder: string, files: Sources): Sources =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));
const made = examples();
const answers = (sources: Sources) =>
  judgeCase(readSources(sources)).devices.map(({ verdict }) => `${verdict.answer}/${verdict.cause}`);

describe('devices', () => {
  it('in two folders are two, each with what lies beside its log, the worse first', () => {
    const sources = {
      ...under('a', made['april-2025-false-alarm']),
      ...under('b', made['recovery-partition-too-small']),
    };
    expect(answers(sources)).toEqual(['repair/partition-too-small', 'ignore/false-alarm']);
  });

  it('take nothing from one another: a healthy one does not soothe for the other', () => {
    const broken = made['recovery-partition-too-small'];
    const healthy = made['april-2025-false-alarm'];
    const sources = {
      ...under('x', { 'System.evtx': broken['System.evtx'] }),
      ...under('y', { 'System.evtx': healthy['System.evtx'] }),
    };
    expect(answers(sources)).toEqual(['repair/partition-too-small', 'ignore/false-alarm']);
  });

  it('that cannot be told apart by name are one', () => {
    expect(
      answers({ 'reagentc.txt': made['april-2025-false-alarm']['reagentc-info.txt'], ...made['restart-awaited'] }),
    ).toHaveLength(1);
  });

  it('leave what nobody claims to itself', () => {
    const sources = {
      ...under('a', made['april-2025-false-alarm']),
      ...under('b', made['recovery-partition-too-small']),
      'ticket.txt': made['winre-switched-off']['ticket.txt'],
    };
    expect(answers(sources)).toEqual(['repair/partition-too-small', 'repair/winre-disabled', 'ignore/false-alarm']);
  });
});
