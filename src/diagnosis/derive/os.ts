import type { OsVersion } from '../../evidence/kinds/device.js';
import type { Fact } from '../../evidence/model.js';
import type { EvidenceSet } from '../evidence-set.js';
import type { KnowledgeView } from '../knowledge-view.js';
import type { Judged } from './judged.js';

export interface OsState extends OsVersion {
  /** Branch of servicing: 19041 for 19045. */
  readonly branch: number | null;
  readonly facts: readonly Fact<'os-version'>[];
}

/** Each field by the most trusted witness that fills it. */
export function osOf(evidence: EvidenceSet, knowledge: KnowledgeView): OsState | null {
  const facts = evidence.all('os-version');
  if (facts.length === 0) return null;
  const first = <K extends keyof OsVersion>(key: K): OsVersion[K] =>
    facts.find((fact) => fact.value[key] !== null)?.value[key] ?? (null as OsVersion[K]);
  const build = first('build');
  return {
    product: first('product'),
    release: first('release'),
    build,
    revision: first('revision'),
    edition: first('edition'),
    server: first('server') ?? (build === null ? null : knowledge.isServerBuild(build)),
    architecture: first('architecture'),
    branch: build === null ? null : knowledge.branchOf(build),
    facts,
  };
}

/** Whether this is known to be a server: by Windows itself, else by what the judged update is for. */
export function isServer(os: OsState | null, judged: Judged | null, knowledge: KnowledgeView): boolean {
  if (os?.server != null) return os.server;
  if (/\bwindows server\b/i.test(judged?.title ?? '')) return true; // a product name, the same in every language
  const builds = (judged?.kb == null ? undefined : knowledge.update(judged.kb))?.builds ?? [];
  return builds.length > 0 && builds.every((build) => knowledge.isServerBuild(build) === true);
}
