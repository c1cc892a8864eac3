// A browser that shows what the program made, and hears everything that should not be.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How long something that must come may take, in milliseconds. Long, so that a busy computer fails no test. */
export const LONG = 30_000;

let browser = null;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.SCF_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Whatever a page asks for by a name of the net is not found.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
});

after(() => browser?.close());

/** A window of its own, closed when the test is over, and everything that is heard in it. */
export async function opened(test, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en', ...options });
  test.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(LONG);
  const heard = { said: [], dialogs: [], requests: [] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      heard.said.push(message.text());
    }
  });
  page.on('pageerror', (error) => heard.said.push(String(error)));
  page.on('dialog', (dialog) => {
    heard.dialogs.push(dialog.message());
    dialog.dismiss();
  });
  page.on('request', (request) => heard.requests.push(request.url()));
  await page.goto(address);
  return { page, heard };
}

/** Rules that look at colours, which are all that differs in the dark. */
export const COLOURS = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** What axe finds that keeps people out, in words: of all its rules, or of some. */
export async function barriers(page, rules = {}) {
  await page.evaluate(AXE);
  const options = { resultTypes: ['violations'], ...rules };
  const { violations } = await page.evaluate((asked) => globalThis.axe.run(document, asked), options);
  const heavy = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return heavy.map(({ id, help, nodes }) => {
    const first = nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary ?? ''}`);
    return `${id}: ${help} (${nodes.length})\n${first.join('\n')}`;
  });
}
