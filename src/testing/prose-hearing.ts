/** What the prose reader makes of a text, as short lines that a test can list. */

import { proseIntake } from '../intake/prose/intake.js';
import { type Collected, CollectingSink } from './collecting-sink.js';

/** Facts of a text in the order in which they are given. */
export function hear(text: string): readonly Collected[] {
  const sink = new CollectingSink();
  proseIntake.read(
    text.split('\n').map((line, index) => ({ number: index + 1, text: line })),
    sink,
  );
  return sink.facts;
}

const MIB = 1024 ** 2;

/** Each fact as a line: `failed KB5034441 80070643`, `recovery free=13`, `says restarted`; sorted, doubles out. */
export function said(text: string): string[] {
  return [
    ...new Set(
      hear(text)
        .map(short)
        .filter((line) => line !== null),
    ),
  ].sort();
}

function short({ kind, value }: Collected): string | null {
  const shown = Object.entries(value)
    .filter(([key, part]) => part !== null && !(kind === 'statement' && key === 'kb'))
    .map(([key, part]) => `${key.replace('Bytes', '')}=${show(key, part)}`);
  switch (kind) {
    case 'update-event':
      return ['what', 'kb', 'code']
        .map((key) => [key, value[key as keyof typeof value]] as const)
        .filter(([, part]) => part !== null)
        .map(([key, part]) => show(key, part).replace('install-', ''))
        .join(' ');
    case 'statement':
      return `says ${shown.map((part) => part.split('=')[1]).join(' ')}`;
    case 'recovery-partition-claim':
      return `recovery ${shown.filter((part) => part !== 'exists=true').join(' ')}`.trim();
    case 'pending-restart':
      return null; // goes with `says restart-awaited`
    default:
      return `${kind} ${shown.join(' ')}`;
  }
}

function show(key: string, part: unknown): string {
  if (typeof part === 'number' && key.endsWith('Bytes')) return String(Math.round(part / MIB));
  if (typeof part === 'number' && key.toLowerCase().endsWith('code')) return part.toString(16);
  return typeof part === 'object' ? JSON.stringify(part) : String(part);
}
