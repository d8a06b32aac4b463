import { type PrintedSystem, readSystemText } from '../../formats/system-text/system-text.js';
import { whenOf } from '../event-log/printed-when.js';
import type { Reading, TextIntake, TextSink } from '../intake.js';
import { osVersionOf } from '../os-facts.js';

/** `systeminfo`, `ver`, winver, msinfo32, `fsutil volume diskfree`. */
export const systemTextIntake: TextIntake = {
  id: 'system-text',
  read(lines, sink) {
    for (const reading of readSystemText(lines)) {
      const source = { witness: 'windows-output', at: { line: reading.firstLine } } as const;
      if (reading.kind === 'system') addSystem(reading, source, sink);
      else if (reading.kind === 'hotfix') {
        sink.add(
          'installed-package',
          { kb: reading.kb, name: null, version: null, state: 'installed' },
          { ...source, quote: reading.kb },
        );
      } else {
        const { letter, freeBytes, totalBytes } = reading;
        const shown = { letter, label: null, fileSystem: null, sizeBytes: totalBytes, freeBytes, errorBytes: 0 };
        const volume = { ...shown, disk: null, partition: null, dirty: null, role: null };
        sink.add('volume', volume, {
          ...source,
          quote: `${letter ?? 'volume'}: ${freeBytes} of ${totalBytes} bytes free`,
        });
      }
      // A build told in passing stands inside somebody's own words; only whole outputs are claimed.
      if (reading.kind !== 'system' || reading.lastLine > reading.firstLine)
        sink.claim(reading.firstLine, reading.lastLine);
    }
  },
};

function addSystem(system: PrintedSystem, source: Reading, sink: TextSink): void {
  const { product, release, build, revision, architecture, computerName, bootTime, offsetMinutes } = system;
  const version = osVersionOf({ product, release, build, revision, edition: null, architecture });
  sink.add('os-version', version, {
    ...source,
    quote: `${product ?? ''} build ${build}${revision === null ? '' : `.${revision}`}`.trim(),
  });
  if (computerName !== null) {
    sink.add('device-identity', { computerName, machineGuid: null, diskIds: [] }, { ...source, quote: computerName });
  }
  const when = whenOf(bootTime);
  // What Windows calls its last start is the kernel's, which fast startup does not renew.
  if (when !== null) sink.add('restart', { what: 'start', bootType: null }, { ...source, when, quote: 'last start' });
  if (offsetMinutes !== null)
    sink.add('time-zone', { offsetMinutes }, { ...source, quote: `UTC offset ${offsetMinutes} minutes` });
}
