/** Event logs that tell what happened to an update, written by the project's own writer. */
import { type EventToWrite, writeEvtx } from '../../src/formats/evtx/write/write.js';

export type Happening =
  | { readonly at: string; readonly what: 'start' }
  | { readonly at: string; readonly what: 'update-failed'; readonly title: string; readonly code: number }
  | { readonly at: string; readonly what: 'update-installed'; readonly title: string }
  | { readonly at: string; readonly what: 'servicing-began' }
  | { readonly at: string; readonly what: 'servicing-succeeded'; readonly version: string }
  | { readonly at: string; readonly what: 'servicing-failed'; readonly phase: number; readonly code: number };

const UPDATE_CLIENT = {
  provider: 'Microsoft-Windows-WindowsUpdateClient',
  providerGuid: '945a8954-c147-4acd-923f-40c45405a658',
};
const WINRE_AGENT = { provider: 'Microsoft-Windows-WinREAgent', providerGuid: '1f7a6c55-5532-573b-35b7-2107e43a6ef5' };
const KERNEL = { provider: 'Microsoft-Windows-Kernel-General', providerGuid: 'a68ca8b7-004f-d7b6-a698-07e2de0f1f5d' };
const UPDATE_GUID = '0d5f1d3e-77a2-4b6c-9a54-2d0c5b1e6f70';
const UNIX_EPOCH = 116_444_736_000_000_000n;

/** Writes a System log in which these things happened, in this order. */
export function systemLog(happenings: readonly Happening[], computer: string): Uint8Array {
  return writeEvtx(happenings.flatMap((happening) => eventsOf(happening, computer)));
}

function eventsOf(happening: Happening, computer: string): EventToWrite[] {
  const time = BigInt(Date.parse(happening.at)) * 10_000n + UNIX_EPOCH;
  const common = { time, channel: 'System', computer, userSid: 'S-1-5-18' };
  const string = (name: string, value: string) => ({ name, value: { type: 'string', value } as const });
  const u32 = (name: string, value: number) => ({ name, value: { type: 'uint32', value } as const });
  const i32 = (name: string, value: number) => ({ name, value: { type: 'int32', value: value | 0 } as const });
  const update = (title: string) => [
    string('updateTitle', title),
    { name: 'updateGuid', value: { type: 'guid', value: UPDATE_GUID } as const },
    u32('updateRevisionNumber', 200),
  ];
  switch (happening.what) {
    case 'start':
      return [
        {
          ...common,
          ...KERNEL,
          id: 13,
          time: time - 600_000_000n,
          data: [{ name: 'StopTime', value: { type: 'filetime', value: time - 600_000_000n } }],
        },
        { ...common, ...KERNEL, id: 12, data: startData(time, u32) },
        { ...common, provider: 'EventLog', id: 6005, qualifiers: 32_768, data: [] },
      ];
    case 'update-failed': {
      const code = { name: 'errorCode', value: { type: 'hexInt32', value: happening.code } as const };
      return [
        {
          ...common,
          ...UPDATE_CLIENT,
          id: 20,
          version: 1,
          level: 2,
          task: 1,
          opcode: 13,
          data: [code, ...update(happening.title)],
        },
      ];
    }
    case 'update-installed':
      return [{ ...common, ...UPDATE_CLIENT, id: 19, version: 1, task: 1, opcode: 13, data: update(happening.title) }];
    case 'servicing-began':
      return [{ ...common, ...WINRE_AGENT, id: 4500 }];
    case 'servicing-succeeded':
      return [{ ...common, ...WINRE_AGENT, id: 4501, data: [string('Version', happening.version)] }];
    case 'servicing-failed':
      return [
        {
          ...common,
          ...WINRE_AGENT,
          id: 4502,
          level: 2,
          data: [i32('ErrorPhase', happening.phase), i32('Errorcode', happening.code)],
        },
      ];
  }
}

function startData(
  time: bigint,
  u32: (name: string, value: number) => { name: string; value: { type: 'uint32'; value: number } },
) {
  return [
    ...[u32('MajorVersion', 10), u32('MinorVersion', 0), u32('BuildVersion', 19045), u32('QfeVersion', 5737)],
    ...[
      u32('ServiceVersion', 0),
      u32('BootMode', 0),
      { name: 'StartTime', value: { type: 'filetime', value: time } as const },
    ],
  ];
}
