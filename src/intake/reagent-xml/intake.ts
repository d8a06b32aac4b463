import { FormatError } from '../../bytes/format-error.js';
import { readReAgentXml } from '../../formats/reagent-xml/reagent-xml.js';
import type { Line } from '../../formats/text/text.js';
import { headText, smallText } from '../head-text.js';
import type { Intake, TextIntake, TextSink } from '../intake.js';
import { configOf, quoteOfConfig } from './registration.js';

const ROOT = /<WindowsRE\s+version=/;
/** Before the root stand at most a declaration and a comment. */
const ROOT_AT_MAX = 512;
/** Lines that a pasted file may take up: real ones have 25, some with an empty line between each. */
const LINES_MAX = 200;

/** ReAgent.xml as a file. */
export const reagentXmlIntake: Intake = {
  id: 'reagent-xml',
  recognises: (head) => {
    const at = headText(head.subarray(0, 2048)).search(ROOT);
    return at >= 0 && at <= ROOT_AT_MAX;
  },
  read(artefact, sink) {
    const file = readReAgentXml(smallText(artefact.bytes));
    // The disk is not told as one of the device: a file left from before a cloning names another one, and that is a finding.
    sink.add('winre-config', configOf(file), {
      witness: 'state-file',
      at: { key: 'WindowsRE', value: 'InstallState' },
      quote: quoteOfConfig(file),
    });
  },
};

/** ReAgent.xml pasted into a text, with all its lines or run together into one. */
export const pastedReagentXml: TextIntake = {
  id: 'reagent-xml',
  read(lines, sink) {
    for (let i = 0; i < lines.length; i++) if (ROOT.test(lines[i].text)) i = readPasted(lines, i, sink);
  },
};

/** Reads a file whose root stands on line `start` and returns the index of its last line, or `start` if it is torn. */
function readPasted(lines: readonly Line[], start: number, sink: TextSink): number {
  const end = endOf(lines, start);
  if (end < 0) return start;
  const text = lines
    .slice(start, end + 1)
    .map((line) => line.text)
    .join('\n');
  const from = text.search(ROOT);
  const to = text.indexOf('</WindowsRE>') + '</WindowsRE>'.length;
  try {
    const file = readReAgentXml(text.slice(from, to));
    const at = { line: lines[start].number };
    sink.add('winre-config', configOf(file), { witness: 'state-file', at, quote: quoteOfConfig(file) });
    sink.claim(lines[start].number, lines[end].number);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return start; // not well-formed after what happened to it on its way: left to be read as prose
  }
  return end;
}

function endOf(lines: readonly Line[], start: number): number {
  for (let i = start; i < lines.length && i < start + LINES_MAX; i++) {
    if (lines[i].text.includes('</WindowsRE>')) return i;
  }
  return -1;
}
