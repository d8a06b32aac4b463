/** Which room may import from which. A room may always import itself; nothing imports a front door. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  bytes: [],
  codecs: ['bytes'],
  formats: ['bytes', 'codecs'],
  knowledge: [],
  evidence: ['bytes'],
  intake: ['bytes', 'formats', 'evidence', 'knowledge'],
  diagnosis: ['evidence', 'knowledge'],
  rules: ['diagnosis', 'evidence', 'knowledge'],
  treatments: ['diagnosis', 'evidence', 'knowledge', 'rules'],
  locales: [],
  report: ['diagnosis', 'evidence', 'knowledge', 'treatments', 'locales'],
  execution: ['bytes', 'formats', 'treatments'],
  simulation: ['bytes', 'formats', 'evidence', 'knowledge', 'treatments'],
  media: ['bytes', 'formats', 'knowledge', 'evidence'],
  hosts: ['bytes'],
  testing: ['*'], //  case builders and testers; nothing shipped imports it
  cli: ['*'],
  web: ['*'],
  fleet: ['*'],
};

/** Rooms that may know where they run: only these import `node:` modules or touch the process, clock or randomness. */
export const HOST_ROOMS = ['hosts', 'cli', 'fleet', 'web', 'testing'] as const;

/** Rooms that nothing shipped imports. */
export const FRONT_DOORS = ['cli', 'web', 'fleet', 'testing'] as const;
