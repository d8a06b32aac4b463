import { filetimeToIso } from '../../../bytes/filetime.js';
import { openEtl, UPDATE_PROVIDER } from '../../../formats/etl/etl.js';
import { plain } from '../../../report/plain.js';
import { counted } from '../counted.js';
import type { Describe } from './contents.js';

export const describeEtl: Describe = (source, note) => {
  const trace = openEtl(source, note);
  let eventCount = 0;
  let updateEventCount = 0;
  let first: bigint | null = null;
  let last: bigint | null = null;
  for (const { header, time } of trace.records()) {
    eventCount++;
    if (header.provider === UPDATE_PROVIDER) updateEventCount++;
    if (time === null || header.kind === 'system') continue;
    if (first === null || time < first) first = time;
    if (last === null || time > last) last = time;
  }
  const [from, to] = [first, last].map((time) => (time === null ? null : filetimeToIso(time)));
  const { header, bufferBytes, bufferCount } = trace;
  const isRunning = header !== null && header.endTime === null;
  const told =
    header === null ? null : `session ${plain(header.sessionName)}, build ${header.build}, clock: ${header.clock}`;
  return {
    kind: 'etl',
    facts: {
      ...{ session: header?.sessionName ?? null, file: header?.fileName ?? null, build: header?.build ?? null },
      ...{ clock: header?.clock ?? null, eventsLost: header?.eventsLost ?? null, inUse: isRunning },
      ...{ eventCount, updateEventCount, first: from, last: to, bufferBytes, bufferCount },
    },
    lines: [
      ...(told === null ? [] : [told]),
      `${counted(eventCount, 'event')}, ${updateEventCount} of Windows Update, in ${counted(bufferCount, 'buffer')} of ${bufferBytes} bytes${isRunning ? ', copied while in use' : ''}${from === null ? '' : `: ${from} to ${to}`}`,
      ...(header !== null && header.eventsLost > 0
        ? [`${counted(header.eventsLost, 'event')} lost while tracing`]
        : []),
    ],
  };
};
