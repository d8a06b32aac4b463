/**
 * Tells what happened on a made-up Windows as the events that Windows would have written, for examples and tests.
 * Shapes of Kernel, EventLog and WindowsUpdateClient events are those of real logs; WinREAgent's are those of its
 * published schema, since no public log holds one.
 */
import { FILETIME_UNIX_EPOCH } from '../bytes/filetime.js';
import type { DatumToWrite, EventToWrite, ValueToWrite } from '../formats/evtx/write/write.js';
import { type WriteOptions, writeEvtx } from '../formats/evtx/write/write.js';

const WINDOWS_UPDATE = {
  provider: 'Microsoft-Windows-WindowsUpdateClient',
  providerGuid: '{945a8954-c147-4acd-923f-40c45405a658}',
};
const WINRE_AGENT = {
  provider: 'Microsoft-Windows-WinREAgent',
  providerGuid: '{1f7a6c55-5532-573b-35b7-2107e43a6ef5}',
};
const KERNEL_GENERAL = {
  provider: 'Microsoft-Windows-Kernel-General',
  providerGuid: '{a68ca8b7-004f-d7b6-a698-07e2de0f1f5d}',
};
const KERNEL_BOOT = {
  provider: 'Microsoft-Windows-Kernel-Boot',
  providerGuid: '{15ca44ff-4d7a-4baa-bba5-0998955e531e}',
};
const USER32 = {
  provider: 'User32',
  providerGuid: '{b0aa8734-56f7-41cc-b2f4-de228e98b946}',
  eventSourceName: 'User32',
};
const SERVICE_CONTROL = {
  provider: 'Service Control Manager',
  providerGuid: '{555908d1-a6d7-4695-8e1e-26931d2012f4}',
  eventSourceName: 'Service Control Manager',
};
const EVENT_LOG = { provider: 'EventLog', qualifiers: 32768 };
const WINDOWS_UPDATE_SERVICE = '{9482f4b4-e343-43b6-b170-9a65bc822c77}';

export interface UpdateName {
  readonly title: string;
  readonly guid: string;
}

/** A Windows whose System log is being written. Times are ISO 8601 with `Z`. */
export class WindowsStory {
  readonly #events: EventToWrite[] = [];
  readonly #computer: string;
  readonly #build: number;
  readonly #revision: number;

  constructor(computer: string, build: number, revision: number) {
    this.#computer = computer;
    this.#build = build;
    this.#revision = revision;
  }

  /** A start of the kernel: `full` after Restart, `fast` where Shut down had only saved it. */
  start(at: string, type: 'full' | 'fast' = 'full'): this {
    if (type === 'full') {
      this.#add(at, 0, KERNEL_GENERAL, 12, [
        datum('MajorVersion', 'uint32', 10),
        datum('MinorVersion', 'uint32', 0),
        datum('BuildVersion', 'uint32', this.#build),
        datum('QfeVersion', 'uint32', this.#revision),
        datum('ServiceVersion', 'uint32', 0),
        datum('BootMode', 'uint32', 0),
        { name: 'StartTime', value: { type: 'filetime', value: filetime(at) } },
      ]);
    }
    this.#add(at, 1, KERNEL_BOOT, 27, [
      datum('BootType', 'uint32', type === 'full' ? 0 : 1),
      text('LoadOptions', ' NOEXECUTE=OPTIN'),
    ]);
    if (type === 'full') {
      this.#add(at, 4, EVENT_LOG, 6009, [
        text(null, '10.00.'),
        text(null, String(this.#build)),
        text(null, ''),
        text(null, 'Multiprocessor Free'),
        text(null, '0'),
      ]);
      this.#add(at, 4, EVENT_LOG, 6005, []);
    }
    return this.noise(at, 5, 8);
  }

  /** Somebody or something asks Windows to restart, and it stops. */
  restart(at: string): this {
    this.#add(at, 0, USER32, 1074, [
      text('param1', 'C:\\Windows\\System32\\shutdown.exe (EXAMPLE)'),
      text('param2', this.#computer),
      text('param3', 'Other (Planned)'),
      text('param4', '0x80000000'),
      text('param5', 'restart'),
      text('param6', ''),
      text('param7', 'NT AUTHORITY\\SYSTEM'),
    ]);
    this.#add(at, 20, EVENT_LOG, 6006, []);
    this.#add(at, 25, KERNEL_GENERAL, 13, [{ name: 'StopTime', value: { type: 'filetime', value: filetime(at) } }]);
    return this;
  }

  updateStarted(at: string, update: UpdateName): this {
    return this.#update(at, 43, update, []);
  }

  updateSucceeded(at: string, update: UpdateName): this {
    return this.#update(at, 19, update, [guid('serviceGuid', WINDOWS_UPDATE_SERVICE)]);
  }

  updateFailed(at: string, update: UpdateName, code: number): this {
    return this.#update(at, 20, update, [guid('serviceGuid', WINDOWS_UPDATE_SERVICE)], {
      name: 'errorCode',
      value: { type: 'hexInt32', value: code },
    });
  }

  /** Event 21: these updates wait for a restart. */
  restartNeeded(at: string, titles: readonly string[]): this {
    this.#add(at, 0, WINDOWS_UPDATE, 21, [text('updatelist', titles.map((title) => `- ${title}`).join('\n'))]);
    return this;
  }

  servicingStarted(at: string): this {
    this.#add(at, 0, WINRE_AGENT, 4500, []);
    const hive = '\\??\\C:\\$WinREAgent\\Scratch\\Mount\\Windows\\System32\\config\\SOFTWARE';
    this.#add(at, 30, KERNEL_GENERAL, 16, [
      datum('HiveNameLength', 'uint16', hive.length),
      text('HiveName', hive),
      datum('KeysUpdated', 'uint32', 61),
      datum('DirtyPages', 'uint32', 9),
    ]);
    return this;
  }

  servicingSucceeded(at: string, version: string): this {
    this.#add(at, 0, WINRE_AGENT, 4501, [text('Version', version)]);
    return this;
  }

  servicingFailed(at: string, phase: number, code: number): this {
    this.#add(
      at,
      0,
      WINRE_AGENT,
      4502,
      [datum('ErrorPhase', 'int32', phase), datum('Errorcode', 'int32', code | 0)],
      2,
    );
    return this;
  }

  /** What every log is full of. */
  noise(at: string, fromSeconds: number, count: number): this {
    const services = [
      'Windows Update',
      'Windows Modules Installer',
      'Background Intelligent Transfer Service',
      'Delivery Optimization',
    ];
    for (let i = 0; i < count; i++) {
      this.#add(at, fromSeconds + i * 3, SERVICE_CONTROL, 7036, [
        text('param1', services[i % services.length]),
        text('param2', i % 2 === 0 ? 'running' : 'stopped'),
      ]);
    }
    return this;
  }

  /** The System log as a file. */
  toEvtx(options: WriteOptions = {}): Uint8Array {
    return writeEvtx(this.#events, options);
  }

  #update(at: string, id: number, update: UpdateName, more: readonly DatumToWrite[], first?: DatumToWrite): this {
    const own = [
      text('updateTitle', update.title),
      guid('updateGuid', update.guid),
      datum('updateRevisionNumber', 'uint32', 200),
    ];
    this.#add(at, 0, WINDOWS_UPDATE, id, [...(first === undefined ? [] : [first]), ...own, ...more], id === 20 ? 2 : 4);
    return this;
  }

  #add(
    at: string,
    seconds: number,
    provider: Pick<EventToWrite, 'provider'>,
    id: number,
    data: readonly DatumToWrite[],
    level = 4,
  ): void {
    this.#events.push({
      ...provider,
      id,
      level,
      time: filetime(at) + BigInt(seconds) * 10_000_000n,
      channel: 'System',
      computer: this.#computer,
      processId: 4,
      threadId: 8 + (this.#events.length % 7) * 4,
      data,
    });
  }
}

function filetime(iso: string): bigint {
  return BigInt(Date.parse(iso)) * 10_000n + FILETIME_UNIX_EPOCH;
}

function datum(name: string, type: 'uint16' | 'uint32' | 'int32', value: number): DatumToWrite {
  return { name, value: { type, value } };
}

function text(name: string | null, value: string): DatumToWrite {
  return { name, value: { type: 'string', value } };
}

function guid(name: string, value: string): DatumToWrite {
  const id: ValueToWrite = { type: 'guid', value };
  return { name, value: id };
}
