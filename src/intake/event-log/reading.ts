import { QUOTE_CHARS_MAX } from '../../bytes/limits.js';
import type { Reading } from '../intake.js';
import type { EventRecord } from './event.js';

/** How a fact of this record was read. `said`: what of it is worth showing. */
export function readingOf(event: EventRecord, said: string | null = null): Reading {
  const source = event.provider.replace(/^Microsoft-Windows-/, '');
  const words = (said ?? event.message ?? '').replace(/\s+/g, ' ').trim();
  return {
    witness: 'event-log',
    at: event.at,
    when: event.when ?? undefined,
    quote: `${source} ${event.id}${words === '' ? '' : `: ${words}`}`.slice(0, QUOTE_CHARS_MAX),
    path: event.path,
  };
}
