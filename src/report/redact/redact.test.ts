import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { device, diagnosis, fact, fullDevice, SOURCES, verdict } from '../../testing/diagnoses.js';
import { FULL_VALUES } from '../../testing/fact-values.js';
import { render } from '../render.js';
import { redacted, withoutKeys } from './redact.js';

/** A diagnosis whose quotes are these lines. */
function quoting(...lines: string[]) {
  const because = lines.map((quote, line) =>
    fact('restart', { what: 'start', bootType: null }, { at: { line }, quote }),
  );
  return diagnosis([device({ verdict: verdict('other', { because }) })]);
}

/** What becomes of these lines. */
function redact(...lines: string[]): string[] {
  return redacted(quoting(...lines)).devices[0].verdict.because.map(({ cite }) => cite.quote ?? '');
}

const KEY = '123456-234567-345678-456789-567890-678901-789012-890123';

describe('redaction', () => {
  it('takes out names of people, wherever a path showed them', () => {
    expect(redact('C:\\Users\\Ada Lovelace\\Desktop\\x.log', 'hello from ada lovelace', '/home/grace/x')).toEqual([
      'C:\\Users\\user-1\\Desktop\\x.log',
      'hello from user-1',
      '/home/user-2/x',
    ]);
    expect(redact('C:\\Users\\Public\\x', 'C:\\Windows\\System32')).toEqual([
      'C:\\Users\\Public\\x',
      'C:\\Windows\\System32',
    ]);
    expect(redact('Registered Owner: Grace Hopper', 'User Name: CORP\\grace')).toEqual([
      'Registered Owner: user-1',
      'User Name: domain-1\\user-2',
    ]);
  });

  it('takes out names of computers and domains, whole and as parts', () => {
    const made = diagnosis([fullDevice()]);
    const text = JSON.stringify(redacted(made));
    expect(text).not.toMatch(/DESKTOP-4F2K9QX|3f9c1d2e-0b7a-4c55-9e1d-6a8f20b4c711|7d2f0a11-5f0e-4f6a/i);
    expect(redact('<Computer>pc7.corp.example.com</Computer>', 'PC7 and PC70, corp.example.com')).toEqual([
      '<Computer>computer-2.domain-1</Computer>',
      'computer-2 and PC70, domain-1',
    ]);
    expect(redact('\\\\fileserver\\share\\x', '\\\\?\\GLOBALROOT\\device', 'host.office.local')).toEqual([
      '\\\\computer-2\\share\\x',
      '\\\\?\\GLOBALROOT\\device',
      'domain-1',
    ]);
  });

  it('takes out addresses, but no versions, times or update numbers', () => {
    expect(redact('from 192.168.1.20 and 10.0.0.1', 'fe80::1ff:fe23:4567:890a', '00-1A-2B-3C-4D-5E')).toEqual([
      'from address-1 and address-2',
      'address-3',
      'address-4',
    ]);
    expect(redact('ada@example.com wrote')).toEqual(['email-1 wrote']);
    const kept = ['10.0.19041.5737', 'at 17:02:11 CBS::Add', 'version 4.18.25.3', 'KB5057589 0x80070643'];
    expect(redact(...kept)).toEqual(kept);
  });

  it('takes out serial numbers, security identifiers and machine identifiers', () => {
    expect(
      redact(
        'SerialNumber : 5CD1234XYZ',
        'S-1-5-21-111-222-333-1001 and S-1-5-18',
        'MachineGuid    REG_SZ    3f9c1d2e-1111-4c55-9e1d-6a8f20b4c711',
        'key VK7JG-NPHTM-C97JM-9MPGT-3V66T',
      ),
    ).toEqual([
      'SerialNumber : serial-1',
      'sid-1 and S-1-5-18',
      'MachineGuid    REG_SZ    machine-guid-1',
      'key product-key-1',
    ]);
  });

  it('gives one secret one stand-in, in whatever case', () => {
    expect(redact('C:\\Users\\Ada\\x C:\\users\\ADA\\y')).toEqual(['C:\\Users\\user-1\\x C:\\users\\user-1\\y']);
  });

  it('reaches values, names of sources, keys and data of findings', async () => {
    const path = 'C:\\Users\\Ada\\Desktop';
    const made = {
      ...diagnosis([
        device({
          findings: [
            {
              rule: 'winre-disabled',
              cause: 'winre-disabled',
              outcome: 'found',
              certainty: 'supported',
              data: { detail: path, list: { list: [path] } },
              because: [
                fact('winre-image', { ...FULL_VALUES['winre-image'], path }, { at: { key: path, value: path }, path }),
              ],
              contradicting: [],
            },
          ],
        }),
      ]),
      sources: [{ ...SOURCES[0], name: `${path}\\logs.zip` }],
    };
    for (const format of ['text', 'json', 'html', 'markdown'] as const) {
      const shown = await render(made, { format, redact: true });
      expect(shown).not.toMatch(/\bAda\b/);
      expect(shown).toContain('user-1');
    }
  });

  it('is on in pages and tickets, off in text and JSON, and does as it is told', async () => {
    for (const format of ['text', 'json', 'html', 'markdown'] as const) {
      const shows = async (redact?: boolean) =>
        (await render(diagnosis(), { format, redact })).includes('DESKTOP-4F2K9QX');
      expect(await shows()).toBe(format === 'text' || format === 'json');
      expect(await shows(true)).toBe(false);
      expect(await shows(false)).toBe(true);
    }
  });

  it('takes out BitLocker recovery keys whatever was asked for, also when they were cut short', async () => {
    const lines = [KEY, `Password: ${KEY}.`, KEY.replaceAll('-', ' '), KEY.replaceAll('-', ''), KEY.slice(0, 25)];
    const made = quoting(...lines);
    for (const format of ['text', 'json', 'html', 'markdown'] as const) {
      for (const redact of [true, false, undefined]) {
        expect(await render(made, { format, redact })).not.toMatch(/\d{6}[- ]\d{6}|\d{48}/);
      }
    }
    expect(withoutKeys(quoting('sizes 524288 262144 131072')).devices[0].verdict.because[0].cite.quote).toContain(
      '524288',
    );
  });

  it('changes no word of ours, even where a computer is called like one', () => {
    const named = diagnosis([device({ device: { ...device().device, name: 'repair' } })]);
    const made = redacted(named);
    expect(made.devices[0].verdict.answer).toBe('repair');
    expect(made.devices[0].device.name).toBe('computer-1');
  });

  it('takes any text, and the same text the same way', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (lines) => {
        expect(redact(...lines)).toEqual(redact(...lines));
      }),
      { numRuns: 60 },
    );
  });
});
