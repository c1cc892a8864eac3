// The view of `scf live --present`: for a class, on a wall.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { COLOURS, LONG, barriers, opened } from './chromium.mjs';
import { RIGHT_TO_LEFT, SMALL, hostile, many } from './plans.mjs';
import { EXAMPLES, json, live, written } from './scf.mjs';

const KESHARU = join(EXAMPLES, 'kesharu-plains.scf.yaml');

/** The ids that are told in large type. */
const told = (page) => page.locator('.now .item').evaluateAll((found) => found.map((one) => one.dataset.id));
const quiet = (page) => page.locator('.quiet .item').evaluateAll((found) => found.map((one) => one.dataset.id));
const fallen = (page) => page.locator('.picture .falls').evaluateAll((found) => found.map((one) => one.dataset.id).sort());
const step = async (page) => /Step (\d+) of (\d+)/.exec(await page.locator('#step').innerText()).slice(1).map(Number);

async function begun(t, plan, options) {
  const started = await live(t, plan, '--present');
  const { page, heard } = await opened(t, started.address, options);
  await page.waitForFunction(() => document.querySelector('#step').textContent !== '');
  return { ...started, page, heard };
}

test('a level at a time, from the ambition to daily work, with what was before', async (t) => {
  const { page, heard, address, home } = await begun(t, KESHARU);
  assert.ok(address.endsWith('/present'));
  const items = json('show', KESHARU).items;
  const level = (name) => items.filter((item) => item.kind === name).map((item) => item.item);
  assert.deepEqual(await told(page), ['ambition']);
  await page.keyboard.press('ArrowRight');
  assert.deepEqual((await told(page)).sort(), level('goal').sort());
  assert.deepEqual(await quiet(page), ['ambition']);
  await page.keyboard.press('Space');
  assert.deepEqual((await told(page)).sort(), level('objective').sort());
  await page.keyboard.press('PageUp');
  assert.deepEqual((await told(page)).sort(), level('goal').sort());
  await page.keyboard.press('Home');
  assert.equal((await step(page))[0], 1);
  await page.keyboard.press('ArrowLeft');
  assert.equal((await step(page))[0], 1, 'nothing comes before the first');
  await page.keyboard.press('End');
  const [at, of] = await step(page);
  assert.equal(at, of);
  await page.keyboard.press('PageDown');
  assert.equal((await step(page))[0], of, 'nothing comes after the last');
  assert.deepEqual(heard.said, []);
  assert.ok(heard.requests.every((asked) => asked.startsWith(home)), heard.requests.join('\n'));
});

test('what falls greys, as what-if says, for one and for several', async (t) => {
  const { page, heard } = await begun(t, KESHARU);
  await page.keyboard.press('End');
  const toggle = (id) => page.locator(`button[data-thing="${id}"]`).click();
  const check = async (...ids) => {
    const answer = json('what-if', KESHARU, '--without', ids.join(','));
    const shown = await page.locator('.picture .item').evaluateAll((found) => found.map((one) => one.dataset.id));
    const expected = answer.falls.filter((id) => shown.includes(id)).sort();
    await page.waitForFunction((count) => document.querySelectorAll('.things .gone').length === count, ids.length);
    await page.waitForFunction((wanted) => JSON.stringify([...document.querySelectorAll('.picture .falls')].map((one) => one.dataset.id).sort()) === wanted, JSON.stringify(expected));
    const said = await page.locator('#answer').innerText();
    assert.match(said, answer.loss.length === 0 ? /none of the 5 objectives falls/ : new RegExp(`, ${answer.loss.length} of 5 objectives falls?\\.`), said);
    return expected;
  };
  const ids = await page.locator('button[data-thing]').evaluateAll((found) => found.map((one) => one.dataset.thing));
  assert.ok(ids.includes('heron') && ids.includes('alder') && ids.some((id) => id.startsWith('herders')), ids.join());
  let greyed = 0;
  for (const id of ids) {
    await toggle(id);
    greyed += (await check(id)).length;
    await toggle(id);
    await page.waitForFunction(() => document.querySelectorAll('.gone, .falls').length === 0);
  }
  assert.ok(greyed > 0);
  await toggle(ids[0]);
  await toggle(ids[1]);
  await check(ids[0], ids[1]);
  await toggle(ids[2]);
  await check(ids[0], ids[1], ids[2]);
  await page.locator('#back').click();
  await page.waitForFunction(() => document.querySelectorAll('.gone, .falls').length === 0);
  assert.deepEqual(heard.said, []);
});

test('keys alone are enough', async (t) => {
  const { page } = await begun(t, written(t, SMALL));
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.thing), 'ash');
  await page.keyboard.press('Space');
  await page.waitForSelector('button[data-thing="ash"][aria-pressed="true"]');
  await page.waitForFunction(() => document.querySelectorAll('.picture .falls').length > 0);
  assert.deepEqual(await fallen(page), ['drafting', 'rules-written']);
  assert.match(await page.locator('#answer').innerText(), /^Without Ash, 1 of 2 objectives falls\./);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.thing), 'ash', 'the focus stays');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('button[data-thing="elm"][aria-pressed="true"]');
  await page.waitForFunction(() => /Ash and Elm, 2 of 2 objectives fall\./.test(document.querySelector('#answer').innerText));
  assert.ok((await fallen(page)).includes('ambition'));
  await page.keyboard.press('Space');
  await page.waitForSelector('button[data-thing="elm"][aria-pressed="false"]');
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement === null);
});

test('a long plan comes in steps that can be read, and nothing is left out', async (t) => {
  const { page } = await begun(t, written(t, many()), { viewport: { width: 1024, height: 768 } });
  const all = [];
  const [, of] = await step(page);
  for (let at = 1; at < of; at += 1) {
    all.push(...(await told(page)));
    const now = await page.locator('.now').evaluate((box) => ({
      overflow: box.scrollHeight - box.clientHeight,
      size: parseFloat(getComputedStyle(box).fontSize) / innerHeight,
      isIn: box.getBoundingClientRect().bottom <= innerHeight,
    }));
    assert.ok(now.overflow <= 1 && now.isIn, `step ${at}: ${JSON.stringify(now)}`);
    assert.ok(now.size >= 0.031, `step ${at}: letters of ${now.size} of the height`);
    await page.keyboard.press('ArrowRight');
  }
  assert.equal(all.length, 1 + 4 + 12 + 36 + 72);
  assert.equal(new Set(all).size, all.length);
});

test('a plan that is far too long is counted behind what is shown', async (t) => {
  const tasks = Array.from({ length: 500 }, (_, number) => `    task-${number}: Task ${number}\n`).join('');
  const plan = written(t, `ambition: Peace.\nactivities:\n  work:\n    title: Much work\n    tasks:\n${tasks.replace(/^ {2}/gm, '    ')}`);
  const { page } = await begun(t, plan);
  await page.keyboard.press('End');
  assert.equal((await told(page)).at(-1), 'task-119');
  assert.match(await page.locator('.now').innerText(), /380 more/);
});

test('a save is shown where one is, and who is gone stays gone', async (t) => {
  const plan = written(t, SMALL);
  const { page } = await begun(t, plan);
  await page.keyboard.press('End');
  await page.locator('button[data-thing="ash"]').click();
  await page.waitForFunction(() => document.querySelectorAll('.picture .falls').length > 0);
  writeFileSync(plan, SMALL.replace('One sheet of rules', 'Two sheets of rules'));
  await page.getByText('Two sheets of rules').waitFor({ timeout: LONG });
  await page.waitForFunction(() => document.querySelectorAll('.picture .falls').length > 0);
  assert.deepEqual(await fallen(page), ['drafting', 'rules-written']);
  const [at, of] = await step(page);
  assert.equal(at, of);
  writeFileSync(plan, `${SMALL}activities: {`);
  await page.locator('#notice').getByText(/cannot be read yet/).waitFor();
  writeFileSync(plan, SMALL);
  await page.waitForFunction(() => document.querySelector('#notice').textContent === '');
});

test('hostile titles do nothing', async (t) => {
  const { page, heard } = await begun(t, written(t, hostile()));
  const [, of] = await step(page);
  for (let at = 1; at < of; at += 1) {
    await page.keyboard.press('ArrowRight');
  }
  for (const id of ['person-0', 'person-1', 'party-2']) {
    await page.locator(`button[data-thing="${id}"]`).click();
  }
  await page.waitForFunction(() => document.querySelectorAll('.picture .falls').length > 0);
  assert.equal(await page.locator('img, iframe, svg, style, script:not([src]), a, [onerror], [onload]').count(), 0);
  assert.deepEqual(heard.dialogs, []);
  assert.deepEqual(heard.said, []);
});

test('a plan from right to left runs from right to left', async (t) => {
  const { page } = await begun(t, written(t, RIGHT_TO_LEFT));
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  await page.keyboard.press('End');
  const things = await page.locator('.things').boundingBox();
  const picture = await page.locator('.picture').boundingBox();
  assert.ok(things.x > picture.x, 'people stand at the right');
  await page.locator('button[data-thing="نهر"]').click();
  await page.waitForFunction(() => document.querySelectorAll('.picture .falls').length > 0);
  assert.ok((await fallen(page)).includes('الحراسة'));
});

test('what is for a smaller circle is left out, and that is said', async (t) => {
  const plan = written(t, `${SMALL.replace('people: {ash: Ash', 'people: {ash: {title: Ash, sensitivity: core}').replace('drafting:\n', 'drafting:\n    sensitivity: core\n')}`);
  const { page, home } = await begun(t, plan);
  assert.match(await page.locator('#keys').innerText(), /left out, because not everybody may see/);
  await page.keyboard.press('End');
  assert.equal(await page.locator('[data-thing="ash"], [data-id="drafting"]').count(), 0);
  for (const what of ['', 'present.json', 'news.json', 'without/elm,ash']) {
    const text = await (await fetch(home + what)).text();
    assert.ok(!/Ash|Drafting the rules/.test(text), what);
  }
});

test('what stands inside of that is left out with it, and so is what it hangs on', async (t) => {
  const quiet = SMALL.replace('drafting:\n', 'drafting:\n    sensitivity: core\n')
    .replace('who: elm}', 'who: elm, only_if: way.ford}') + 'choices: {way: {question: Which way?, options: {ford: {title: The ford, sensitivity: core}, bridge: The bridge}}}\n';
  const plan = written(t, quiet);
  const { home } = await begun(t, plan);
  for (const what of ['', 'present.json', 'news.json', 'without/table', 'without/elm']) {
    const text = await (await fetch(home + what)).text();
    assert.ok(!/Drafting the rules|neither bank|"table"|way\.ford|The ford/.test(text), what);
  }
  writeFileSync(plan, quiet.replace('neither bank', 'neither bank nor on the ferry'));
  let news = { changes: null };
  for (let tries = 0; news.changes === null && tries < 200; tries += 1) {
    await new Promise((later) => { setTimeout(later, 50); });
    news = await (await fetch(`${home}news.json`)).json();
  }
  assert.ok(news.changes !== null, 'the save is seen');
  assert.ok(!/bank|table/.test(JSON.stringify(news.changes)), JSON.stringify(news.changes));
});

test('options are called by their titles', async (t) => {
  const { page } = await begun(t, KESHARU);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  const states = await page.locator('.now .state').allInnerTexts();
  assert.ok(states.every((state) => !/compensation\.|chair\.|order\./.test(state)), states.join());
});

test('nobody is kept out, in light and in dark', async (t) => {
  const { address } = await live(t, KESHARU, '--present');
  for (const colorScheme of ['light', 'dark']) {
    const rules = colorScheme === 'dark' ? COLOURS : {};
    const { page } = await opened(t, address, { colorScheme });
    await page.waitForFunction(() => document.querySelector('#step').textContent !== '');
    assert.deepEqual(await barriers(page, rules), [], `${colorScheme}, the first step`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(400);
    assert.deepEqual(await barriers(page, rules), [], `${colorScheme}, objectives`);
    await page.keyboard.press('End');
    await page.locator('button[data-thing="heron"]').click();
    await page.waitForFunction(() => document.querySelectorAll('.picture .falls').length > 0);
    await page.waitForTimeout(400);
    assert.deepEqual(await barriers(page, rules), [], `${colorScheme}, without somebody`);
  }
});
