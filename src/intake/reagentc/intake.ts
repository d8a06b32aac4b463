import type { ReagentcInfo, ReagentcReading } from '../../formats/reagentc/reagentc.js';
import { readReagentc } from '../../formats/reagentc/reagentc.js';
import type { TextIntake, TextSink } from '../intake.js';

/** Output of `reagentc`: how WinRE is registered, its level where the build prints it, and how runs of it ended. */
export const reagentcIntake: TextIntake = {
  id: 'reagentc',
  read(lines, sink) {
    for (const reading of readReagentc(lines)) {
      if (reading.kind === 'info') addInfo(reading, sink);
      else if (reading.kind === 'outcome') addOutcome(reading, sink);
      else sink.claim(reading.firstLine, reading.lastLine);
    }
  },
};

function addInfo(info: ReagentcInfo, sink: TextSink): void {
  const at = { line: info.firstLine };
  const place = info.location === null || info.location === '' ? '' : `, ${info.location}`;
  const state = info.enabled === null ? 'not shown' : info.enabled ? 'Enabled' : 'Disabled';
  sink.add(
    'winre-config',
    {
      enabled: info.enabled,
      location: locationOf(info),
      bcdId: info.bcdId,
      staged: null,
      onOsVolume: null,
      operationScheduled: null,
    },
    { witness: 'windows-output', at, quote: `Windows RE status: ${state}${place}` },
  );
  if (info.version !== null) {
    const reading = { witness: 'windows-output', at, quote: `Windows RE Version: ${info.version}` } as const;
    sink.add('winre-version', { version: info.version, shownBy: 'reagentc' }, reading);
  }
  sink.claim(info.firstLine, info.lastLine);
}

function locationOf(info: ReagentcInfo) {
  if (info.location === null) return null;
  if (info.location === '') return 'none' as const;
  const { disk, partition, letter, location } = info;
  const path = location
    .replace(/^(?:\\\\\?\\)?GLOBALROOT\\device\\harddisk\d+\\partition\d+/i, '')
    .replace(/^[A-Z]:/i, '');
  return { disk, partition, offsetBytes: null, diskId: null, letter, path: path === '' ? null : path };
}

function addOutcome(outcome: Extract<ReagentcReading, { kind: 'outcome' }>, sink: TextSink): void {
  const { verb, ok, code, reason } = outcome;
  sink.add(
    'reagentc-operation',
    { verb, ok, code, reason },
    { witness: 'windows-output', at: { line: outcome.firstLine }, quote: outcome.quote },
  );
  // A sentence quoted inside somebody's own words is left to be read with them.
  if (/^\W*reagentc|^(?:This|The|Windows|Unable|Operation)\b/i.test(outcome.quote)) {
    sink.claim(outcome.firstLine, outcome.lastLine);
  }
}
