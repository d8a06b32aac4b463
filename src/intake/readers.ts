import type { MakeHasher } from '../bytes/hasher.js';
import { type IntakeTools, intakesWith } from './intakes.js';
import { LOG_INTAKES } from './log-intakes.js';
import type { Readers } from './read-case.js';
import { TEXT_INTAKES } from './text-intakes.js';

/** What a host lends to readers. */
export interface ReaderTools extends IntakeTools {
  readonly makeHasher: MakeHasher;
}

/** Every reader there is. Prose comes last: it takes what the others leave of a text. */
export function allReaders(tools: ReaderTools, progress?: Readers['progress']): Readers {
  return {
    intakes: intakesWith(tools),
    textIntakes: TEXT_INTAKES.filter((intake) => intake.id !== 'prose'),
    logIntakes: LOG_INTAKES,
    prose: TEXT_INTAKES.find((intake) => intake.id === 'prose') ?? null,
    makeHasher: tools.makeHasher,
    ...(progress === undefined ? {} : { progress }),
  };
}
