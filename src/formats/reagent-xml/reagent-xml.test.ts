import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../bytes/format-error.js';
import { corpusRows } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { readReAgentXml } from './reagent-xml.js';

const FILE = `\ufeff<?xml version='1.0' encoding='utf-8'?>\r\n\n<WindowsRE version="2.0">
  <WinreBCD id="{1A2B3C4D-0000-11EE-8000-000000000001}"/>\r\n  <WinreLocation path="\\Recovery\\WindowsRE" id="0" offset="511493275648" guid="{5AB452EE-5CE4-474D-8165-029242CA7788}"/>
  <InstallState state="1"/><WinREStaged state="0"/><ScheduledOperation state="5"/><IsServer state="0"/></WindowsRE>`;

describe('readReAgentXml', () => {
  it('reads a file with a mark and mixed line ends', () => {
    expect(readReAgentXml(FILE)).toEqual({
      version: '2.0',
      bcdId: '1a2b3c4d-0000-11ee-8000-000000000001',
      location: {
        path: '\\Recovery\\WindowsRE',
        diskId: '5ab452ee-5ce4-474d-8165-029242ca7788',
        offsetBytes: 511493275648,
      },
      imageLocation: null,
      installed: true,
      staged: false,
      scheduledOperation: 5,
      osBuild: null,
      isServer: false,
    });
  });

  it('takes the signature for the disk of an MBR machine, and no offset past what is exact', () => {
    const { location } = readReAgentXml(
      '<WindowsRE version="1.0"><WinreLocation path="\\x" id="3050800051" offset="99999999999999999999"></WinreLocation></WindowsRE>',
    );
    expect(location).toEqual({ path: '\\x', diskId: '3050800051', offsetBytes: null });
  });

  it('refuses another document, a torn one and a huge one', () => {
    expect(() => readReAgentXml('<Other/>')).toThrow(expect.objectContaining({ fault: 'bad-magic' }));
    expect(() => readReAgentXml('')).toThrow(expect.objectContaining({ fault: 'truncated' }));
    expect(() => readReAgentXml(FILE.slice(0, 300))).toThrow(expect.objectContaining({ fault: 'truncated' }));
    expect(() => readReAgentXml(' '.repeat(70_000))).toThrow(expect.objectContaining({ fault: 'over-limit' }));
  });

  it('throws nothing but FormatError, whatever is done to a file', () => {
    fc.assert(
      fc.property(fc.nat(FILE.length), fc.nat(20), fc.string(), (at, length, put) => {
        try {
          readReAgentXml(FILE.slice(0, at) + put + FILE.slice(at + length));
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
    );
  });

  describe.skipIf(CORPUS === null)('on real files (skipped without the corpus)', () => {
    for (const { file, truth } of corpusRows('reagent-xml')) {
      it(`reads of ${file} what libxml2 reads`, () => {
        const values = truth?.values as Record<string, Record<string, string>>;
        const read = readReAgentXml(new TextDecoder().decode(corpusBytes(file)));
        expect(read.bcdId === null ? '' : `{${read.bcdId}}`).toBe(values.WinreBCD.id.toLowerCase());
        expect(read.location?.path).toBe(values.WinreLocation.path);
        expect(String(read.location?.offsetBytes)).toBe(values.WinreLocation.offset);
        expect(read.installed).toBe(values.InstallState.state !== '0');
        expect(String(read.scheduledOperation)).toBe(values.ScheduledOperation.state);
        if (read.location?.diskId) {
          expect([values.WinreLocation.guid.replace(/[{}]/g, ''), values.WinreLocation.id]).toContain(
            read.location.diskId,
          );
        }
      });
    }
  });
});
