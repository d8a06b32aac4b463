import { bcdeditIntake } from './bcdedit/intake.js';
import { diskpartIntake } from './diskpart/intake.js';
import { dismOutputIntake } from './dism-output/intake.js';
import { eventTextIntake } from './event-log/intake.js';
import type { TextIntake } from './intake.js';
import { manageBdeIntake } from './manage-bde/intake.js';
import { objectOutputIntake } from './object-output/intake.js';
import { reagentcIntake } from './reagentc/intake.js';
import { registryTextIntake } from './registry-text/intake.js';
import { systemTextIntake } from './system-text/intake.js';
import { typedCommandsIntake } from './typed-commands/intake.js';
import { updateHistoryIntake } from './update-history/intake.js';

/** Readers of what commands of Windows print. */
export const COMMAND_OUTPUT: readonly TextIntake[] = [
  reagentcIntake,
  diskpartIntake,
  eventTextIntake,
  objectOutputIntake,
  registryTextIntake,
  updateHistoryIntake,
  systemTextIntake,
  manageBdeIntake,
  dismOutputIntake,
  bcdeditIntake,
  typedCommandsIntake,
];
