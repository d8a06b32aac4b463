import { installerLog } from './installer-log/intake.js';
import type { LogIntake } from './intake.js';
import { servicingLog } from './servicing-log/intake.js';
import { updateLog } from './update-log/intake.js';
import { winReLog } from './winre-log/intake.js';

/** Every reader of logs; each finds its own lines, so their order does not matter. */
export const LOG_INTAKES: readonly LogIntake[] = [servicingLog, winReLog, updateLog, installerLog];
