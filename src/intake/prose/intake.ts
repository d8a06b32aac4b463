/** Reads what people write, in the languages of `formats/prose/lexicon`. Registered last: it reads what others left. */

import { readProse } from '../../formats/prose/prose.js';
import type { Line } from '../../formats/text/text.js';
import type { TextIntake, TextSink } from '../intake.js';
import { clausesOf, type Told } from './clauses.js';
import { readDevice } from './device.js';
import { readEvents } from './events.js';
import { jsonAsWords } from './json-words.js';
import { readPartitions } from './partitions.js';
import { readProducts } from './products.js';
import { readResizing } from './resizing.js';
import { settle } from './settle.js';
import { readTried } from './tried.js';
import { readUpdates } from './updates.js';
import { readWinRe } from './winre.js';

export const proseIntake: TextIntake = {
  id: 'prose',
  read(lines: readonly Line[], sink: TextSink): void {
    const quotes = new Map(lines.map((line) => [line.number, line.text]));
    const worded = lines.map(({ number, text }) => ({ number, text: jsonAsWords(text) }));
    const clauses = clausesOf(readProse(worded), (line) => quotes.get(line) ?? '');
    const told: Told[] = [
      ...readUpdates(clauses),
      ...readEvents(clauses),
      ...readProducts(clauses),
      ...readDevice(clauses),
      ...readPartitions(clauses),
      ...readResizing(clauses),
      ...readWinRe(clauses),
      ...readTried(clauses),
    ];
    for (const fact of settle(told, clauses)) {
      const { clause, when } = fact;
      const reading = { witness: 'person', at: { line: clause.segment.line }, when, quote: clause.quote } as const;
      addTo(sink, fact, reading);
    }
  },
};

function addTo(sink: TextSink, fact: Told, reading: Parameters<TextSink['add']>[2]): void {
  // The union of kinds cannot be taken apart and put together again in the type system; each member is a pair that fits.
  sink.add(fact.kind, fact.value as never, reading);
}
