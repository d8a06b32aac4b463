import { cabIntake } from './cab/intake.js';
import { diskImageIntake } from './disk-image/intake.js';
import { etlIntake } from './etl/intake.js';
import { evtxIntake } from './evtx/intake.js';
import type { Intake } from './intake.js';
import { pendingXmlIntake } from './pending-xml/intake.js';
import { reagentXmlIntake } from './reagent-xml/intake.js';
import { recoveryImageIntake } from './recovery-image/intake.js';
import { hiveLogIntake, registryHiveIntake } from './registry-hive/intake.js';
import { winreagentStateIntake } from './winreagent-state/intake.js';
import { zipIntake } from './zip/intake.js';

/** What a host may have better than ours. */
export interface IntakeTools {
  /** Counts a CRC-32: see `EvtxOptions`. */
  readonly crc32?: (bytes: Uint8Array) => number;
}

/** Every reader of binary and structured files, recognised by content. */
export function intakesWith({ crc32 }: IntakeTools): readonly Intake[] {
  return [
    evtxIntake(crc32 === undefined ? {} : { crc32 }),
    etlIntake,
    zipIntake,
    reagentXmlIntake,
    winreagentStateIntake,
    pendingXmlIntake,
    cabIntake,
    registryHiveIntake,
    hiveLogIntake,
    recoveryImageIntake,
    diskImageIntake,
  ];
}
