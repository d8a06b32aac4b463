import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnosis } from '../../testing/diagnoses.js';
import { HOSTILE, hostileDiagnosis } from '../../testing/hostile.js';
import { hasProgram } from '../../testing/shared.js';
import { render } from '../render.js';
import { codeBlock, codeSpan, MARKDOWN_INK } from './ink.js';

const hasPeer = hasProgram('cmark-gfm');

/** HTML of Markdown as GitHub's own parser makes it, with links recognised and raw HTML let through. */
function toHtml(markdown: string): string {
  const extensions = ['autolink', 'table', 'strikethrough', 'tasklist'].flatMap((name) => ['-e', name]);
  const run = spawnSync('cmark-gfm', ['--unsafe', ...extensions], { input: markdown, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

/** What is left when code is taken out: nothing of the evidence may be there. */
const withoutCode = (html: string) => html.replace(/<code[^>]*>[^<]*<\/code>/g, '');

describe('the Markdown report', () => {
  it('shows answer, evidence and commands', async () => {
    const made = await render(diagnosis(), { format: 'markdown' });
    expect(made).toMatch(/^## Repair needed \(supported\)\n/);
    expect(made).toContain('- Event log: Windows is `Windows 10 22H2 Pro`');
    expect(made).toContain('   ```\n   reagentc /info\n   ```');
    expect(made).toContain('stand-ins such as computer-1');
    expect(made).not.toContain('DESKTOP-4F2K9QX');
  });

  it.skipIf(!hasPeer)(
    'lets no evidence become markup, a link or a mention, as cmark-gfm (a peer) renders it',
    async () => {
      for (let shift = 0; shift < HOSTILE.length; shift++) {
        const made = await render(hostileDiagnosis(diagnosis(), shift), { format: 'markdown', redact: false });
        const html = toHtml(made);
        const rest = withoutCode(html);
        expect(html).not.toMatch(/<a\b|<img|<x-evil|<script|<style|<del>|<table/);
        expect(rest).not.toContain('evil');
        expect(rest).not.toContain('@');
        expect(new Set(rest.match(/<\w+/g))).toEqual(
          new Set(['<h2', '<h3', '<p', '<strong', '<em', '<ul', '<ol', '<li', '<pre', '<br']),
        );
      }
    },
  );

  it.skipIf(!hasPeer)('keeps any text whole inside a code span and a code block, as cmark-gfm reads them', () => {
    const unescaped = (html: string) =>
      html.replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? '');
    const text = fc.string({ unit: fc.constantFrom('`', 'a', '<', '\\', '&', '*', '~', ' b', '|') });
    fc.assert(
      fc.property(
        text.filter((one) => one.trim() !== '' && one === one.trim()),
        (one) => {
          expect(unescaped(toHtml(`x ${codeSpan(one)} y`))).toBe(`<p>x <code>${one}</code> y</p>\n`);
          expect(unescaped(toHtml(codeBlock(one)))).toBe(`<pre><code>${one}\n</code></pre>\n`);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('escapes our own words too, apart from code in them', () => {
    expect(MARKDOWN_INK.text('a*b_c <d> `x*y` [e]')).toBe('a\\*b\\_c \\<d\\> `x*y` \\[e\\]');
  });
});
