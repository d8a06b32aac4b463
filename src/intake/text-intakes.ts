import { COMMAND_OUTPUT } from './command-output.js';
import type { TextIntake } from './intake.js';
import { proseIntake } from './prose/intake.js';
import { pastedReagentXml } from './reagent-xml/intake.js';

/** Every reader of pasted text, most specific first; prose, which takes what the others leave, comes last. */
export const TEXT_INTAKES: readonly TextIntake[] = [pastedReagentXml, ...COMMAND_OUTPUT, proseIntake];
