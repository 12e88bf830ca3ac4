import { chromium } from 'playwright-core';
import { chromiumArgs, ensureChromium } from './chromium.mjs';

/** A Chromium to drive, for end-to-end tests and benches. */
export const launchBrowser = (options) =>
  chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs, ...options });
