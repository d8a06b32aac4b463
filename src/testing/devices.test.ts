/** Evidence of different machines is never joined. */
import { describe, expect, it } from 'vitest';
import { examples } from '../../tools/examples.js';
import { partByDevice } from '../diagnosis/devices.js';
import type { AnyFact, CaseFile } from '../evidence/model.js';
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

  it('named only by a disk go to the one machine in their folder, and to none where two fit', () => {
    const named = (id: string, source: string, computerName: string | null, disk: string | null): AnyFact => ({
      kind: 'device-identity',
      value: { computerName, machineGuid: null, diskIds: disk === null ? [] : [disk] },
      witness: 'event-log',
      cite: { source: id, at: { line: 1 }, quote: source },
    });
    const source = (id: string, name: string) => ({
      id,
      name,
      kind: 'text',
      size: 1,
      sha256: null,
      read: 'whole' as const,
      covers: null,
      defects: 0,
    });
    const file = (diskSource: string): CaseFile => ({
      caseVersion: 1,
      sources: [source('s1', 'a/x.evtx'), source('s2', 'b/y.evtx'), source('s3', diskSource)],
      facts: [named('s1', 'a', 'PC-A', null), named('s2', 'b', 'PC-B', null), named('s3', 'disk', null, '42')],
      coverage: [],
    });
    expect(partByDevice(file('b/ReAgent.xml')).map((part) => part.facts.map((fact) => fact.cite.source))).toEqual([
      ['s1'],
      ['s2', 's3'],
    ]);
    expect(partByDevice(file('ReAgent.xml'))).toHaveLength(3);
  });

  it('with two Windows on one disk get a verdict for each', () => {
    const size = { sizeErrorBytes: 0, offsetErrorBytes: 0, freeBytes: null, letter: null, label: null, active: null };
    const more = { attributes: null, encrypted: false, fileSystem: 'ntfs', typeId: null };
    const part = (number: number, role: 'basic' | 'recovery', offsetBytes: number, sizeBytes: number) => ({
      ...size,
      ...more,
      number,
      role,
      offsetBytes,
      sizeBytes,
    });
    const volume = { label: null, letter: null, fileSystem: 'ntfs', errorBytes: 0, disk: null, dirty: false };
    const exact = (path: string) => ({
      witness: 'disk-structure' as const,
      cite: { source: 's1', at: { byte: 0, length: 1 }, path },
    });
    const state = (source: string, enabled: boolean): AnyFact => ({
      kind: 'winre-config',
      value: { enabled, location: null, bcdId: null, staged: null, onOsVolume: null, operationScheduled: null },
      witness: 'state-file',
      cite: { source, at: { key: 'WindowsRE' } },
    });
    const source = (id: string, name: string, kind: string) => ({
      id,
      name,
      kind,
      size: 1,
      sha256: null,
      read: 'whole' as const,
      covers: null,
      defects: 0,
    });
    const file: CaseFile = {
      caseVersion: 1,
      sources: [
        source('s1', 'd.vhdx', 'disk-image'),
        source('s2', 'd.vhdx/partition 1/Windows/System32/Recovery/ReAgent.xml', 'reagent-xml'),
        source('s3', 'd.vhdx/partition 3/Windows/System32/Recovery/ReAgent.xml', 'reagent-xml'),
      ],
      facts: [
        {
          kind: 'disk-layout',
          value: {
            disk: null,
            style: 'gpt',
            diskId: null,
            sizeBytes: 4e11,
            unallocatedBytes: 0,
            dynamic: null,
            complete: true,
            partitions: [part(1, 'basic', 1e6, 1e11), part(2, 'recovery', 1.1e11, 1e9), part(3, 'basic', 2e11, 1e11)],
          },
          witness: 'disk-structure',
          cite: { source: 's1', at: { byte: 0, length: 1 } },
        },
        {
          kind: 'volume',
          value: { ...volume, partition: 1, role: 'os', sizeBytes: 1e11, freeBytes: 5e10 },
          ...exact('partition 1'),
        },
        {
          kind: 'volume',
          value: { ...volume, partition: 3, role: 'os', sizeBytes: 1e11, freeBytes: 5e10 },
          ...exact('partition 3'),
        },
        state('s2', true),
        state('s3', false),
      ],
      coverage: [],
    };
    const verdicts = judgeCase(file).devices.map(({ verdict }) => `${verdict.answer}/${verdict.cause}`);
    expect(verdicts).toHaveLength(2);
    expect(verdicts[0]).toBe('repair/winre-disabled');
    expect(verdicts[1]).not.toBe('repair/winre-disabled');
  });
});
