/** What the judging asks of the outside facts. The front door hands in `knowledge`, with rows of `--knowledge` over it. */
export interface KnowledgeView {
  /** `2026-11-20`. */
  readonly date: string;
  /** What is known of an update; `undefined` for one that no row names. */
  update(kb: string): KnownUpdate | undefined;
  /** Whether `newer` takes the place of `older`, by however many steps. */
  supersedes(newer: string, older: string): boolean;
  /** Id of the product that an update belongs to, by its number or title; `null` where neither tells. */
  productOf(kb: string | null, title: string | null): string | null;
  /** What helps for a product, as the knowledge says, in one paragraph. */
  fixOf(product: string): string;
  /** Whether an update of WinRE was the newest of its line on `day`; `false` where that is not known. */
  isNewestOn(kb: string, day: string): boolean;
  /** Whether a title names an update of WinRE. */
  titleIsWinRe(title: string): boolean;
  /** Causes that an error code stands for in servicing, the likeliest first. */
  causesOf(code: number): readonly string[];
  /** The same for a bare code that reagentc prints. */
  reagentcCausesOf(code: number): readonly string[];
  /** Branch of a build: 19041 for 19045. */
  branchOf(build: number): number | null;
  isServerBuild(build: number): boolean | null;
  /** Whether cumulative updates of this build bring WinRE along; `null` for a build that no row names. */
  carriesWinRe(build: number): boolean | null;
  /** Weaknesses of WinRE that were published with the level that mends them, and that this image lacks. */
  weaknessesOf(version: string): readonly KnownWeakness[];
  /** Newest level published for a branch up to `date`, and how sure that is. `null` where none is known. */
  newestLevel(branch: number, date: string | null): KnownLevel | null;
}

export interface KnownLevel {
  readonly version: string;
  readonly kb: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** No recovery package without a published level came after it: an image of this level is current by that date. */
  readonly isLast: boolean;
}

export interface KnownWeakness {
  /** `CVE-2024-20666`. */
  readonly id: string;
  readonly title: string;
}

export interface KnownUpdate {
  readonly kb: string;
  /** `winre`: updates WinRE and nothing else; `carries-winre`: a cumulative update that brings WinRE along; `image-only`: a Dynamic Update for media. */
  readonly role: 'winre' | 'carries-winre' | 'image-only' | 'other';
  readonly title: string;
  readonly product: string | null;
  readonly released: string | null;
  readonly targetVersion: string | null;
  readonly targetConfidence: 'high' | 'medium' | 'low' | null;
  /** Level that devices were seen to have after it, where none was published. It supports, and proves nothing. */
  readonly observedVersion: string | null;
  /** Levels between which the image must be after it, told by the published levels around it. */
  readonly bounds: { readonly atLeast: string | null; readonly atMost: string | null };
  /** Builds it is for; empty where unknown. */
  readonly builds: readonly number[];
  readonly issues: readonly KnownUpdateIssue[];
}

export interface KnownUpdateIssue {
  readonly id: string;
  readonly cause: string | null;
  /** The update itself breaks WinRE: it went in, and WinRE does not work since. */
  readonly breaksWinRe: boolean;
  /** `YYYY-MM-DD`, inclusive; that whole last day is undecided. */
  readonly from: string | null;
  readonly to: string | null;
  readonly resolvedBy: readonly string[];
}
