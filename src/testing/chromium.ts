/** A headless Chromium of the machine, for tests of what a person sees in a browser. */

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Path of Chromium, or `null` where there is none: tests then say that they skip. */
export const CHROMIUM: string | null = PROGRAMS.find((path) => existsSync(path)) ?? null;

/** Starts it with a fresh profile that asks nothing of the network. */
export async function launchChromium(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('Chromium is not here');
  return await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
