import type { Sink } from '../intake.js';
import type { EventRecord } from './event.js';
import { intakeDefenderEvent, intakeMsiEvent, intakeServicingEvent, intakeStorageEvent } from './other-events.js';
import {
  intakeEventLogService,
  intakeKernelBoot,
  intakeKernelGeneral,
  intakeKernelPower,
  intakeLogCleared,
  intakePowerTroubleshooter,
  intakeUser32,
} from './restart-events.js';
import { intakeUpdateEvent } from './update-events.js';
import { intakeHiveEvent, intakeWinReEvent } from './winre-events.js';

type Reader = (event: EventRecord, sink: Sink) => void;

/** Who reads what: by the end of the provider's name, which exports shorten, in lower case. */
const READERS: Readonly<Record<string, Reader>> = {
  windowsupdateclient: intakeUpdateEvent,
  winreagent: intakeWinReEvent,
  'kernel-general': (event, sink) => {
    intakeKernelGeneral(event, sink);
    if (event.id === 15 || event.id === 16) intakeHiveEvent(event, sink);
  },
  'kernel-boot': intakeKernelBoot,
  'kernel-power': intakeKernelPower,
  eventlog: (event, sink) => {
    intakeEventLogService(event, sink);
    intakeLogCleared(event, sink);
  },
  user32: intakeUser32,
  'power-troubleshooter': intakePowerTroubleshooter,
  msiinstaller: intakeMsiEvent,
  servicing: intakeServicingEvent,
  'windows defender': intakeDefenderEvent,
  'windows-defender': intakeDefenderEvent,
  disk: intakeStorageEvent,
  ntfs: intakeStorageEvent,
  'ntfs (ntfs)': intakeStorageEvent,
};

/** Turns one record into the facts that it tells; most records tell none. */
export function intakeEvent(event: EventRecord, sink: Sink): void {
  const name = event.provider
    .trim()
    .toLowerCase()
    .replace(/^microsoft-windows-/, '');
  if (Object.hasOwn(READERS, name)) READERS[name](event, sink);
}

/** Whether `intakeEvent` looks at records of this provider. */
export function isReadProvider(provider: string): boolean {
  return Object.hasOwn(
    READERS,
    provider
      .trim()
      .toLowerCase()
      .replace(/^microsoft-windows-/, ''),
  );
}
