import { filetimeToIso } from '../../../bytes/filetime.js';
import { type EvtxCoverage, evtxCoverage, openEvtx } from '../../../formats/evtx/evtx.js';
import { counted } from '../counted.js';
import type { Describe } from './contents.js';

export const describeEvtx: Describe = (source, note, { crc32 }) => {
  const log = openEvtx(source, note, crc32 === undefined ? {} : { crc32 });
  const { recordCount, first, last, gaps } = evtxCoverage(log);
  const moment = (at: EvtxCoverage['first']) => at && { record: Number(at.recordId), time: filetimeToIso(at.time) };
  const from = moment(first);
  const to = moment(last);
  const span = from === null || to === null ? 'empty' : `${from.record} (${from.time}) to ${to.record} (${to.time})`;
  return {
    kind: 'evtx',
    facts: {
      ...{ recordCount, first: from, last: to, gapCount: gaps.length, dirty: log.dirty },
      ...{ chunkCount: log.chunks.length, damagedChunkCount: log.damagedChunks.length },
    },
    lines: [
      `${counted(recordCount, 'record')} in ${counted(log.chunks.length, 'chunk')}${log.dirty ? ', copied while in use' : ''}: ${span}`,
      ...(gaps.length > 0 ? [`${counted(gaps.length, 'gap')} in the numbers`] : []),
    ],
  };
};
