import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_FOR, type CauseId } from '../../diagnosis/verdict.js';
import { english } from '../../locales/locales.js';
import { device, diagnosis, fullDevice, verdict } from '../../testing/diagnoses.js';
import { HOSTILE, hostileDiagnosis } from '../../testing/hostile.js';
import { hasProgram } from '../../testing/shared.js';
import { makeWords } from '../make-words.js';
import { render } from '../render.js';
import { jsonReport, renderJson } from './json.js';
import { report } from './schema.js';

const words = makeWords(english, {
  onGap: (gap) => {
    throw new Error(gap);
  },
});
const CAUSES = Object.keys(ANSWER_FOR) as CauseId[];
const hasJsonSchema = hasProgram('python3') && spawnSync('python3', ['-c', 'import jsonschema']).status === 0;

describe('the JSON report', () => {
  it('holds to its schema for every cause', () => {
    for (const cause of CAUSES) {
      const made = jsonReport(diagnosis([fullDevice(cause)]), words);
      expect(report.parse(made)).toEqual(made);
      expect([made.verdict.answer, made.verdict.cause]).toEqual([ANSWER_FOR[cause], cause]);
    }
  });

  it('holds to its schema where nothing is known', () => {
    const bare = { knowledgeDate: '2026-11-20', at: null, devices: [device()], sources: [] };
    expect(report.parse(jsonReport(bare, words)).at).toBeNull();
  });

  it('bears the field names that scripts rely on', () => {
    const { verdict: first, ...rest } = jsonReport(diagnosis(), words);
    expect(Object.keys(rest)).toEqual(
      expect.arrayContaining(['reportVersion', 'knowledgeDate', 'verdicts', 'device', 'updates', 'findings']),
    );
    expect(Object.keys(rest)).toEqual(expect.arrayContaining(['timeline', 'sources']));
    expect(first).toMatchObject({ kb: 'KB5057589', errorCode: '0x80070643', product: null });
    expect(first.because[0]).toMatchObject({
      cite: { source: 's1', record: 8121, quote: 'what stands there, number 0' },
    });
    expect(first.because[1].cite).toMatchObject({ source: 's2', line: 42 });
    expect(first.because[2].cite).toMatchObject({ source: 's3', byte: 0x4400, length: 128 });
    expect(first.contradicting[0].cite).toMatchObject({ key: 'HKLM\\SOFTWARE\\Example', value: 'RebootRequired' });
    expect(first.rejected[0]).toMatchObject({ cause: 'false-alarm', cite: { source: 's1', line: 42 } });
    expect(first.rejected[1].cite).toBeNull();
    expect(first.missing[0].how).toEqual({ shell: 'cmd', elevated: true, command: 'reagentc /info' });
  });

  it('lists one verdict a device, and their details where there are several', () => {
    const one = jsonReport(diagnosis([fullDevice()]), words);
    expect(one.verdicts).toHaveLength(1);
    expect(one.verdicts[0].timeline).toBeUndefined();
    const two = jsonReport(diagnosis([fullDevice(), device({ verdict: verdict('healthy') })]), words);
    expect(two.verdicts.map(({ cause }) => cause)).toEqual(['partition-too-small', 'healthy']);
    expect(two.verdicts[0].timeline).toEqual(two.timeline);
  });

  it('is the same byte for byte, and has no character that could forge a terminal', () => {
    const hostile = device({ verdict: verdict('healthy', { kb: 'a\u202eb\u009b31m\u2028', product: '\ud800' }) });
    const text = renderJson(diagnosis([hostile]), words);
    expect(text).toBe(renderJson(diagnosis([hostile]), words));
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e\ud800]/);
    expect(JSON.parse(text).verdict.kb).toBe('a\u202eb\u009b31m\u2028');
  });

  it('parses back whatever strings the evidence holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (product, kb) => {
        const made = await render(diagnosis([device({ verdict: verdict('other', { product, kb }) })]), {
          format: 'json',
        });
        expect(report.safeParse(JSON.parse(made)).success).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('holds to its schema with hostile evidence in every place', () => {
    for (let shift = 0; shift < HOSTILE.length; shift++) {
      const text = renderJson(hostileDiagnosis(diagnosis(), shift), words);
      expect(report.safeParse(JSON.parse(text)).error).toBeUndefined();
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });

  it('has English words unless a language is asked for', async () => {
    const english = JSON.parse(await render(diagnosis(), { format: 'json' }));
    const pseudo = JSON.parse(await render(diagnosis(), { format: 'json', lang: 'xx' }));
    expect(english.verdict.title).toMatch(/^What was given/);
    expect(pseudo.verdict.title).toMatch(/^⟦/);
    expect(pseudo.verdict.cause).toBe(english.verdict.cause);
  });

  it.skipIf(!hasJsonSchema)('is valid by the published schema, as python-jsonschema (a peer) judges', () => {
    const folder = mkdtempSync(join(tmpdir(), 'report-'));
    const schema = join(import.meta.dirname, '../../../schemas/report-v1.json');
    const files = CAUSES.map((cause) => {
      const file = join(folder, `${cause}.json`);
      writeFileSync(file, renderJson(diagnosis([fullDevice(cause), fullDevice()]), words));
      return file;
    });
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, renderJson(diagnosis(), words).replace('"because"', '"becuase"'));
    const program = `
import json, sys, jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
check = jsonschema.Draft202012Validator(schema)
print([len(list(check.iter_errors(json.load(open(name))))) for name in sys.argv[2:]])`;
    const run = spawnSync('python3', ['-c', program, schema, ...files, broken], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(run.stderr).toBe('');
    const counts: number[] = JSON.parse(run.stdout);
    expect(counts.slice(0, -1)).toEqual(CAUSES.map(() => 0));
    expect(counts.at(-1)).toBeGreaterThan(0);
  });
});
