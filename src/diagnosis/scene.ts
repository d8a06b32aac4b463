import type { AnyFact, Evidence, Fact, KindId } from '../evidence/model.js';
import type { When } from '../evidence/when.js';
import { agentFailuresOf, type FailureCode, failureCodesOf } from './derive/codes.js';
import { type Judged, judgedOf, type Question } from './derive/judged.js';
import { type OsState, osOf } from './derive/os.js';
import { isAgentWatched, isCovered, type ProofState, proofOf } from './derive/proof.js';
import { type RecoveryPartitionState, recoveryPartitionOf } from './derive/recovery-partition.js';
import { type PendingState, pendingOf, type RestartState, restartsOf } from './derive/restarts.js';
import { storiesOf, type UpdateStory } from './derive/stories.js';
import { type LevelState, levelOf, type WinReState, winreStateOf } from './derive/winre.js';
import type { EvidenceSet } from './evidence-set.js';
import { historyWasRead } from './history.js';
import type { KnowledgeView } from './knowledge-view.js';

/** Evidence that is put together from facts: what a rule mostly asks for. */
export interface DerivedMap {
  /** The failure judged. Absent: the history was read and holds none. */
  readonly judged: Judged;
  readonly stories: readonly UpdateStory[];
  /** What proves and disproves that the judged update is in. */
  readonly proof: ProofState;
  readonly restarts: RestartState;
  readonly pending: PendingState;
  readonly winre: WinReState;
  readonly 'recovery-partition': RecoveryPartitionState;
  readonly level: LevelState;
  readonly os: OsState;
  /** Codes that say why; none is an empty list, since other evidence may do without. */
  readonly 'failure-codes': readonly FailureCode[];
  /** Failures of WinREAgent that no later success made good. */
  readonly 'agent-failures': readonly Fact<'winre-servicing'>[];
}

export type SceneMap = { readonly [K in KindId]: readonly Fact<K>[] } & DerivedMap;
export type SceneKind = keyof SceneMap;

/** Everything that rules may ask for, each with its state. */
export type Scene = { readonly [K in SceneKind]: Evidence<SceneMap[K]> };

/** What rules are told besides evidence. */
export interface RuleContext {
  readonly knowledge: KnowledgeView;
  /** The moment judged from. */
  readonly at: When | null;
  /** Whether what WinREAgent did when the judged update failed was read. */
  readonly agentWatched: boolean;
  /** Whether the events from the failure to that moment were read, from one source. */
  readonly covered: boolean;
}

export interface BuiltScene {
  readonly scene: Scene;
  readonly context: RuleContext;
  readonly stories: readonly UpdateStory[];
  readonly judged: Judged | null;
}

const DERIVED = [
  'judged',
  'stories',
  'proof',
  'restarts',
  'pending',
  'winre',
  'recovery-partition',
  'level',
  'os',
  'failure-codes',
  'agent-failures',
] as const;

/** Puts the scene of one device together. Base kinds are looked up when asked for. */
export function buildScene(
  evidence: EvidenceSet,
  question: Question,
  at: When | null,
  knowledge: KnowledgeView,
): BuiltScene {
  const stories = storiesOf(evidence, knowledge);
  const judged = judgedOf(question, stories, evidence, knowledge);
  const winre = winreStateOf(evidence);
  const level = levelOf(evidence);
  const restarts = restartsOf(judged, evidence);
  const wasRead = historyWasRead(evidence, at);
  const partition = recoveryPartitionOf(evidence, winre);
  const os = osOf(evidence, knowledge);
  const derived: { [K in keyof DerivedMap]: Evidence<DerivedMap[K]> } = {
    judged: judged === null ? (wasRead ? ABSENT : UNREAD) : seen(judged, judged.failures),
    stories: stories.length === 0 ? (wasRead ? ABSENT : UNREAD) : seen(stories, []),
    proof: judged === null ? UNREAD : seen(proofOf(judged, stories, evidence, level, at, knowledge), []),
    restarts: seen(restarts, [...restarts.full, ...restarts.told]),
    pending: pendingEvidence(pendingOf(restarts, evidence, at), evidence),
    winre: winre === null ? UNREAD : seen(winre, winre.facts),
    'recovery-partition': partition === null ? UNREAD : seen(partition, partition.existsBy),
    level: level === null ? UNREAD : seen(level, [level.by]),
    os: os === null ? UNREAD : seen(os, os.facts),
    'failure-codes': seen(failureCodesOf(judged, stories, evidence, knowledge), []),
    'agent-failures': seen(agentFailuresOf(stories, evidence), []),
  };
  const scene = new Proxy(derived as unknown as Scene, {
    get: (target, kind: string) =>
      (DERIVED as readonly string[]).includes(kind) ? target[kind as SceneKind] : evidence.of(kind as KindId),
  });
  const covered = judged !== null && isCovered(judged, evidence, at);
  const agentWatched = judged !== null && isAgentWatched(judged, evidence);
  return { scene, context: { knowledge, at, covered, agentWatched }, stories, judged };
}

const UNREAD = { state: 'unread', why: 'not-given', cites: [] } as const;
const ABSENT = { state: 'absent', cites: [] } as const;

function seen<T>(value: T, facts: readonly AnyFact[]): Evidence<T> {
  return { state: 'seen', value, cites: facts.map((fact) => fact.cite) };
}

function pendingEvidence(state: PendingState, evidence: EvidenceSet): Evidence<PendingState> {
  const any = state.strong.length + state.weak.length + state.stale.length + state.none.length;
  return any === 0 && evidence.all('pending-restart').length === 0
    ? UNREAD
    : seen(state, [...state.strong, ...state.none]);
}
