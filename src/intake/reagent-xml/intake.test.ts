import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { corpusRows } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { pastedReagentXml, reagentXmlIntake } from './intake.js';

const FILE = `<?xml version='1.0' encoding='utf-8'?>

<WindowsRE version="2.0">
  <WinreBCD id="{5097afa4-7633-11ed-bf14-9cebe8d10200}"/>
  <WinreLocation path="\\Recovery\\WindowsRE" id="0" offset="511493275648" guid="{5ab452ee-5ce4-474d-8165-029242ca7788}"/>
  <InstallState state="1"/>
  <WinREStaged state="0"/>
  <ScheduledOperation state="4"/>
</WindowsRE>`;

function readFile(text: string | Uint8Array): CollectingSink {
  const bytes = new MemorySource(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  const artefact = { name: 'x', bytes, depth: 0 };
  expect(reagentXmlIntake.recognises(bytes.read(0, bytes.size), artefact)).toBe(true);
  const sink = new CollectingSink();
  reagentXmlIntake.read(artefact, sink);
  return sink;
}

function readPasted(text: string): CollectingSink {
  const sink = new CollectingSink();
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
  pastedReagentXml.read(lines, sink);
  return sink;
}

const ENABLED = {
  enabled: true,
  location: {
    disk: null,
    partition: null,
    offsetBytes: 511493275648,
    diskId: '5ab452ee-5ce4-474d-8165-029242ca7788',
    letter: null,
    path: '\\Recovery\\WindowsRE',
  },
  bcdId: '5097afa4-7633-11ed-bf14-9cebe8d10200',
  staged: false,
  onOsVolume: null,
  operationScheduled: false,
};

describe('ReAgent.xml', () => {
  it('gives the registration', () => expect(readFile(FILE).values('winre-config')).toEqual([ENABLED]));

  it('is not enabled without a boot entry, nor by one alone', () => {
    const enabled = (text: string) => readFile(text).values('winre-config')[0].enabled;
    expect(enabled(FILE.replace(/id="\{5097[^"]*"/, 'id="{00000000-0000-0000-0000-000000000000}"'))).toBe(false);
    expect(enabled(FILE.replace('InstallState state="1"', 'InstallState state="0"'))).toBe(false);
  });

  it('is read in UTF-16 too', () => {
    const bytes = new Uint8Array(FILE.length * 2);
    for (let i = 0; i < FILE.length; i++) bytes[i * 2] = FILE.charCodeAt(i);
    expect(readFile(bytes).values('winre-config')).toEqual([ENABLED]);
  });

  it('is found among prose, whole or on one line, and left alone where it is torn', () => {
    const pasted = readPasted(`Hello,\nthis is my file:\n${FILE}\nwhat now?`);
    expect(pasted.values('winre-config')).toEqual([ENABLED]);
    expect(pasted.claimed).toEqual([[5, 11]]);
    expect(readPasted(`it says ${FILE.replaceAll('\n', ' ')} thanks`).values('winre-config')).toEqual([ENABLED]);
    expect(readPasted(FILE.slice(0, -20)).facts).toEqual([]);
    expect(readPasted(FILE.replace('/>', '>')).facts).toEqual([]);
  });

  describe.skipIf(CORPUS === null)('on real files (skipped without the corpus)', () => {
    for (const { file, truth } of corpusRows('reagent-xml')) {
      it(`agrees with ${file}`, () => {
        const values = truth?.values as Record<string, Record<string, string>>;
        const [config] = readFile(corpusBytes(file)).values('winre-config');
        expect(config.enabled).toBe(values.InstallState.state === '1');
        expect(config.location === 'none').toBe(values.WinreLocation.path === '');
      });
    }
  });
});
