import { QUOTE_CHARS_MAX } from '../../bytes/limits.js';
import { type RegistryReading, readRegistryText } from '../../formats/reg-text/reg-text.js';
import type { Reading, TextIntake, TextSink } from '../intake.js';
import { registryFacts } from '../registry-facts.js';

/** The registry as text: `.reg` exports, `reg query`, `Test-Path`. */
export const registryTextIntake: TextIntake = {
  id: 'registry-text',
  read(lines, sink) {
    const readings = readRegistryText(lines);
    const isRenamed = addRename(readings, sink);
    for (const reading of readings) {
      sink.claim(reading.firstLine, reading.lastLine);
      if (isRenamed && NEXT_NAME.test(reading.key)) continue; // not its name yet
      // A file that takes a key away is a wish; that a value is not there says nothing of its key.
      if (reading.state === 'removed' || reading.absentValue !== null) continue;
      const values = new Map(reading.values.map(({ name, text }) => [name.toLowerCase(), text]));
      registryFacts({ key: reading.key, state: reading.state, values }, (name) => readingOf(reading, name), sink);
    }
  },
};

/** The name that the machine goes by, and the one that it is to have after a restart. */
const NAME = /\\ComputerName\\ActiveComputerName$/i;
const NEXT_NAME = /\\ComputerName\\ComputerName$/i;

/** Tells a computer that waits for a restart to take its new name. */
function addRename(readings: readonly RegistryReading[], sink: TextSink): boolean {
  const nameUnder = (form: RegExp) => {
    const reading = readings.find(({ key }) => form.test(key));
    return reading?.values.find(({ name }) => name.toLowerCase() === 'computername')?.text.toUpperCase();
  };
  const name = nameUnder(NAME);
  const next = readings.find(({ key }) => NEXT_NAME.test(key));
  const nextName = nameUnder(NEXT_NAME);
  if (name === undefined || nextName === undefined || next === undefined || name === nextName) return false;
  const sign = {
    indicator: 'computer-rename',
    present: true,
    strength: 'weak',
    detail: `${name} to ${nextName}`,
  } as const;
  sink.add('pending-restart', sign, readingOf(next, 'ComputerName'));
  return true;
}

function readingOf(reading: RegistryReading, name?: string): Reading {
  const value =
    name === undefined ? undefined : reading.values.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const said =
    value === undefined ? `${reading.key}: ${reading.state}` : `${value.name} = ${value.text.split('\n')[0]}`;
  return { witness: 'registry', at: { line: value?.line ?? reading.firstLine }, quote: said.slice(0, QUOTE_CHARS_MAX) };
}
