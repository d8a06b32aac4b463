/** The day up to which the outside facts in this room were gathered; every report prints it. */
export const KNOWLEDGE_DATE = '2026-11-20';
