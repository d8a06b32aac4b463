/** One log through every log reader, as `diagnose` does it: prints how many facts there are and the last line that gave one. */

import { FileSource } from '../src/hosts/node/file-source.js';
import type { TextSink } from '../src/intake/intake.js';
import { LOG_INTAKES } from '../src/intake/log-intakes.js';
import { scanLog } from '../src/intake/scan-log.js';

let facts = 0;
let lastLine = 0;
const sink: TextSink = {
  add(_kind, _value, { at }) {
    facts++;
    if ('line' in at) lastLine = at.line;
  },
  cover() {},
  defect() {},
  open() {},
  claim() {},
};
scanLog(new FileSource(process.argv[2]), LOG_INTAKES, sink, () => {});
console.log(`${facts} facts, the last of line ${lastLine}`);
