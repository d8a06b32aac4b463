import type { AnyFact, Evidence } from '../evidence/model.js';
import type { RuleContext, Scene, SceneKind, SceneMap } from './scene.js';
import type { CauseId, Certainty, Finding, MessageValue, Outcome } from './verdict.js';

type Shown<K extends SceneKind> = { readonly [Name in K]: Evidence<SceneMap[Name]> };
type Settled<K extends SceneKind> = { readonly [Name in K]: Exclude<Evidence<SceneMap[Name]>, { state: 'unread' }> };

/** One small question about a device. It reads declared evidence and answers; it knows of no other rule. */
export interface RuleSpec<Needs extends SceneKind, Uses extends SceneKind> {
  readonly id: string;
  /** The cause that it is evidence for when found; `null`: it only informs. */
  readonly cause: CauseId | null;
  /** Where one of these is unread, the engine answers `undecided` without asking the rule. */
  readonly needs: readonly Needs[];
  readonly uses: readonly Uses[];
  examine(evidence: Settled<Needs> & Shown<Uses>, context: RuleContext): Outcome;
}

export interface Rule {
  readonly id: string;
  readonly cause: CauseId | null;
  readonly needs: readonly SceneKind[];
  readonly uses: readonly SceneKind[];
  readonly run: (scene: Scene, context: RuleContext) => Finding;
}

/** Makes a rule: asks it only when what it needs was read, shows it only what it declared, and survives its bugs. */
export function defineRule<Needs extends SceneKind, Uses extends SceneKind>(spec: RuleSpec<Needs, Uses>): Rule {
  const { id, cause, needs, uses } = spec;
  return {
    id,
    cause,
    needs,
    uses,
    run(scene, context) {
      const missing = needs.filter((kind) => scene[kind].state === 'unread');
      if (missing.length > 0) return { rule: id, cause, outcome: 'undecided', missing };
      const shown = Object.fromEntries([...needs, ...uses].map((kind) => [kind, scene[kind]]));
      try {
        return { rule: id, cause, ...spec.examine(shown as Settled<Needs> & Shown<Uses>, context) };
      } catch (error) {
        return { rule: id, cause, outcome: 'crashed', error: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

/** The rule's state of things is there. `certainty` is bounded by the witness of what decides. */
export function found(
  certainty: Certainty,
  data: Readonly<Record<string, MessageValue>>,
  because: readonly (AnyFact | null | undefined)[],
  contradicting: readonly (AnyFact | null | undefined)[] = [],
): Outcome {
  return { outcome: 'found', certainty, data, because: distinct(because), contradicting: distinct(contradicting) };
}

/** It is not, and these facts show that. */
export function cleared(...because: readonly (AnyFact | null | undefined)[]): Outcome {
  return { outcome: 'cleared', because: distinct(because) };
}

/** The question does not arise. */
export function notApplicable(...because: readonly (AnyFact | null | undefined)[]): Outcome {
  return { outcome: 'not-applicable', because: distinct(because) };
}

/** It cannot be told without this evidence, though all that the rule needs was read. */
export function undecided(...missing: readonly string[]): Outcome {
  return { outcome: 'undecided', missing };
}

/** `proven` where all of these were measured, else `supported`: a person who says what was seen. */
export function certaintyBy(...facts: readonly (AnyFact | null | undefined)[]): Certainty {
  return facts.every((fact) => fact == null || fact.witness !== 'person') ? 'proven' : 'supported';
}

/** Pasted lines cover nothing: what they prove of a span of time is no more than supported. */
export function boundByCoverage(certainty: Certainty, covered: boolean | null): Certainty {
  return covered === true ? certainty : weaker(certainty, 'supported');
}

/** The weaker of two. */
export function weaker(a: Certainty, b: Certainty): Certainty {
  const order: readonly Certainty[] = ['suspected', 'supported', 'proven'];
  return order[Math.min(order.indexOf(a), order.indexOf(b))];
}

function distinct(facts: readonly (AnyFact | null | undefined)[]): readonly AnyFact[] {
  return [...new Set(facts.filter((fact): fact is AnyFact => fact != null))];
}

/** The value where it was seen, else `null`: for `uses`, where a rule can do without. */
export function seenOr<T>(evidence: Evidence<T>): T | null {
  return evidence.state === 'seen' ? evidence.value : null;
}
