import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_FOR, type CauseId } from '../../diagnosis/verdict.js';
import { atUtc } from '../../evidence/when.js';
import { device, diagnosis, fact, fullDevice, verdict } from '../../testing/diagnoses.js';
import { FULL_VALUES } from '../../testing/fact-values.js';
import { HOSTILE, hostileDiagnosis, withStrings } from '../../testing/hostile.js';
import { render } from '../render.js';
import { escapeHtml, html } from './markup.js';
import { STYLE, STYLE_HASH } from './style.generated.js';
import { layOut, placeOf } from './timeline-scale.js';

const onGap = (gap: string) => {
  throw new Error(gap);
};

/** Every tag of a page, by a reading of our own: a `<` that begins none is a fault. */
function tagsOf(page: string): { name: string; attributes: Map<string, string> }[] {
  const body = page.replace(/<style>[^<]*<\/style>/, '<style></style>');
  const tag = /<(\/?[a-zA-Z][a-zA-Z0-9]*|!doctype)((?:\s+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*)\s*\/?>/g;
  expect(/.{0,40}[<>].{0,40}/.exec(body.replace(tag, ''))?.[0]).toBeUndefined();
  return [...body.matchAll(tag)].map(([, name, attributes]) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...attributes.matchAll(/([a-zA-Z][a-zA-Z0-9-]*)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    ),
  }));
}

const FORBIDDEN = ['script', 'iframe', 'object', 'embed', 'img', 'link', 'base', 'form', 'input', 'audio', 'video'];

describe('the HTML report', () => {
  it('lets no evidence become markup, wherever it stands', async () => {
    const honest = new Set(
      tagsOf(await render(diagnosis(), { format: 'html', redact: false })).map(({ name }) => name),
    );
    for (let shift = 0; shift < HOSTILE.length; shift++) {
      const page = await render(hostileDiagnosis(diagnosis(), shift), { format: 'html', redact: false });
      const tags = tagsOf(page);
      for (const { name, attributes } of tags) {
        expect(honest.has(name)).toBe(true);
        for (const [key, value] of attributes) {
          expect(key).not.toMatch(/^on|^style$|^src/);
          if (key === 'href') expect(value).toMatch(/^#[A-Za-z0-9_-]+$/);
        }
      }
      expect(tags.filter(({ name }) => FORBIDDEN.includes(name))).toEqual([]);
      expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
    }
  });

  it('stays a page whatever strings it is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), async (strings) => {
        const made = withStrings(diagnosis(), (index) => strings[index % strings.length]);
        tagsOf(await render(made, { format: 'html', redact: false }));
      }),
      { numRuns: 25 },
    );
  });

  it('allows no script and nothing from elsewhere: the policy knows its style by the hash', async () => {
    const page = await render(diagnosis(), { format: 'html' });
    const hash = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;
    expect(STYLE_HASH).toBe(hash);
    expect(page).toContain(`default-src 'none'; style-src '${hash}'; base-uri 'none'; form-action 'none'`);
    expect(page).toContain(`<style>${STYLE}</style>`);
    expect(page).not.toMatch(/https?:|url\(|@import|@font-face|\bstyle="/);
  });

  it('links each claim to its evidence, and evidence to its source', async () => {
    for (const devices of [[fullDevice()], [fullDevice(), fullDevice('healthy')]]) {
      const tags = tagsOf(await render(diagnosis(devices), { format: 'html', onGap }));
      const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const links = tags.flatMap(({ attributes }) => attributes.get('href') ?? []);
      expect(links.length).toBeGreaterThan(20);
      for (const link of links) expect(ids).toContain(link.slice(1));
      const named = tags.flatMap(({ attributes }) => attributes.get('aria-labelledby') ?? []);
      for (const id of named) expect(ids).toContain(id);
    }
  });

  it('shows each answer by its own words, colour and picture', async () => {
    const cards = new Set<string>();
    for (const cause of ['healthy', 'pending-restart', 'other', 'not-winre', 'insufficient-evidence'] as CauseId[]) {
      const page = await render(diagnosis([fullDevice(cause)]), { format: 'html', onGap });
      expect(page).toContain(`class="answer ${ANSWER_FOR[cause]}"`);
      cards.add(/<span class="badge">.*?<\/span>/.exec(page)?.[0] ?? '');
    }
    expect(cards.size).toBe(5);
  });

  it('draws the recovery partition: what is used, free, needed and lacking', async () => {
    const page = await render(diagnosis(), { format: 'html' });
    expect(page).toContain('12 MB of 520 MB; servicing needs 250 MB, so 238 MB are lacking.');
    const used = /class="gauge-used"[^>]* width="([\d.]+)"/.exec(page);
    expect(Number(used?.[1]) / 760).toBeCloseTo(508 / 520, 3);
    expect(page).toMatch(/class="needed lacking"/);
  });

  it('bears a bare diagnosis, and moments that no clock can show', async () => {
    const event = fact('update-event', FULL_VALUES['update-event'], { when: atUtc(Number.MAX_SAFE_INTEGER) });
    const entry = { at: atUtc(Number.MAX_SAFE_INTEGER), fact: event };
    const bare = device({ verdict: verdict('insufficient-evidence'), timeline: [entry, entry] });
    const page = await render({ ...diagnosis([bare]), at: null, sources: [] }, { format: 'html', onGap });
    expect(page).toContain('an impossible time');
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('has the language and its direction on the page', async () => {
    expect(await render(diagnosis(), { format: 'html', lang: 'xx' })).toContain('<html lang="xx" dir="ltr">');
  });
});

describe('html', () => {
  it('escapes every value that is not HTML already', () => {
    const inner = html`<b>${'<&>'}</b>`;
    expect(html`<p title="${'"\'<'}">${inner}${null}${[inner, null]}${3}</p>`.markup).toBe(
      '<p title="&quot;&#39;&lt;"><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b>3</p>',
    );
    fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(escapeHtml(text))));
  });
});

describe('the scale of the timeline', () => {
  it('keeps order, stays on the paper, and cuts out what is quiet', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 48 }), { minLength: 1, maxLength: 60 }), (given) => {
        const moments = [...given].sort((a, b) => a - b);
        const segments = layOut(moments, 100, 700);
        const places = moments.map((ms) => placeOf(ms, segments));
        for (const [index, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(100);
          expect(place).toBeLessThanOrEqual(700.001);
          if (index > 0) expect(place).toBeGreaterThanOrEqual(places[index - 1]);
        }
      }),
    );
    const year = 365 * 86_400_000;
    expect(layOut([0, 1000, year, year + 1000], 0, 100)).toHaveLength(2);
  });
});
