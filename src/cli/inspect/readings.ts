import type { AnyFact, CaseFile, Place } from '../../evidence/model.js';
import { showWhen } from '../../evidence/when.js';
import { english } from '../../locales/locales.js';
import { describeFact } from '../../report/describe-fact.js';
import { makeWords } from '../../report/make-words.js';
import { plain } from '../../report/plain.js';
import type { FileContents } from './contents/contents.js';

/** What is in each file and what was read, with its places, for scripts. */
export function readingsJson(file: CaseFile, contents: readonly FileContents[]): string {
  const shown = contents.map(({ source, kind, facts, defects }) => ({ source, kind, ...facts, defects }));
  return `${JSON.stringify({ inspectVersion: 1, contents: shown, sources: file.sources, readings: file.facts, coverage: file.coverage }, null, 2)}\n`;
}

/** What is in each file; then what was read, a line a reading, in the order in which it stands in each source. */
export function readingsText(file: CaseFile, contents: readonly FileContents[], width: number): string {
  const words = makeWords(english);
  const lines = contents.flatMap(contentsLines);
  for (const { id, name, kind, size, read, why, defects } of file.sources) {
    const trouble = read === 'whole' ? '' : `, read ${read}${why === undefined ? '' : ` (${why})`}`;
    lines.push(`${plain(name)}: ${kind}, ${size} bytes${trouble}${defects > 0 ? `, ${defects} defects` : ''}`);
    for (const span of file.coverage.filter((one) => one.source === id)) {
      lines.push(`  covers ${span.subject} from ${showWhen(span.from)} to ${showWhen(span.to)}`);
    }
    const facts = file.facts.filter((fact) => fact.cite.source === id);
    if (facts.length === 0 && read !== 'not') lines.push('  nothing in it bears on WinRE or on updates');
    for (const fact of facts) lines.push(...readingLines(fact, words.say(describeFact(fact)), width));
  }
  return `${lines.join('\n')}\n`;
}

function contentsLines({ source, kind, lines, defects }: FileContents): string[] {
  const told = defects.map((defect) => `  ! ${plain(defect)}`);
  return [`${plain(source)}: ${kind}`, ...lines.map((line) => `  ${line}`), ...told, ''];
}

function readingLines(fact: AnyFact, says: string, width: number): string[] {
  const when = fact.when === undefined ? '' : `${showWhen(fact.when)}  `;
  const head = `  ${placeText(fact.cite.at)}  ${when}${says}`;
  const quote =
    fact.cite.quote === undefined ? [] : [`      ${plain(fact.cite.quote).slice(0, Math.max(20, width - 6))}`];
  return [head, ...quote];
}

function placeText(at: Place): string {
  if ('line' in at) return `line ${at.line}`;
  if ('record' in at) return `record ${at.record}`;
  if ('byte' in at) return `byte ${at.byte}+${at.length}`;
  return at.value === undefined ? at.key : `${at.key} : ${at.value}`;
}
