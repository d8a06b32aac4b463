/** Finds every way in which a word can be read, and says what is known of each. */

import { isProvider } from '../events.js';
import { KNOWLEDGE, type Knowledge } from '../knowledge.js';
import { normaliseKb } from '../updates.js';
import { explainCode, explainCodeRow, explainWin32 } from './codes.js';
import type { Explained, Explanation } from './explanation.js';
import {
  explainBuild,
  explainCause,
  explainEvent,
  explainLevel,
  explainPartitionType,
  explainProduct,
  explainUpdate,
  explainWeakness,
} from './rows.js';

/** Words that may stand before a number and say how it is meant. */
const KEYWORDS = /^(event|id|error|code|hresult|win32|reagentc|kb|build)$/i;

interface Found {
  readonly readings: Explanation[];
  readonly others: string[];
}

/**
 * Says what is known of a code, an update, an event, a cause, a product or a weakness.
 *
 * @param query As a person writes it: `0x80070643`, `-2147023293`, `3bc3`, `KB5034441`, `event 20`,
 *   `WinREAgent 4502`, `ERROR_INSTALL_FAILURE`, `partition-too-small`, `CVE-2024-20666`, `10.0.19041.3920`.
 */
export function explain(query: string, knowledge: Knowledge = KNOWLEDGE): Explained {
  const asked = query.trim().replace(/\s+/g, ' ');
  const { readings, others } = read(asked, knowledge);
  return {
    query: asked,
    readings,
    otherReadings: others,
    outcome: outcomeOf(asked, readings),
    knowledgeDate: knowledge.date,
  };
}

function outcomeOf(asked: string, readings: readonly Explanation[]): Explained['outcome'] {
  if (readings.some(({ known }) => known)) return 'known';
  if (readings.length > 0) return 'decoded';
  return normaliseKb(asked) === null ? 'unknown' : 'unknown-update';
}

/**
 * Parts the words of a command line into queries: `event 20` and `WinREAgent 4502` belong together, the rest stands
 * alone.
 */
export function queriesOf(terms: readonly string[], knowledge: Knowledge = KNOWLEDGE): string[] {
  const queries: string[] = [];
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] ?? '';
    const next = terms[at + 1] ?? '';
    const announces = KEYWORDS.test(term) || (providerNamed(term, knowledge) && /^\d+$/.test(next));
    if (announces && next !== '') {
      queries.push(`${term} ${next}`);
      at++;
    } else queries.push(term);
  }
  return queries;
}

const providerNamed = (name: string, { events }: Knowledge) => events.rows().some((row) => isProvider(row, name));

function read(asked: string, knowledge: Knowledge): Found {
  const [, first = '', rest = ''] = /^(.+?)[ /:](\S+)$/.exec(asked) ?? [];
  if (KEYWORDS.test(first)) return readAs(first.toLowerCase(), rest, knowledge);
  if (rest !== '' && /^\d+$/.test(rest)) {
    const events = knowledge.events.rows().filter((row) => row.eventId === Number(rest) && isProvider(row, first));
    if (events.length > 0 || providerNamed(first, knowledge)) {
      return { readings: events.map((row) => explainEvent(row, knowledge)), others: [] };
    }
  }
  const named = readName(asked, knowledge);
  return named.length > 0 ? { readings: named, others: [] } : readNumber(asked, knowledge);
}

/** A number whose kind was said. */
function readAs(kind: string, value: string, knowledge: Knowledge): Found {
  if (kind === 'event' || kind === 'id') {
    const rows = knowledge.events.rows().filter(({ eventId }) => String(eventId) === value);
    return { readings: rows.map((row) => explainEvent(row, knowledge)), others: [] };
  }
  if (kind === 'reagentc') {
    const row = knowledge.errorCodes.find(`REAGENTC:${value}`);
    return row === undefined ? readHex(value, knowledge) : { readings: [explainCodeRow(row, knowledge)], others: [] };
  }
  if (kind === 'kb') return { readings: readUpdate(value, knowledge), others: [] };
  const found = readNumber(value, knowledge);
  const wanted = kind === 'build' ? 'build' : 'error-code';
  return { readings: found.readings.filter((reading) => reading.kind === wanted), others: [] };
}

/** Names: whatever is no number. */
function readName(asked: string, knowledge: Knowledge): Explanation[] {
  const key = asked.toLowerCase();
  const cause = knowledge.causes.find(key);
  if (cause !== undefined) return [explainCause(cause, knowledge)];
  const product = knowledge.products.find(key);
  if (product !== undefined) return [explainProduct(product, knowledge)];
  const weaknesses = knowledge.imageFixes
    .rows()
    .filter(({ id, cves }) => [id, ...cves].some((name) => name.toLowerCase() === key));
  if (weaknesses.length > 0) return weaknesses.map((row) => explainWeakness(row, knowledge));
  if (/^10\.0\.\d{5}\.\d+$/.test(asked)) return [explainLevel(asked, knowledge)];
  const partition = knowledge.partitionTypes.find(key.replace(/[{}]/g, ''));
  if (partition?.scheme === 'gpt') return [explainPartitionType(partition)];
  const codes = knowledge.errorCodes.rows().filter(({ symbol }) => symbol?.toLowerCase() === key);
  if (codes.length > 0) return codes.map((row) => explainCodeRow(row, knowledge));
  const exact = knowledge.errorCodes.find(asked);
  if (exact !== undefined && exact.hex === null) return [explainCodeRow(exact, knowledge)];
  const nameless = knowledge.updates.find(key);
  if (nameless !== undefined && nameless.kb === null) return [explainUpdate(nameless, knowledge)];
  return /^kb/i.test(asked) ? readUpdate(asked, knowledge) : [];
}

/** An update by its number, or the product that a number always stands for. */
function readUpdate(asked: string, knowledge: Knowledge): Explanation[] {
  const kb = normaliseKb(asked);
  if (kb === null) return [];
  const update = knowledge.updates.find(kb);
  if (update !== undefined) return [explainUpdate(update, knowledge)];
  const product = knowledge.products.rows().find(({ kbs }) => kbs.includes(kb));
  return product === undefined ? [] : [explainProduct(product, knowledge)];
}

const UINT32 = 0x1_0000_0000;

function readNumber(asked: string, knowledge: Knowledge): Found {
  const hex = /^0x(?:f{8})?([0-9a-f]{1,8})$/i.exec(asked)?.[1];
  if (hex !== undefined) return readPrefixedHex(asked, Number.parseInt(hex, 16), knowledge);
  if (/^-\d{1,10}$/.test(asked)) {
    const signed = Number(asked);
    return { readings: signed >= -UINT32 / 2 ? [explainCode(signed, knowledge)] : [], others: [] };
  }
  if (/^\d+$/.test(asked)) return readDecimal(asked, knowledge);
  return /^[0-9a-f]{1,8}$/i.test(asked) ? readHex(asked, knowledge) : { readings: [], others: [] };
}

/** `0x643` is Win32 1603; `0x27` may also be the type of an MBR partition. */
function readPrefixedHex(asked: string, value: number, knowledge: Knowledge): Found {
  const win32 = explainWin32(value, knowledge);
  const partition = asked.length === '0x27'.length ? knowledge.partitionTypes.find(asked) : undefined;
  const readings = [
    ...(win32 === null ? [] : [win32]),
    ...(partition === undefined ? [] : [explainPartitionType(partition)]),
  ];
  return { readings: readings.length > 0 ? readings : [explainCode(value, knowledge)], others: [] };
}

/** Digits alone: an update, a signed or unsigned code, a Win32 code, an event, a build, or hexadecimal without its `0x`. */
function readDecimal(asked: string, knowledge: Knowledge): Found {
  const value = Number(asked);
  const readings = readUpdate(asked, knowledge);
  const others: string[] = [];
  if (value < UINT32 && knowledge.errorCodes.find(hexOfDecimal(value)) !== undefined) {
    readings.push(explainCode(value, knowledge));
  } else if (value >= UINT32 / 2 && value < UINT32) readings.push(explainCode(value, knowledge));

  if (value <= 0xffff) {
    const win32 = explainWin32(value, knowledge);
    if (win32 === null) others.push(`Win32 ${value}`);
    else readings.push(win32);
    readings.push(...readAs('event', asked, knowledge).readings);
    const build = knowledge.builds.find(asked);
    if (build !== undefined) readings.push(explainBuild(build, knowledge));
  }
  const asHex = asked.length <= 4 || asked.length === 8 ? readHex(asked, knowledge) : { readings: [], others: [] };
  readings.push(...asHex.readings.filter(({ key }) => !readings.some((other) => other.key === key)));
  others.push(...asHex.others);
  return { readings, others };
}

const hexOfDecimal = (value: number) => `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;

/** Hexadecimal without `0x`, as reagentc prints it: a Win32 code of up to four digits, or a whole status of eight. */
function readHex(digits: string, knowledge: Knowledge): Found {
  const bare = knowledge.errorCodes.find(`REAGENTC:${digits.replace(/^0+(?=.)/, '')}`);
  if (bare !== undefined) return { readings: [explainCodeRow(bare, knowledge)], others: [] };
  const value = Number.parseInt(digits, 16);
  if (value > 0xffff) return { readings: [explainCode(value, knowledge)], others: [] };
  const win32 = explainWin32(value, knowledge);
  if (win32 !== null) return { readings: [win32], others: [] };
  return { readings: [], others: [`0x${digits.toLowerCase()} = Win32 ${value}`] };
}
