import type { MakeHasher } from '../bytes/hasher.js';
import { INTAKES } from './intakes.js';
import { LOG_INTAKES } from './log-intakes.js';
import type { Readers } from './read-case.js';
import { TEXT_INTAKES } from './text-intakes.js';

/** Every reader there is. Prose comes last: it takes what the others leave of a text. */
export function allReaders(makeHasher: MakeHasher, progress?: Readers['progress']): Readers {
  return {
    intakes: INTAKES,
    textIntakes: TEXT_INTAKES.filter((intake) => intake.id !== 'prose'),
    logIntakes: LOG_INTAKES,
    prose: TEXT_INTAKES.find((intake) => intake.id === 'prose') ?? null,
    makeHasher,
    ...(progress === undefined ? {} : { progress }),
  };
}
