/** Pages made from the tables that the judging itself uses: `docs/trust.md` and `docs/verdicts.md`. */
import { PRECEDENCE, SUSPICIONS } from '../src/diagnosis/precedence.js';
import type { Rule } from '../src/diagnosis/rule.js';
import { trustTable } from '../src/evidence/trust.js';
import { CAUSES } from '../src/knowledge/causes.js';

const HEADER = '<!-- Written by `npm run gen`. Do not edit. -->\n';

/** Which witness is believed first, for each kind of evidence. */
export function trustPage(): string {
  const sections = trustTable().map(
    ({ kind, order, reason }) =>
      `## ${kind}\n\n${reason}\n\n${order.map((witness, index) => `${index + 1}. ${witness}`).join('\n')}\n`,
  );
  return `${HEADER}# Trust

Where two witnesses disagree, both stay in the report, and the one that comes first here is believed. Within one
witness the later moment counts. Only \`person\` is told; everything else was measured or printed by Windows, and only
that can make an answer proven. What each witness is stands in \`src/evidence/model.ts\`; the table is
\`src/evidence/trust.ts\`.

${sections.join('\n')}`;
}

/** The causes with their answers and rules, and the order in which findings decide. */
export function verdictsPage(rules: readonly Rule[]): string {
  const ruleLink = (id: string) => `[${id}](../src/rules/${id}/rule.md)`;
  const causes = CAUSES.rows().map(({ id, answer, title }) => {
    const mine = rules.filter((rule) => rule.cause === id).map((rule) => ruleLink(rule.id));
    return `| \`${answer}\` | \`${id}\` | ${title} | ${mine.join(', ')} |`;
  });
  const order = PRECEDENCE.map(
    ({ rule, atLeast, reason }, index) => `| ${index + 1} | ${ruleLink(rule)} | ${atLeast} | ${reason} |`,
  );
  const informing = rules.filter((rule) => rule.cause === null).map((rule) => `- ${ruleLink(rule.id)}`);
  return `${HEADER}# Verdicts

A verdict is never a score. Every rule examines the evidence by itself; then the first line of the table below that a
finding fits decides. Rules do not know of one another.

## Causes

| answer | cause | what is so | rules |
|---|---|---|---|
${causes.join('\n')}

Apart from \`ask\`, each cause has the one answer of this table. Without enough to decide, the answer is \`ask\` with the
cause that fits best. Only a restart may be advised on a suspicion, and not for a server.

## Precedence

| | rule | found at least | why here |
|---|---|---|---|
${order.join('\n')}

## Suspicions

Where no line fits, the first of these that was found is told as a suspicion:
${SUSPICIONS.map(ruleLink).join(', ')}. Harmless causes come last or not at all: a suspicion must not soothe.

## Rules that inform

These decide nothing; what they find is told beside the verdict.

${informing.join('\n')}
`;
}
