import type { AnyFact, CaseFile, Fact } from '../evidence/model.js';
import { inZone } from '../evidence/when.js';

/**
 * Turns what the device's clock showed into moments, where the evidence tells the device's zone. Where witnesses
 * name different zones, or none does, a local time stays the interval that it is.
 */
export function inKnownZone(file: CaseFile): CaseFile {
  const zones = file.facts.filter((fact): fact is Fact<'time-zone'> => fact.kind === 'time-zone');
  const offsets = new Set(zones.map((fact) => fact.value.offsetMinutes));
  if (offsets.size !== 1) return file;
  const [offset] = offsets;
  const moved = (fact: AnyFact): AnyFact =>
    fact.when === undefined ? fact : { ...fact, when: inZone(fact.when, offset) };
  const coverage = file.coverage.map((span) => ({
    ...span,
    from: inZone(span.from, offset),
    to: inZone(span.to, offset),
  }));
  return { ...file, facts: file.facts.map(moved), coverage };
}
