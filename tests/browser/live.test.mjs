// The page of `scf live`: it follows the plan.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { LONG, barriers, opened } from './chromium.mjs';
import { SMALL, HOSTILE_TITLES, hostile } from './plans.mjs';
import { live, written } from './scf.mjs';

/** Ways in which editors save. */
const SAVES = {
  'in place': (plan, text) => writeFileSync(plan, text),
  'by another name': (plan, text) => {
    writeFileSync(`${plan}.new~`, text);
    renameSync(`${plan}.new~`, plan);
  },
  'with the old one kept': (plan, text) => {
    renameSync(plan, `${plan}~`);
    writeFileSync(plan, text);
  },
  'away and back': (plan, text) => {
    rmSync(plan);
    writeFileSync(plan, text);
  },
};

const place = (id) => `details[data-thing="${id}"]`;

async function shows(page, words) {
  await page.getByText(words).first().waitFor({ state: 'attached', timeout: LONG });
}

test('every way of saving is seen, and nothing is asked of any other place', async (t) => {
  const plan = written(t, SMALL);
  const { address, home } = await live(t, plan);
  const { page, heard } = await opened(t, address);
  await page.waitForSelector(place('drafting'), { state: 'attached' });
  await page.evaluate(() => (globalThis.isTheSamePage = true));
  for (const [way, save] of Object.entries(SAVES)) {
    const title = `Saved ${way}.`;
    const began = performance.now();
    save(plan, SMALL.replace('The ferry is shared.', title));
    await shows(page, title);
    t.diagnostic(`renewed after a save ${way}: ${Math.round(performance.now() - began)} ms`);
  }
  assert.ok(await page.evaluate(() => globalThis.isTheSamePage), 'the page was not loaded again');
  assert.deepEqual(heard.said, []);
  assert.ok(heard.requests.every((asked) => asked.startsWith(home)), heard.requests.join('\n'));
});

test('a broken plan is told over the picture that was there, until it is mended', async (t) => {
  const plan = written(t, SMALL);
  const { address } = await live(t, plan);
  const { page, heard } = await opened(t, address);
  const trouble = page.locator('#scf-live .trouble');
  await page.waitForSelector(place('drafting'), { state: 'attached' });
  assert.ok(await trouble.isHidden());
  for (const broken of [`${SMALL}\tactivities: {`, SMALL.replace('who: elm', 'who: nobody-known')]) {
    writeFileSync(plan, broken);
    await trouble.waitFor({ state: 'visible' });
    const told = await trouble.innerText();
    assert.match(told, /Line \d+/);
    assert.match(told, /cannot be read yet/);
    assert.equal(await page.locator(place('drafting')).count(), 1, 'the picture stays');
    assert.deepEqual(await barriers(page), []);
    writeFileSync(plan, SMALL);
    await trouble.waitFor({ state: 'hidden' });
  }
  assert.deepEqual(heard.said, []);
});

test('a plan that is broken from the beginning tells its faults, then shows itself', async (t) => {
  const plan = written(t, 'ambition: [');
  const { address } = await live(t, plan);
  const { page, heard } = await opened(t, address);
  await shows(page, /Line 1/i);
  assert.deepEqual(await barriers(page), []);
  writeFileSync(plan, SMALL);
  await page.waitForSelector(place('drafting'), { state: 'attached' });
  assert.deepEqual(heard.said, []);
});

test('what the last save changed is marked, listed and said', async (t) => {
  const plan = written(t, SMALL);
  const { address } = await live(t, plan);
  const { page, heard } = await opened(t, address);
  await page.waitForSelector(place('drafting'), { state: 'attached' });
  assert.equal(await page.locator('#scf-changes').isHidden(), true);
  writeFileSync(plan, SMALL.replace('The ferry is shared.', 'The ferry belongs to both banks.').replace('people: {ash', 'people: {oak: Oak, ash').replace(', who: elm', ''));
  await shows(page, 'The ferry belongs to both banks.');
  await page.locator('#scf-changes').waitFor({ state: 'visible' });
  const marked = () => page.locator('.scf-new[data-thing]').evaluateAll((found) => found.map((one) => one.dataset.thing).sort());
  assert.deepEqual(await marked(), ['ferry-shared', 'ferry-talks', 'oak']);
  const drawn = await page.locator('#picture-view .node.scf-new').evaluateAll((found) => found.map((one) => one.dataset.id));
  assert.ok(drawn.includes('ferry-shared') && !drawn.includes('drafting'), drawn.join());
  const status = page.locator('#scf-live .said');
  assert.match(await status.innerText(), /The page shows the plan as it is now\..*changes.*Oak \(new\)|belongs to both banks/s);
  await page.locator('#scf-changes summary').click();
  assert.match(await page.locator('#scf-changes').innerText(), /Oak \(new\)/);
  assert.deepEqual(await barriers(page), []);
  writeFileSync(plan, SMALL.replace('The ferry is shared.', 'The ferry belongs to all.').replace('people: {ash', 'people: {oak: Oak, ash').replace(', who: elm', ''));
  await shows(page, 'The ferry belongs to all.');
  await page.waitForFunction(() => document.querySelectorAll('.scf-new[data-thing]').length === 1);
  assert.deepEqual(await marked(), ['ferry-shared']);
  assert.ok(await page.locator('#scf-changes').evaluate((one) => one.open), 'the list stays open');
  assert.deepEqual(heard.said, []);
});

test('the reader stays where they are', async (t) => {
  const plan = written(t, SMALL);
  const { address } = await live(t, plan);
  const { page, heard } = await opened(t, address, { viewport: { width: 1000, height: 420 } });
  await page.waitForSelector(place('drafting'), { state: 'attached' });
  await page.locator('#picture-view .node[data-id="ash"], #picture-view .node[data-id="drafting"]').first().click();
  const open = await page.evaluate(() => globalThis.scfPage.explore.open());
  await page.evaluate(() => globalThis.scfPage.explore.toggle('ash'));
  await page.locator('#zoom-in').click();
  const seen = () => page.evaluate(() => {
    const box = document.querySelector('#picture-view svg').viewBox.baseVal;
    return [box.x, box.y, box.width, box.height].map(Math.round);
  });
  const part = await seen();
  await page.locator('#search').fill('fer');
  await page.evaluate((where) => (document.querySelector(where).open = true), place('ferry-talks'));
  await page.locator(`${place('ferry-talks')} summary`).focus();
  await page.evaluate((where) => document.querySelector(where).scrollIntoView({ block: 'center', behavior: 'instant' }), place('ferry-talks'));
  const top = () => page.locator(place('ferry-talks')).evaluate((one) => Math.round(one.getBoundingClientRect().top));
  const before = await top();
  writeFileSync(plan, SMALL.replace('Drafting the rules together', 'Writing the rules together'));
  await shows(page, 'Writing the rules together');
  await page.waitForFunction(() => document.querySelectorAll('.scf-new').length > 0);
  const now = await page.evaluate(() => ({
    open: globalThis.scfPage.explore.open(),
    gone: [...globalThis.scfPage.explore.gone],
    search: document.querySelector('#search').value,
    focus: document.activeElement.closest('[data-thing]')?.dataset.thing,
    panel: document.querySelector('#panel').hidden,
  }));
  assert.deepEqual(now, { open, gone: ['ash'], search: 'fer', focus: 'ferry-talks', panel: false });
  assert.ok(await page.locator(place('ferry-talks')).evaluate((one) => one.open));
  const after = await top();
  assert.ok(Math.abs(after - before) <= 3, `the page has moved from ${before} to ${after}`);
  assert.deepEqual(await seen(), part);
  assert.deepEqual(heard.said, []);
});

test('several browsers follow the same plan', async (t) => {
  const plan = written(t, SMALL);
  const { address } = await live(t, plan);
  const pages = await Promise.all([1, 2, 3].map(() => opened(t, address)));
  writeFileSync(plan, SMALL.replace('The ferry is shared.', 'Seen by three.'));
  for (const { page } of pages) {
    await shows(page, 'Seen by three.');
  }
});

test('a plan that is taken away is said to be, and comes back', async (t) => {
  const plan = written(t, SMALL);
  const { address } = await live(t, plan);
  const { page } = await opened(t, address);
  await page.waitForSelector(place('drafting'), { state: 'attached' });
  renameSync(plan, `${plan}.away`);
  await shows(page, 'The file of the plan is not there at the moment.');
  assert.equal(await page.locator(place('drafting')).count(), 1);
  renameSync(`${plan}.away`, plan);
  await page.locator('#scf-live .trouble').waitFor({ state: 'hidden' });
  writeFileSync(plan, SMALL.replace('The ferry is shared.', 'And it goes on.'));
  await shows(page, 'And it goes on.');
});

test('hostile titles do nothing, before and after a save', async (t) => {
  const plan = written(t, SMALL);
  const { address } = await live(t, plan);
  const { page, heard } = await opened(t, address);
  await page.waitForSelector(place('drafting'), { state: 'attached' });
  writeFileSync(plan, hostile());
  await page.waitForSelector(place('work-3'), { state: 'attached' });
  await page.waitForFunction(() => document.querySelectorAll('.scf-new').length > 0);
  writeFileSync(plan, `${hostile()}${HOSTILE_TITLES.map((title) => `${JSON.stringify(title)}: 1\n`).join('')}`);
  await page.locator('#scf-live .trouble').waitFor({ state: 'visible' });
  const made = await page.locator('img, iframe, object, embed, a[href^="javascript"], [onerror], [onload], [onmouseover]').count();
  assert.equal(made, 0);
  const scripts = await page.evaluate(() => [...document.querySelectorAll('script')].filter((one) => /alert/.test(one.textContent) && one.type !== 'application/json').length);
  assert.equal(scripts, 0);
  assert.deepEqual(heard.dialogs, []);
  assert.deepEqual(heard.said, []);
});

test('Ctrl-C ends it while browsers look on, and they are told', async (t) => {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    const plan = written(t, SMALL);
    const { address, child, over } = await live(t, plan);
    const { page } = await opened(t, address);
    await page.waitForSelector(place('drafting'), { state: 'attached' });
    await page.waitForFunction(() => document.querySelector('#scf-live a').textContent !== '');
    child.kill(signal);
    assert.deepEqual(await over, { code: 0, signal: null }, signal);
    await shows(page, /scf live has been stopped/);
    assert.equal(await page.locator(place('drafting')).count(), 1, 'the page stays');
  }
});

test('a program that died is said to be lost', async (t) => {
  const plan = written(t, SMALL);
  const { address, child } = await live(t, plan);
  const { page } = await opened(t, address);
  await page.waitForFunction(() => document.querySelector('#scf-live a').textContent !== '');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await shows(page, /The connection to scf live is lost/);
});

test('nothing is left behind, and nothing of the plan is said in the terminal', async (t) => {
  const plan = written(t, SMALL);
  const before = readFileSync(plan);
  const { address, child, over, told } = await live(t, plan);
  await opened(t, address);
  child.kill('SIGINT');
  await over;
  assert.deepEqual(readFileSync(plan), before);
  assert.equal(told.out, '');
  assert.match(told.err, /^Open \S+ in your browser\. Stop with Ctrl-C\.\n$/);
});
