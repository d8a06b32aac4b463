import { noted } from './noted.js';

/** Headings and labels of the report itself. */
export const heading = noted('A heading of the report.', {
  report: 'WinRE Doctor report',
  verdict: 'Answer',
  'next-step': 'What to do now',
  because: 'Because',
  contradicting: 'What speaks against it',
  rejected: 'Ruled out',
  missing: 'What would settle it',
  gather: 'Gather all of it at once',
  updates: 'Updates',
  findings: 'Also found',
  timeline: 'Timeline',
  device: 'Device',
  disks: 'Disks',
  evidence: 'Evidence',
  sources: 'What was read',
  checks: 'Every rule, and what it said',
});

export const label = {
  ...noted('A label or a column heading; one or two words.', {
    update: 'Update',
    error: 'Error',
    certainty: 'Certainty',
    answer: 'Answer',
    cause: 'Cause',
    product: 'Product',
    events: 'Events',
    time: 'Time',
    event: 'What happened',
    fact: 'Fact',
    place: 'Where',
    quote: 'What stands there',
    source: 'Source',
    kind: 'Kind',
    size: 'Size',
    read: 'Read',
    covers: 'Covers',
    computer: 'Computer',
    windows: 'Windows',
    build: 'Build',
    winre: 'WinRE',
    location: 'Place of WinRE',
    version: 'Level of WinRE',
    'target-version': 'Level wanted',
    partition: 'Partition',
    role: 'Type',
    free: 'Free',
    used: 'Used',
    needed: 'Needed free',
    rule: 'Rule',
    outcome: 'Outcome',
    enabled: 'enabled',
    disabled: 'disabled',
    unknown: 'unknown',
    'other-update': 'an update without a KB number',
  }),
} as const;

export const page = {
  device: {
    text: 'Device {number} of {total}: {name}',
    note: 'Heading of one device where the report has several. {number} and {total} are counts.',
  },
  nameless: { text: 'unnamed', note: 'Stands for the name of a device that the evidence does not name.' },
  'judged-at': { text: 'Judged as of {when}.', note: '{when} is a moment.' },
  'judged-without-time': {
    text: 'Judged without a time: the evidence bears none.',
    note: 'Stands where the moment judged from would.',
  },
  knowledge: {
    text: 'Knowledge of {date}. It does not know of updates published later.',
    note: '{date} is a date such as 2026-11-20.',
  },
  settles: { text: 'would settle: {causes}', note: '{causes} is a list of causes, as noun phrases.' },
  'look-for': { text: 'Look at {what}', note: '{what} names one or more kinds of evidence.' },
  'run-powershell': {
    text: 'Run in PowerShell (changes nothing):',
    note: 'Stands above a command for Windows PowerShell.',
  },
  'run-powershell-elevated': {
    text: 'Run in PowerShell as administrator (changes nothing):',
    note: 'Stands above a command for Windows PowerShell that needs elevation.',
  },
  'run-cmd': { text: 'Run in a command prompt (changes nothing):', note: 'Stands above a command for cmd.exe.' },
  'run-cmd-elevated': {
    text: 'Run in a command prompt as administrator (changes nothing):',
    note: 'Stands above a command for cmd.exe that needs elevation.',
  },
  'run-look': { text: 'Look here:', note: 'Stands above a place to look at, not a command.' },
  'gather-hint': {
    text: 'Paste this into Windows PowerShell as administrator. It only looks; it changes nothing. Then pass its output to WinRE Doctor.',
    note: 'Stands above a block of PowerShell.',
  },
  elided: {
    text: '{count} more are left out here; the HTML and JSON reports have all of them.',
    note: '{count} entries of a list were left out of a short report.',
  },
  'elided.one': {
    text: 'One more is left out here; the HTML and JSON reports have it.',
    note: 'As “elided”, for exactly one.',
  },
  'elided-drawing': {
    text: 'The drawing shows {count} of the events; the JSON report has all of them.',
    note: '{count} is a number of events.',
  },
  older: { text: '{count} earlier events', note: 'Opens the older part of a list of events.' },
  'older.one': { text: 'One earlier event', note: 'As “older”, for exactly one.' },
  'more-to-look-at': {
    text: '{count} more things to look at, one by one',
    note: 'Opens a list of commands that only look.',
  },
  'more-to-look-at.one': { text: 'One more thing to look at', note: 'As “more-to-look-at”, for exactly one.' },
  rules: { text: '{count} rules were tried', note: 'Opens a table of rules.' },
  'rules.one': { text: 'One rule was tried', note: 'As “rules”, for exactly one.' },
  attempts: { text: '{count} events', note: 'How many events of one update are known.' },
  'attempts.one': { text: 'one event', note: 'As “attempts”, for exactly one.' },
  'cited-fact': { text: '{says} [{place}]', note: '{says} is a sentence, {place} where it was read.' },
  'cause-and-why': { text: '{cause}: {why}', note: '{cause} is a noun phrase, {why} a sentence.' },
  covers: { text: '{from} to {to}', note: 'The span of time that a source covers; both are moments.' },
  untimed: { text: 'Nothing given bears a time.', note: 'Stands where the timeline would.' },
  'no-disks': { text: 'No disk layout was given.', note: 'Stands where the disks would.' },
  'to-timeline': {
    text: 'A drawing of when each event happened; the list below says the same.',
    note: 'Description of a picture, for screen readers.',
  },
  'disk-drawing': {
    text: 'Disk {disk} drawn to scale: {partitions}.',
    note: 'Description of a picture, for screen readers. {partitions} is a list.',
  },
  enlarged: { text: 'The small partitions, enlarged', note: 'Label of an enlarged part of a picture of a disk.' },
  'evidence-link': { text: 'Evidence {number}', note: 'Name of a link to a numbered entry of the list of evidence.' },
  skip: { text: 'Skip to the answer', note: 'A link at the top of the page, for the keyboard.' },
  redacted: {
    text: 'Names, paths, addresses and serial numbers are replaced by stand-ins such as computer-1.',
    note: 'Stands at the end of a report from which personal data was taken out.',
  },
  crashed: {
    text: 'This rule failed through a mistake of ours: {error}',
    note: '{error} is a technical message. The rule gave no result because of a programming error.',
  },
  defects: { text: '{count} damaged places were passed over', note: '{count} defects in a file that was read.' },
  'defects.one': { text: 'one damaged place was passed over', note: 'As “defects”, for exactly one.' },
} as const;

export const lane = noted('Name of one row of the drawn timeline; one or two words.', {
  updates: 'Updates',
  winre: 'WinRE',
  restarts: 'Restarts',
  servicing: 'Servicing',
  device: 'Device',
});

export const mark = noted('What a mark of the drawn timeline means; one or two words.', {
  good: 'succeeded',
  bad: 'failed',
  wait: 'waits for a restart',
  plain: 'other',
});

export const drawing = {
  gauge: {
    text: 'Free space on the recovery partition: {free} of {size}.',
    note: 'Description of a picture, for screen readers, and its caption.',
  },
  'gauge-needed': {
    text: 'Free space on the recovery partition: {free} of {size}; servicing needs {needed}.',
    note: 'Description of a picture, for screen readers, and its caption.',
  },
  'gauge-lacking': {
    text: 'Free space on the recovery partition: {free} of {size}; servicing needs {needed}, so {lacking} are lacking.',
    note: 'Description of a picture, for screen readers, and its caption.',
  },
  unallocated: { text: 'not allocated', note: 'A part of a disk that belongs to no partition.' },
  'disk-numbered': { text: 'Disk {disk}', note: 'Heading of one disk.' },
  'disk-unnumbered': { text: 'A disk', note: 'Heading of a disk whose number is not known.' },
  'disk-of': { text: '{disk}, {size}', note: 'Heading of one disk with its size.' },
  active: { text: 'holds WinRE', note: 'The partition that holds the recovery image in use.' },
} as const;

export const outcome = noted('What one rule said of this device.', {
  found: 'found',
  cleared: 'cleared',
  'not-applicable': 'does not apply',
  undecided: 'undecided',
  crashed: 'failed',
});

export const read = noted('How far a source was read.', {
  whole: 'whole',
  partly: 'partly',
  not: 'not read',
});

export const unread = noted('Why a source was not read whole.', {
  unsupported: 'not a kind that is read',
  damaged: 'damaged',
  empty: 'empty',
  'over-limit': 'too large',
  encrypted: 'encrypted',
  'not-opened': 'could not be opened',
});

export const units = noted('A number with its unit of size; 1 MB is 1,048,576 bytes, as Windows shows it.', {
  bytes: '{number} bytes',
  kb: '{number} KB',
  mb: '{number} MB',
  gb: '{number} GB',
  tb: '{number} TB',
});

export const when = noted('A moment. Dates are written 2025-04-08, times 17:02:11, in every language.', {
  utc: '{time} UTC',
  local: '{time} local time',
  between: '{from} to {to} UTC',
  day: '{day}',
  days: '{from} to {to}',
  unknown: 'an impossible time',
});

export const place = noted('Where in a source something was read. Short, in brackets behind a sentence.', {
  record: '{source} record {number}',
  line: '{source} line {number}',
  byte: '{source} byte {offset}, length {number}',
  key: '{source} key {key}',
  'key-value': '{source} key {key} value {value}',
  inside: '{place} in {path}',
});

/** Who says so, before a colon. */
export const witness = noted('Who says it, in front of a colon: “Event log: …”.', {
  'image-file': 'File in the recovery image',
  'image-metadata': 'Metadata of the recovery image',
  'disk-structure': 'Disk',
  'event-log': 'Event log',
  'engine-log': 'Servicing log',
  'windows-output': 'Windows command',
  'state-file': 'State file',
  registry: 'Registry',
  'update-log': 'Update log',
  person: 'A person wrote',
});

/** Each kind of evidence, as something to look at. */
export const kind = noted('A kind of evidence as a noun phrase, behind “Look at”.', {
  'os-version': 'the version of Windows',
  'device-identity': 'the identity of the device',
  'time-zone': 'the time zone of the device',
  'disk-layout': 'the partitions of the disk',
  volume: 'the size and free space of the volumes',
  'volume-encryption': 'the BitLocker state of the volumes',
  'winre-config': 'whether WinRE is enabled, and where',
  'winre-version': 'the level of the recovery image',
  'winre-image': 'whether the recovery image is there',
  'reagentc-operation': 'what reagentc answers',
  'boot-entry': 'the recovery entry of the boot configuration',
  'recovery-partition-claim': 'the recovery partition',
  'winre-servicing': 'the events of WinRE servicing',
  'winre-space-check': 'the space that servicing measured',
  'winre-hive-mount': 'the traces of WinRE servicing in the event log',
  'pending-restart': 'whether a restart is awaited',
  'update-event': 'the history of Windows Update',
  restart: 'when Windows was restarted',
  'servicing-error': 'the errors in the servicing logs',
  'installed-package': 'the installed packages',
  'installer-failure': 'the failures of other installers',
  'evidence-loss': 'what became of cleared evidence',
  statement: 'what the person saw',
});
