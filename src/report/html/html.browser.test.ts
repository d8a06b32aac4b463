import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../diagnosis/verdict.js';
import { CHROMIUM, launchChromium } from '../../testing/chromium.js';
import { diagnosis, fullDevice } from '../../testing/diagnoses.js';
import { hostileDiagnosis } from '../../testing/hostile.js';
import { contrastFaults, structureFaults } from '../../testing/page-checks.js';
import { render } from '../render.js';

/** Contrast that small text must have. @source WCAG 2.2, success criterion 1.4.3. */
const CONTRAST_MIN = 4.5;

describe.skipIf(CHROMIUM === null)('the HTML report in Chromium (skipped where there is none)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-html-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a report, and gives what the page complained of. */
  async function open(made: Diagnosis, options: { scheme?: 'light' | 'dark'; width?: number; lang?: string } = {}) {
    const { scheme = 'light', width = 1000, lang } = options;
    const file = join(folder, 'report.html');
    writeFileSync(file, await render(made, { format: 'html', lang }));
    const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 900 } });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) complaints.push(`asks for ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    return { page, complaints };
  }

  const CASES: readonly (readonly [string, Diagnosis])[] = [
    ['one device', diagnosis()],
    ['two devices', diagnosis([fullDevice(), fullDevice('healthy')])],
    ['hostile evidence', hostileDiagnosis(diagnosis(), 3)],
  ];

  it.each(CASES)('is sound, complains of nothing and asks for nothing: %s', async (_, made) => {
    const { page, complaints } = await open(made);
    expect(await page.evaluate(structureFaults)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.locator('x-evil, script, img').count()).toBe(0);
    await page.close();
  });

  it('is looked at by checks that see a fault where there is one', async () => {
    const { page } = await open(diagnosis());
    await page.evaluate(() => {
      const section = document.querySelector('section') as HTMLElement;
      section.insertAdjacentHTML(
        'beforeend',
        '<h5>x</h5><a href="#nowhere">x</a><svg></svg><font color="#c9c9c9">pale</font>',
      );
    });
    expect((await page.evaluate(structureFaults)).map((fault) => fault.split(':')[0])).toEqual([
      'heading jumps from 2',
      'link to nowhere',
      'drawing without a name',
    ]);
    expect(await page.evaluate(contrastFaults, CONTRAST_MIN)).toHaveLength(1);
    await page.close();
  });

  it('applies its style: the policy accepts the hash', async () => {
    const { page } = await open(diagnosis());
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('section') as Element).borderRadius)).toBe(
      '12px',
    );
    await page.close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has enough contrast in ${scheme}, for every answer`, async () => {
      for (const cause of ['healthy', 'pending-restart', 'other', 'not-winre', 'insufficient-evidence'] as const) {
        const { page } = await open(diagnosis([fullDevice(cause)]), { scheme });
        expect(await page.evaluate(contrastFaults, CONTRAST_MIN)).toEqual([]);
        await page.close();
      }
    });
  }

  it('fits a narrow screen, also in a language of long words', async () => {
    for (const lang of ['en', 'xx']) {
      const { page } = await open(diagnosis(), { width: 320, lang });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.close();
    }
  });

  it('is walked through by the keyboard: first to the answer, then from claim to evidence', async () => {
    const { page } = await open(diagnosis());
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#answer');
    await follow(page, '.cite');
    expect(new URL(page.url()).hash).toBe('#e1');
    await follow(page, '#e1 a');
    expect(new URL(page.url()).hash).toBe('#source-s1');
    await page.close();
  });

  it('prints dark on white, with every command open, also from a dark screen', async () => {
    const { page } = await open(diagnosis(), { scheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    const ink = await page.evaluate(() => getComputedStyle(document.querySelector('.title') as Element).color);
    expect(ink).toBe('rgb(28, 33, 38)');
    expect(await page.evaluate(() => document.querySelector('details pre')?.checkVisibility())).toBe(true);
    await page.close();
  });

  it('prints to PDF', async () => {
    const { page } = await open(diagnosis());
    const pdf = await page.pdf();
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);
    await page.close();
  });
});

async function follow(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().focus();
  await page.keyboard.press('Enter');
}
