import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { corpusRows } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { readCmTraceLine } from '../cmtrace-log/cmtrace-log.js';
import { decodeLines } from '../text/text.js';
import { readUpdateMention, readWindowsUpdateLine } from './windows-update-log.js';

describe('readWindowsUpdateLine', () => {
  it('reads each shape', () => {
    expect(readWindowsUpdateLine('2018-05-20\t19:21:13:219\t 908\t45c\tMisc\t  = Process: x')).toMatchObject({
      component: 'Misc',
      message: '= Process: x',
    });
    expect(readWindowsUpdateLine('2020/11/19 15:25:46.9997442 4352  2224  Agent           a b')).toMatchObject({
      component: 'Agent',
      message: 'a b',
    });
    expect(readWindowsUpdateLine('2020-09-20 13:05:38.9395222 4352  2224  ComApi          c')).toMatchObject({
      component: 'ComApi',
    });
    expect(readWindowsUpdateLine('2020/11/19 15:25:46.9997442Z 4352  2224  Agent           a b')).toMatchObject({
      component: 'Agent',
      stamp: { offsetMinutes: 0 },
    });
    expect(readWindowsUpdateLine('2026-01-09 11:23:45, Info                  CBS    x')).toBeNull();
  });

  it('reads which update a line is about', () => {
    const id = '64cf7f04-aaaa-bbbb-cccc-0305e82c3301';
    expect(
      readUpdateMention(`Deserialized installable update T (KB5050000), UpdateID = {${id.toUpperCase()}.200}`),
    ).toEqual({
      what: 'title',
      updateId: id,
      title: 'T (KB5050000)',
    });
    expect(readUpdateMention(`Installing starting for update ${id}.200, x`)).toEqual({
      what: 'install-started',
      updateId: id,
    });
    expect(readUpdateMention('*FAILED* [80070643] Method failed')).toBeNull();
  });

  it.each([
    ['0', '0', { code: null }],
    ['0x0', '0x0', { code: null }],
    ['80070643', '80070643', { code: 0x80070643 }],
    ['0x80070643', '0x80070643', { code: 0x80070643 }],
    ['-2147023293', '-2147023293', { code: 0x80070643 }],
    ['0', '240005', null],
    ['240005', '240005', null],
    ['1', '0', null],
  ])('reads what goes into the update history: %s, %s', (mapped, unmapped, told) => {
    const id = '64cf7f04-aaaa-bbbb-cccc-0305e82c3301';
    const text = `LogHistory called for Caller=X, idUpdate=${id.toUpperCase()}.200, operation = Install, resultMapped=${mapped}, resultUnMapped=${unmapped}`;
    expect(readUpdateMention(text)).toEqual(told === null ? null : { what: 'install-finished', updateId: id, ...told });
    expect(readUpdateMention(text.replace('= Install', '= Download'))).toBeNull();
  });

  describe.skipIf(CORPUS === null)('on real logs (skipped without the corpus)', () => {
    for (const { file, truth } of corpusRows('log-windowsupdate')) {
      it(`finds in ${file} as many entries as plain tools`, () => {
        let entries = 0;
        let last = 0;
        for (const line of decodeLines(new MemorySource(corpusBytes(file)), () => {})) {
          if (readWindowsUpdateLine(line.text) !== null || readCmTraceLine(line.text) !== null) entries++;
          last = line.number;
        }
        // the witness does not see a first line that begins with a byte order mark
        const unseen = truth?.bom === 'utf-8' ? 1 : 0;
        if (typeof truth?.stamped_lines === 'number') expect(entries).toBe(truth.stamped_lines + unseen);
        else expect(entries).toBeGreaterThan(last * 0.9); // ConfigMgr: a few messages go over several lines
      });
    }
  });
});
