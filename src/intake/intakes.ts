import type { Intake } from './intake.js';
import { zipIntake } from './zip/intake.js';

/** Every reader of binary and structured files, recognised by content. */
export const INTAKES: readonly Intake[] = [zipIntake];
