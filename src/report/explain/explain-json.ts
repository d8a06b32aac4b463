/** What `explain` found, as JSON for scripts: ids stay ids. */
import type { Explained } from '../../knowledge/explain/explanation.js';

/** Version 1: fields are only ever added. */
export function explainJson(answers: readonly Explained[]): string {
  const knowledgeDate = answers[0]?.knowledgeDate ?? null;
  const queries = answers.map(({ knowledgeDate: _, ...answer }) => ({
    ...answer,
    readings: answer.readings.map((reading) => ({
      ...reading,
      facts: reading.facts.map(({ label, values }) => ({
        label,
        values: values.map((value) => ('text' in value ? value.text : value.word)),
      })),
    })),
  }));
  return `${JSON.stringify({ explainVersion: 1, knowledgeDate, queries }, null, 2)}\n`;
}
