/** The command as scripts meet it: exit codes, where output goes, and what is said of wrong use. The host is made up. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../bytes/byte-source.js';
import { makeHasher } from '../hosts/node/hasher.js';
import { EXIT, type Host } from './host.js';
import { run } from './main.js';

const ROOT = join(import.meta.dirname, '..', '..');
const PACKAGE = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** What the system says where a file is missing or may not be written. */
const refusal = (code: string) => Object.assign(new Error(`${code}: refused`), { code, syscall: 'open' });

type Files = Readonly<Record<string, string | Uint8Array>>;

function example(name: string): Files {
  const folder = join(ROOT, 'examples', name);
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))]),
  );
}

/** Runs a command line on files that are nowhere but here. */
async function runOn(files: Files, ...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const written: Record<string, string> = {};
  let closed = 0;
  const bytesOf = (content: string | Uint8Array) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const host: Host = {
    out: (text) => void out.push(text),
    outBytes: (bytes) => void out.push(new TextDecoder().decode(bytes)),
    err: (text) => void err.push(text),
    open: (paths) => ({
      files: paths
        .filter((path) => path in files)
        .map((name) => ({ name, bytes: new MemorySource(bytesOf(files[name])), depth: 0, beside: new Map() })),
      failed: paths.filter((path) => !(path in files)).map((name) => ({ name, why: 'no such file' })),
      closeAll: () => {
        closed++;
      },
    }),
    splitAtFile: (path) => (path in files ? { file: path, inside: '' } : null),
    openOutput: () => {
      throw refusal('EACCES');
    },
    writeFile: (path, text) => {
      if (path.includes('/')) throw refusal('EACCES');
      written[path] = text;
    },
    readText: (path) => {
      if (!(path in files)) throw refusal('ENOENT');
      return new TextDecoder().decode(bytesOf(files[path]));
    },
    language: 'en',
    colour: false,
    width: 80,
    now: () => 0,
    makeHasher,
  };
  const code = await run(argv, host);
  return { code, out: out.join(''), err: err.join('\n'), written, closed };
}

function diagnoseExample(name: string, ...options: string[]) {
  const files = example(name);
  return runOn(files, 'diagnose', ...Object.keys(files), ...options);
}

describe('exit codes of diagnose', () => {
  const ANSWERS: readonly (readonly [example: string, answer: keyof typeof EXIT, code: number])[] = [
    ['april-2025-false-alarm', 'ignore', 0],
    ['recovery-partition-too-small', 'repair', 1],
    ['ticket-without-evidence', 'ask', 3],
    ['defender-not-winre', 'elsewhere', 5],
    ['restart-awaited', 'restart', 6],
  ];
  for (const [name, answer, code] of ANSWERS) {
    it(`${code} says ${answer}`, async () => {
      const shown = await diagnoseExample(name, '--json');
      expect(shown.code).toBe(code);
      expect(JSON.parse(shown.out).verdict.answer).toBe(answer);
      expect(EXIT[answer]).toBe(code);
      expect(shown.closed).toBe(1);
    });
  }

  it('4 says that nothing given could be read', async () => {
    expect(await runOn({}, 'diagnose', 'nowhere.txt')).toMatchObject({ code: 4, out: '', err: /nowhere\.txt/ });
    const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 151) % 256);
    expect(await runOn({ 'noise.bin': noise }, 'diagnose', 'noise.bin')).toMatchObject({ code: 4, out: '' });
  });

  it('a source that cannot be opened costs itself only, and is listed', async () => {
    const files = example('restart-awaited');
    const shown = await runOn(files, 'diagnose', 'nowhere.txt', ...Object.keys(files), '--json');
    expect(shown.code).toBe(6);
    expect(shown.err).toContain('nowhere.txt');
    const source = JSON.parse(shown.out).sources.find(({ name }: { name: string }) => name === 'nowhere.txt');
    expect(source).toMatchObject({ read: 'not' });
  });

  it('70 is a failure of our own, never 1', async () => {
    const bytes = new MemorySource(new Uint8Array(1));
    const broken = {
      size: 10,
      read: () => {
        throw new TypeError('a mistake of ours');
      },
      readInto: () => bytes.read(0, 1),
    };
    const err: string[] = [];
    const files = [{ name: 'x', bytes: broken, depth: 0, beside: new Map() }];
    const host = { err: (text: string) => err.push(text), open: () => ({ files, failed: [], closeAll: () => {} }) };
    expect(await run(['diagnose', 'x'], { ...host, now: () => 0, makeHasher } as unknown as Host)).toBe(70);
    expect(err.join('\n')).toMatch(/a mistake of ours[\s\S]*fault of WinRE Doctor, not of your device/);
  });
});

describe('wrong use is 2, with nothing on standard output', () => {
  const given: Files = { 'ticket.txt': 'KB5034441 fails with 0x80070643', 'rows.json': '{"updates":[{}]}' };
  const LINES: Readonly<Record<string, RegExp>> = {
    'no such command': /unknown command/,
    diagnose: /missing required argument/,
    'diagnose ticket.txt --format pdf': /text, json, html, markdown/,
    'diagnose ticket.txt --no-such-option': /unknown option/,
    'diagnose ticket.txt --kb nonsense': /--kb nonsense is no update number/,
    'diagnose ticket.txt --code zero': /--code zero is no error code/,
    'diagnose ticket.txt --at yesterday': /--at yesterday is no moment/,
    'diagnose ticket.txt --at 2025-02-31T25:00Z': /is no moment/,
    'diagnose ticket.txt --knowledge nowhere.json': /Cannot use nowhere\.json: ENOENT/,
    'diagnose ticket.txt --knowledge ticket.txt': /Cannot use ticket\.txt: it is not JSON/,
    'diagnose ticket.txt --knowledge rows.json': /Cannot use rows\.json[\s\S]*updates\[0\]/,
    'diagnose ticket.txt --output no/such/folder.txt': /Cannot write no\/such\/folder\.txt: EACCES/,
    explain: /missing required argument/,
    'inspect ticket.txt --id 20': /go with --records/,
    'inspect ticket.txt --records --id x': /no event id/,
    'inspect ticket.txt --ls --cat x': /one at a time/,
    'inspect ticket.txt --hash': /--hash goes with --ls/,
    'inspect ticket.txt --extract': /needs --output/,
    'inspect ticket.txt --extract --output there': /Cannot extract to there: EACCES/,
  };
  for (const [line, says] of Object.entries(LINES)) {
    it(line, async () => {
      const shown = await runOn(given, ...line.split(' '));
      expect(shown.err).toMatch(says);
      expect(shown.out).toBe('');
      expect(shown.code).toBe(2);
    });
  }
});

describe('options of diagnose', () => {
  it('--output writes there and prints nothing', async () => {
    const shown = await diagnoseExample('restart-awaited', '--format', 'html', '--output', 'report.html');
    expect(shown).toMatchObject({ code: 6, out: '' });
    expect(shown.written['report.html']).toMatch(/^<!doctype html>/i);
  });

  it('- is standard input', async () => {
    const shown = await runOn({ '-': 'Windows RE status:         Disabled\r\n' }, 'diagnose', '-', '--json');
    expect(JSON.parse(shown.out).sources).toHaveLength(1);
    expect(shown.code).not.toBe(EXIT.unreadable);
  });

  it('--at sets the moment that is judged from', async () => {
    const file = 'april-2025-false-alarm';
    const before = await diagnoseExample(file, '--at', '2025-01-01T00:00Z', '--json');
    expect(JSON.parse(before.out).verdict.cause).not.toBe('false-alarm');
  });

  it('--kb names the update that is judged', async () => {
    const { out } = await diagnoseExample('april-2025-false-alarm', '--kb', '5034441', '--json');
    expect(JSON.parse(out).verdict.kb).toBe('KB5034441');
  });

  it('--redact takes names out, which are left in text and taken from markdown by default', async () => {
    const ticket = { 'C:\\Users\\maria.rossi\\ticket.txt': 'Computer name: PAYROLL-07\nKB5034441 0x80070643' };
    const [path] = Object.keys(ticket);
    const show = async (...options: string[]) => (await runOn(ticket, 'diagnose', path, ...options)).out;
    expect(await show()).toContain('maria.rossi');
    expect(await show('--redact')).not.toContain('maria.rossi');
    expect(await show('--format', 'markdown')).not.toContain('maria.rossi');
    expect(await show('--format', 'markdown', '--no-redact')).toContain('maria.rossi');
  });

  it('--knowledge brings newer facts', async () => {
    const update = { kb: 'KB5999999', kind: 'winre-update', title: 'A WinRE update of next year' };
    const row = { ...update, releaseDate: '2027-01-12', osBuilds: ['19045'], source: ['https://example.org/'] };
    const newer = JSON.stringify({ knowledgeVersion: 1, date: '2027-01-15', updates: [row] });
    const files = { 'ticket.txt': 'KB5034441 fails with 0x80070643', 'newer.json': newer };
    const shown = await runOn(files, 'diagnose', 'ticket.txt', '--knowledge', 'newer.json', '--json');
    expect(JSON.parse(shown.out).knowledgeDate).toBe('2027-01-15');
    expect((await runOn(files, 'explain', 'KB5999999')).code).toBe(3);
    expect((await runOn(files, 'explain', 'KB5999999', '--knowledge', 'newer.json')).code).toBe(0);
  });

  it('--lang changes the words, and says where there are none', async () => {
    const english = await diagnoseExample('restart-awaited');
    const pseudo = await diagnoseExample('restart-awaited', '--lang', 'xx');
    const unknown = await diagnoseExample('restart-awaited', '--lang', 'tlh');
    expect(pseudo.out).not.toBe(english.out);
    expect(pseudo.err).toBe('');
    expect(unknown.out).toBe(english.out);
    expect(unknown.err).toMatch(/no words for --lang tlh/);
  });

  it('names of sources cannot drive the terminal', async () => {
    const shown = await runOn({}, 'diagnose', 'evil\u001b]0;owned\u0007.txt');
    expect(shown.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('help', () => {
  for (const line of ['--help', 'help', 'diagnose --help', 'explain --help', 'inspect --help']) {
    it(`${line} goes to standard output within 120 columns`, async () => {
      const shown = await runOn({}, ...line.split(' '));
      expect(shown).toMatchObject({ code: 0, err: '' });
      expect(shown.out).toMatch(/^Usage: winre-doctor/);
      expect(shown.out).toMatch(/winre-doctor (diagnose|explain|inspect)/);
      expect(Math.max(...shown.out.split('\n').map((one) => one.length))).toBeLessThanOrEqual(120);
    });
  }

  it('--version is that of the package', async () => {
    expect(await runOn({}, '--version')).toMatchObject({ code: 0, out: `${PACKAGE.version}\n` });
  });
});
