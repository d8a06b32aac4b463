/** What several formats show alike. */

import type {
  Answer,
  DeviceDiagnosis,
  DeviceView,
  Diagnosis,
  Finding,
  TimelineEntry,
  Verdict,
  Wish,
} from '../diagnosis/verdict.js';
import type { AnyFact, Citation, SourceRecord } from '../evidence/model.js';
import { findProduct } from '../knowledge/products.js';
import type { Words } from './make-words.js';
import { detailed, type Phrase, phrase, raw, told } from './phrase.js';
import type { ReportWordId } from './words.js';

/** One string for one citation, to tell whether two are the same. */
export function citationKey({ source, at, path }: Citation): string {
  const place = Object.entries(at).map(([name, value]) => `${name}=${value}`);
  return [source, path ?? '', ...place.sort()].join('\u0000');
}

/** `good`: nothing to do; `bad`: repair; `caution`: anything between. */
export function moodOf(answer: Answer): 'good' | 'caution' | 'bad' {
  if (answer === 'ignore') return 'good';
  return answer === 'repair' ? 'bad' : 'caution';
}

/** Findings that stand beside the verdict: other troubles, and rules that failed through a mistake of ours. */
export function otherFindings({ findings, verdict }: DeviceDiagnosis): readonly Finding[] {
  return findings.filter(
    ({ rule, outcome }) => (outcome === 'found' && rule !== verdict.rule) || outcome === 'crashed',
  );
}

/** What a finding says, in the words of its rule. */
export function findingPhrase(finding: Finding): Phrase {
  if (finding.outcome === 'crashed') return phrase('report/page#crashed', { error: finding.error });
  if (finding.outcome !== 'found') return { id: `report/outcome#${finding.outcome}`, data: {} };
  const word = finding.certainty === 'suspected' ? 'suspected' : 'title';
  return { id: `rules/${finding.rule}#${word}`, data: finding.data };
}

/** What is judged, in parts: `Update KB5057589`, `Error 0x80070643`, and the product where it is another one. */
export function judgedParts({ kb, errorCode, product }: Verdict, words: Words): readonly string[] {
  const parts: readonly (readonly [ReportWordId, Phrase | null])[] = [
    ['report/label#update', told(kb, raw)],
    ['report/label#error', told(errorCode, (code) => raw({ hresult: code }))],
    ['report/label#product', told(product, (id) => raw(findProduct(id)?.name ?? id))],
  ];
  return parts.flatMap(([id, value]) => (value === null ? [] : `${words.say(phrase(id))} ${words.say(value)}`));
}

/** `Windows 10 22H2 Pro`, or `null` where nothing of it is known. */
export function windowsName({ os }: DeviceView): string | null {
  const name = [os.product, os.release, os.edition].filter((part) => part !== null).join(' ');
  return name === '' ? null : name;
}

/** `19045.5737`, or `null`. */
export function buildName({ os }: DeviceView): string | null {
  if (os.build === null) return null;
  return os.revision === null ? String(os.build) : `${os.build}.${os.revision}`;
}

/** What to look at, in words: by the wish's own word where there is one, else by the kinds of evidence it brings. */
export function wishPhrase(wish: Wish, words: Words): Phrase {
  const own = { id: `report/wish#${wish.evidence}`, data: {} };
  if (words.has(own.id)) return own;
  if (wish.kinds.length === 0) return raw(wish.evidence);
  return {
    id: 'report/fact#raw',
    data: { value: { phrases: wish.kinds.map((kind) => phrase(`report/kind#${kind}`)) } },
  };
}

/** What stands above the command of a wish. */
export function commandHint({ how }: Wish): Phrase {
  if (how.shell === 'look') return phrase('report/page#run-look');
  return phrase(`report/page#run-${how.shell}${how.elevated ? '-elevated' : ''}`);
}

/** Causes as a list of noun phrases. */
export function causeList(causes: Wish['settles']): { readonly phrases: readonly Phrase[] } {
  return { phrases: causes.map((cause) => phrase(`report/cause#${cause}`)) };
}

/** Records of one start or stop of Windows lie no further apart. */
const ECHO_MS_MAX = 120_000;

/**
 * Chooses what a short timeline shows: what the verdict cites, the first and the last entries, and no echoes, by which one
 * event shows twice.
 *
 * @returns At most `countMax` entries in their order.
 */
export function shortTimeline({ timeline, verdict }: DeviceDiagnosis, countMax: number): readonly TimelineEntry[] {
  const cited = new Set([...verdict.because, ...verdict.contradicting].map(({ cite }) => citationKey(cite)));
  const rank = (entry: TimelineEntry, index: number): number => {
    if (cited.has(citationKey(entry.fact.cite))) return 0;
    return index === 0 ? 1 : 2;
  };
  return timeline
    .map((entry, index) => ({ entry, index, rank: rank(entry, index) }))
    .filter(({ index }) => !isEcho(timeline, index))
    .sort((a, b) => a.rank - b.rank || b.index - a.index)
    .slice(0, countMax)
    .sort((a, b) => a.index - b.index)
    .map(({ entry }) => entry);
}

/** Whether an entry says what one near it says as well or better: the same record, or the same start of Windows. */
function isEcho(timeline: readonly TimelineEntry[], index: number): boolean {
  const { at, fact } = timeline[index];
  const previous = timeline[index - 1];
  if (previous !== undefined && citationKey(previous.fact.cite) === citationKey(fact.cite)) return true;
  if (fact.kind !== 'restart') return false;
  return timeline.slice(Math.max(0, index - 4), index + 5).some((other, place) => {
    const isEarlier = Math.max(0, index - 4) + place < index;
    if (other.fact === fact || other.fact.kind !== 'restart' || other.fact.value.what !== fact.value.what) return false;
    if (Math.abs(other.at.fromMs - at.fromMs) > ECHO_MS_MAX) return false;
    const [own, others] = [fact.value.bootType, other.fact.value.bootType];
    return own === others ? isEarlier : own === null;
  });
}

/** Facts without those that say the same of the same place once more. */
export function distinct(facts: readonly AnyFact[]): readonly AnyFact[] {
  const seen = new Set<string>();
  return facts.filter(({ kind, value, cite }) => {
    const key = `${kind}\u0000${citationKey(cite)}\u0000${JSON.stringify(value)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether the report speaks of several devices. */
export function isForSeveral({ devices }: Diagnosis): boolean {
  return devices.length > 1;
}

/** `System.evtx (evtx, 1 MB, whole)`, and what was wrong with it. */
export function sourcePhrase(source: SourceRecord, words: Words): Phrase {
  const why = { id: `report/unread#${source.why}`, data: {} };
  return detailed(raw(source.name), [
    raw(source.kind),
    raw({ bytes: source.size }),
    phrase(`report/read#${source.read}`),
    told(source.why, (word) => (words.has(why.id) ? why : raw(word))),
    source.defects === 0 ? null : phrase('report/page#defects', { count: { count: source.defects } }),
    told(source.covers, ({ from, to }) => phrase('report/page#covers', { from: { when: from }, to: { when: to } })),
  ]);
}
