import { QUOTE_CHARS_MAX } from '../../bytes/limits.js';
import { type RegistryReading, readRegistryText } from '../../formats/reg-text/reg-text.js';
import type { Reading, TextIntake, TextSink } from '../intake.js';
import { type RegistryKey, registryFacts, tellRename } from '../registry-facts.js';

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
      registryFacts(toRegistryKey(reading), (name) => readingOf(reading, name), sink);
    }
  },
};

/** The name that the machine goes by, and the one that it is to have after a restart. */
const NAME = /\\ComputerName\\ActiveComputerName$/i;
const NEXT_NAME = /\\ComputerName\\ComputerName$/i;

/** Tells a computer that waits for a restart to take its new name. */
function addRename(readings: readonly RegistryReading[], sink: TextSink): boolean {
  const name = readings.find(({ key, values }) => NAME.test(key) && values.length > 0);
  const next = readings.find(({ key, values }) => NEXT_NAME.test(key) && values.length > 0);
  if (name === undefined || next === undefined) return false;
  return tellRename(toRegistryKey(name), toRegistryKey(next), readingOf(next, 'ComputerName'), sink);
}

function toRegistryKey({ key, state, values }: RegistryReading): RegistryKey {
  const texts = values.map(({ name, text }) => [name.toLowerCase(), text] as const);
  return { key, state: state === 'present' ? 'present' : 'absent', values: new Map(texts) };
}

function readingOf(reading: RegistryReading, name?: string): Reading {
  const value =
    name === undefined ? undefined : reading.values.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const said =
    value === undefined ? `${reading.key}: ${reading.state}` : `${value.name} = ${value.text.split('\n')[0]}`;
  return { witness: 'registry', at: { line: value?.line ?? reading.firstLine }, quote: said.slice(0, QUOTE_CHARS_MAX) };
}
