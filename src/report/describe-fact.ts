import type { AnyFact, Citation, Fact, KindId, KindMap, SourceRecord } from '../evidence/model.js';
import { deviceFacts } from './facts/device-facts.js';
import { diskFacts } from './facts/disk-facts.js';
import { otherFacts } from './facts/other-facts.js';
import { updateFacts } from './facts/update-facts.js';
import { winreFacts } from './facts/winre-facts.js';
import { type Phrase, phrase } from './phrase.js';

/** For each kind of evidence, what one fact of it says. */
export type Describers = { readonly [K in KindId]: (value: KindMap[K]) => Phrase };

const DESCRIBERS: Describers = { ...deviceFacts, ...diskFacts, ...winreFacts, ...updateFacts, ...otherFacts };

/** What a fact says, without who says it: `KB5057589 failed to install with 0x80070643`. */
export function describeClaim<K extends KindId>(fact: Fact<K>): Phrase {
  return DESCRIBERS[fact.kind](fact.value);
}

/** What a fact says and who says it: `Event log: KB5057589 failed to install with 0x80070643`. */
export function describeFact(fact: AnyFact): Phrase {
  const claim = describeClaim<KindId>(fact);
  return phrase('report/fact#by-witness', { witness: phrase(`report/witness#${fact.witness}`), claim });
}

/** Where a fact was read: `System.evtx record 8121`. */
export function describePlace(cite: Citation, sources: readonly SourceRecord[]): Phrase {
  const source = sources.find(({ id }) => id === cite.source)?.name ?? cite.source;
  const { at, path } = cite;
  let place: Phrase;
  if ('record' in at) place = phrase('report/place#record', { source, number: { shown: String(at.record) } });
  else if ('line' in at) place = phrase('report/place#line', { source, number: { shown: String(at.line) } });
  else if ('byte' in at) {
    place = phrase('report/place#byte', {
      source,
      offset: { shown: `0x${at.byte.toString(16)}` },
      number: { shown: String(at.length) },
    });
  } else if (at.value === undefined) place = phrase('report/place#key', { source, key: at.key });
  else place = phrase('report/place#key-value', { source, key: at.key, value: at.value });
  return path === undefined ? place : phrase('report/place#inside', { place, path });
}
