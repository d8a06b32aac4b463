/** One piece of text that a person reads, and a note for whoever translates it. */
export interface Word {
  /**
   * `{freeBytes}`, `{kb}`: placeholders take the finding's data; numbers bring their unit. A part in double square brackets
   * is left out where the data lack something in it.
   */
  readonly text: string;
  readonly note: string;
}

/** Words of one rule: what is so, why it matters, what to do; and how it reads as a suspicion and when ruled out. */
export interface RuleWords {
  /** What is so, in one line. */
  readonly title: Word;
  /** The same as a suspicion. */
  readonly suspected: Word;
  /** Why it is so and why it matters: two or three sentences. */
  readonly summary: Word;
  /** What to do now: one or two sentences. */
  readonly nextStep: Word;
  /** Why it is ruled out, when the rule was cleared. */
  readonly cleared: Word;
}
