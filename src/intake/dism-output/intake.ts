import { type DismReading, type PrintedImage, readDismOutput } from '../../formats/dism-output/dism-output.js';
import { dateOrderOf, readTime } from '../../formats/text/text.js';
import { kbIn } from '../event-log/event.js';
import { whenOf } from '../event-log/printed-when.js';
import type { Reading, TextIntake, TextSink } from '../intake.js';
import { packageStateOf, packageVersionOf } from '../packages.js';

/** Output of DISM: the level of a recovery image, packages, and errors. */
export const dismOutputIntake: TextIntake = {
  id: 'dism-output',
  read(lines, sink) {
    const readings = readDismOutput(lines);
    const order = dateOrderOf(
      readings.map((reading) => (reading.kind === 'package' ? (reading.installedAt ?? '') : '')),
    );
    for (const reading of readings) {
      sink.claim(reading.firstLine, reading.lastLine);
      if (reading.kind === 'image') addImage(reading, sink);
      else if (reading.kind === 'package') {
        const { identity, installedAt } = reading;
        const state = (reading.state === null ? null : packageStateOf(reading.state)) ?? 'other';
        const when = installedAt === null ? undefined : (whenOf(readTime(installedAt, order)) ?? undefined);
        const value = {
          kb: kbIn(identity.replace(/_/g, ' ')),
          name: identity,
          version: packageVersionOf(identity),
          state,
        };
        sink.add('installed-package', value, { ...readingOf(reading, identity), when });
      } else {
        const isWinRe = /winre\.wim/i.test(reading.command ?? '');
        const error = {
          component: 'dism',
          code: reading.code,
          symbol: null,
          kb: null,
          aboutWinRe: isWinRe,
          weight: 'error',
        } as const;
        sink.add('servicing-error', error, readingOf(reading, `error 0x${reading.code.toString(16)}`));
      }
    }
  },
};

/** An image is the recovery environment by its file or by its name, which is not translated; other images tell nothing. */
function addImage(image: PrintedImage, sink: TextSink): void {
  const isRecovery = /winre\.wim$/i.test(image.path ?? '') || /Recovery Environment/i.test(image.name ?? '');
  if (!isRecovery) return;
  const reading: Reading = {
    witness: 'image-metadata',
    at: { line: image.firstLine },
    quote: `${image.path ?? image.name}: ${image.version}`,
  };
  sink.add('winre-version', { version: image.version, shownBy: 'image-metadata' }, reading);
}

function readingOf(reading: DismReading, quote: string): Reading {
  return { witness: 'windows-output', at: { line: reading.firstLine }, quote };
}
