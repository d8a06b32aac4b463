/** Event logs: every record to JSON, and only the events that matter to updates, against libevtx. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { type EventToWrite, type ValueToWrite, writeEvtx } from '../src/formats/evtx/write/write.js';
import { hasProgram } from '../src/testing/shared.js';
import { BENCH_CACHE, type Bench, COMMAND, ROOT } from './harness.js';

const LOG = join(BENCH_CACHE, 'system.evtx');
const RUNNER = join(BENCH_CACHE, 'evtx-updates.mjs');
const EVENT_COUNT = 52_000; // 25 MB

export const bench: Bench = {
  prepare() {
    if (!hasProgram('evtxexport')) return 'skipped, since evtxexport is not installed';
    if (!existsSync(LOG)) writeFileSync(LOG, writeEvtx(madeEvents(EVENT_COUNT)));
    buildSync({
      entryPoints: [join(ROOT, 'bench', 'evtx-updates.ts')],
      outfile: RUNNER,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'es2022',
    });
    const peer = ['evtxexport', '-f', 'xml', LOG] as const;
    return [
      {
        name: 'event log, 25 MB: every record to JSON',
        ours: ['node', COMMAND, 'inspect', '--records', LOG],
        peer,
        input: LOG,
        goal: 0.1,
      },
      {
        name: 'event log, 25 MB: only update and restart events',
        ours: ['node', RUNNER, LOG],
        peer,
        input: LOG,
        goal: 0.04,
      },
    ];
  },
};

interface Kind {
  /** Out of every hundred events about so many are of this kind. */
  readonly share: number;
  readonly event: Omit<EventToWrite, 'time' | 'data' | 'channel' | 'computer'>;
  readonly data: (i: number) => readonly (readonly [name: string | null, value: ValueToWrite])[];
}

const string = (value: string): ValueToWrite => ({ type: 'string', value });
const u32 = (value: number): ValueToWrite => ({ type: 'uint32', value });
const guid = (i: number): ValueToWrite => ({
  type: 'guid',
  value: `${i.toString(16).padStart(8, '0')}-9f3c-4d1e-8a5b-0123456789ab`,
});
const texts = (...values: string[]): ValueToWrite => ({ type: 'array', values: values.map(string) });

/** Kinds of event as a System log has them. */
const KINDS: readonly Kind[] = [
  {
    share: 34,
    event: {
      provider: 'Service Control Manager',
      providerGuid: '555908d1-a6d7-4695-8e1e-26931d2012f4',
      eventSourceName: 'Service Control Manager',
      id: 7040,
      qualifiers: 16_384,
      userSid: 'S-1-5-18',
    },
    data: (i) => [
      ['param1', string('Background Intelligent Transfer Service')],
      ['param2', string(i % 2 === 0 ? 'auto start' : 'demand start')],
      ['param3', string(i % 2 === 0 ? 'demand start' : 'auto start')],
      ['param4', string('BITS')],
    ],
  },
  {
    share: 18,
    event: {
      provider: 'Microsoft-Windows-Kernel-General',
      providerGuid: 'a68ca8b7-004f-d7b6-a698-07e2de0f1f5d',
      id: 16,
    },
    data: (i) => [
      ['HiveNameLength', u32(92)],
      [
        'HiveName',
        string(
          `\\??\\C:\\ProgramData\\Microsoft\\Windows\\AppRepository\\Packages\\Package_${i % 97}\\ActivationStore.dat`,
        ),
      ],
      ['KeysUpdated', u32(i % 4000)],
      ['DirtyPages', u32(i % 60)],
    ],
  },
  {
    share: 12,
    event: {
      provider: 'Microsoft-Windows-DistributedCOM',
      providerGuid: '1b562e86-b7aa-4131-badc-b6f3a001407e',
      id: 10016,
      level: 3,
      userSid: 'S-1-5-21-1004336348-1177238915-682003330-1001',
    },
    data: () => [
      ['param1', string('application-specific')],
      ['param2', string('Local')],
      ['param3', string('Activation')],
      ['param4', string('{2593F8B9-4EAF-457C-B68A-50F6B8EA6B54}')],
      ['param5', string('{15C20B67-12E7-4BB6-92BB-7AFF07997402}')],
      ['param6', string('DESKTOP')],
      ['param7', string('user')],
      ['param8', string('S-1-5-21-1004336348-1177238915-682003330-1001')],
      ['param9', string('LocalHost (Using LRPC)')],
      ['param10', string('Unavailable')],
      ['param11', string('Unavailable')],
    ],
  },
  {
    share: 10,
    event: {
      provider: 'Microsoft-Windows-Kernel-Processor-Power',
      providerGuid: '0f67e49f-fe51-4e9f-b490-6f2948cc6027',
      id: 55,
    },
    data: (i) => [
      ['Group', { type: 'uint16', value: 0 }],
      ['Number', u32(i % 16)],
      ['IdleStateCount', u32(1)],
      ['PerfStateCount', u32(0)],
      ['ThrottleStateCount', u32(0)],
      ['IdleImplementation', u32(1)],
      ['NominalFrequency', u32(2304)],
      ['MaximumPerformancePercent', u32(182)],
      ['MinimumPerformancePercent', u32(17)],
      ['MinimumThrottlePercent', u32(2)],
    ],
  },
  {
    share: 8,
    event: {
      provider: 'Microsoft-Windows-WHEA-Logger',
      providerGuid: 'c26c4f3c-3f66-4e99-8f8a-39405cfed220',
      id: 17,
      level: 3,
      userSid: 'S-1-5-19',
    },
    data: (i) => [
      ['ErrorSource', u32(4)],
      ['FRUId', guid(0)],
      ['FRUText', string('')],
      ['ValidBits', { type: 'hexInt64', value: 0xdfn }],
      ['PortType', u32(4)],
      ['Version', u32(0x101)],
      ['DeviceName', string('PCI\\VEN_8086&DEV_A33E&SUBSYS_072F1028&REV_F0')],
      ['RawData', { type: 'binary', value: new Uint8Array(160).fill(i) }],
    ],
  },
  {
    share: 4,
    event: {
      provider: 'Microsoft-Windows-WindowsUpdateClient',
      providerGuid: '945a8954-c147-4acd-923f-40c45405a658',
      id: 19,
      version: 1,
      task: 1,
      opcode: 13,
      keywords: 0x8000_0000_0000_0018n,
      userSid: 'S-1-5-18',
    },
    data: (i) => [
      [
        'updateTitle',
        string(
          `2024-0${(i % 9) + 1} Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB50${34000 + (i % 999)})`,
        ),
      ],
      ['updateGuid', guid(i)],
      ['updateRevisionNumber', u32(200)],
      ['serviceGuid', guid(7)],
    ],
  },
  {
    share: 2,
    event: {
      provider: 'Microsoft-Windows-WindowsUpdateClient',
      providerGuid: '945a8954-c147-4acd-923f-40c45405a658',
      id: 20,
      version: 1,
      level: 2,
      task: 1,
      opcode: 13,
      keywords: 0x8000_0000_0000_0028n,
      userSid: 'S-1-5-18',
    },
    data: (i) => [
      ['errorCode', { type: 'hexInt32', value: 0x8007_0643 }],
      ['updateTitle', string('2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)')],
      ['updateGuid', guid(i)],
      ['updateRevisionNumber', u32(200)],
      ['serviceGuid', guid(7)],
    ],
  },
  {
    share: 6,
    event: {
      provider: 'Microsoft-Windows-Power-Troubleshooter',
      providerGuid: 'cdc05e28-c449-49c6-b9d2-88cf761644df',
      id: 1,
      userSid: 'S-1-5-19',
    },
    data: (i) => [
      ['SleepTime', { type: 'filetime', value: 133_500_000_000_000_000n + BigInt(i) * 600_000_000n }],
      ['WakeTime', { type: 'filetime', value: 133_500_000_300_000_000n + BigInt(i) * 600_000_000n }],
      ['SleepDuration', u32(i % 9000)],
      ['WakeDuration', u32(1200)],
      ['BiosInitDuration', u32(712)],
      ['WakeSourceType', u32(0)],
      ['WakeSourceTextLength', u32(0)],
      ['WakeSourceText', string('')],
      ['FullResume', { type: 'bool', value: false }],
    ],
  },
  {
    share: 3,
    event: { provider: 'EventLog', id: 6013, qualifiers: 32_768 },
    data: (i) => [
      [null, texts('', '', '', '', String(i * 7), '60', '-60 W. Europe Standard Time')],
      ['Binary', { type: 'binary', value: new Uint8Array(300).fill(i) }],
    ],
  },
  {
    share: 1,
    event: {
      provider: 'User32',
      providerGuid: 'b0aa8734-56f7-41cc-b2f4-de228e98b946',
      eventSourceName: 'User32',
      id: 1074,
      qualifiers: 32_768,
      userSid: 'S-1-5-18',
    },
    data: () => [
      ['param1', string('C:\\Windows\\system32\\svchost.exe (DESKTOP)')],
      ['param2', string('DESKTOP')],
      ['param3', string('Operating System: Service pack (Planned)')],
      ['param4', string('0x80020010')],
      ['param5', string('restart')],
      ['param6', string('')],
      ['param7', string('NT AUTHORITY\\SYSTEM')],
    ],
  },
  {
    share: 1,
    event: {
      provider: 'Microsoft-Windows-Kernel-General',
      providerGuid: 'a68ca8b7-004f-d7b6-a698-07e2de0f1f5d',
      id: 12,
      userSid: 'S-1-5-18',
    },
    data: (i) => [
      ['MajorVersion', u32(10)],
      ['MinorVersion', u32(0)],
      ['BuildVersion', u32(19045)],
      ['QfeVersion', u32(3930)],
      ['ServiceVersion', u32(0)],
      ['BootMode', u32(0)],
      ['StartTime', { type: 'filetime', value: 133_500_000_000_000_000n + BigInt(i) * 600_000_000n }],
    ],
  },
  {
    share: 1,
    event: {
      provider: 'Microsoft-Windows-WinREAgent',
      providerGuid: '1f7a6c55-5532-573b-35b7-2107e43a6ef5',
      id: 4502,
      level: 2,
      userSid: 'S-1-5-18',
    },
    data: () => [
      ['ErrorPhase', { type: 'int32', value: 2 }],
      ['Errorcode', { type: 'int32', value: -2_147_024_784 }],
    ],
  },
];

/** Events a minute apart, kinds mixed by their shares, the same each time. */
function madeEvents(count: number): EventToWrite[] {
  const wheel = KINDS.flatMap((kind) => new Array<Kind>(kind.share).fill(kind));
  return Array.from({ length: count }, (_, i) => {
    const kind = wheel[(i * 37) % wheel.length]; // 37 shares no factor with 100: every kind comes in turn
    return {
      ...kind.event,
      time: 133_500_000_000_000_000n + BigInt(i) * 600_012_345n,
      channel: 'System',
      computer: 'DESKTOP',
      processId: 4 + (i % 5000),
      threadId: 8 + (i % 9000),
      data: kind.data(i).map(([name, value]) => ({ name, value })),
    };
  });
}
