import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { pendingXmlIntake } from './intake.js';

const bytes = new TextEncoder().encode(
  '<?xml version="1.0"?>\r\n<PendingTransaction Version="3.1" WcpVersion="10.0.1">',
);

describe('pending.xml', () => {
  it('means that a restart is awaited, unless it was renamed', () => {
    const read = (name: string) => {
      const artefact = { name, bytes: new MemorySource(bytes), depth: 0 };
      expect(pendingXmlIntake.recognises(bytes, artefact)).toBe(true);
      const sink = new CollectingSink();
      pendingXmlIntake.read(artefact, sink);
      return sink.values('pending-restart').map((sign) => [sign.present, sign.strength]);
    };
    expect(read('logs.zip/Windows/WinSxS/pending.xml')).toEqual([[true, 'strong']]);
    expect(read('Windows/WinSxS/pending.xml.bad')).toEqual([[false, 'weak']]);
  });

  it('is known by content alone', () => {
    const other = new TextEncoder().encode('<a><PendingTransaction/></a>');
    const artefact = { name: 'pending.xml', bytes: new MemorySource(other), depth: 0 };
    expect(pendingXmlIntake.recognises(other, artefact)).toBe(false);
  });
});
