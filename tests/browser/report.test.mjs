// The page of `scf report`: one file that loads nothing.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { COLOURS, barriers, opened } from './chromium.mjs';
import { RIGHT_TO_LEFT, SMALL, hostile } from './plans.mjs';
import { EXAMPLES, folder, json, scf, written } from './scf.mjs';

const KESHARU = join(EXAMPLES, 'kesharu-plains.scf.yaml');
const PLANS = ['first-plan', 'kesharu-plains', 'sound-plan', 'toramba-highlands'].map((name) => join(EXAMPLES, `${name}.scf.yaml`));

/** The page of a plan as a file: its address. */
function reported(t, plan, ...words) {
  const file = join(folder(t), 'plan.html');
  scf('report', plan, '--output', file, ...words);
  return pathToFileURL(file).href;
}

async function begun(t, plan, options) {
  const address = reported(t, plan);
  const { page, heard } = await opened(t, address, options);
  return { page, heard, address };
}

/** Ids of what is marked as falling in the picture. */
const fallen = (page) => page.locator('#picture-view .node.falls').evaluateAll((found) => [...new Set(found.map((one) => one.dataset.id))].sort());
const drawn = (page) => page.locator('#picture-view .node[data-id]').evaluateAll((found) => [...new Set(found.map((one) => one.dataset.id))]);

test('it opens from a file, and asks for nothing', async (t) => {
  for (const plan of PLANS) {
    const { page, heard, address } = await begun(t, plan);
    assert.ok((await page.locator('h1').innerText()).length > 0);
    assert.ok((await drawn(page)).includes('ambition'), plan);
    assert.deepEqual(heard.requests, [address]);
    assert.deepEqual(heard.said, []);
    // A load that somebody tries all the same does not get far.
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy, /^default-src 'none';/);
    assert.doesNotMatch(policy, /unsafe|http|\*|connect-src/);
  }
});

test('a search finds a thing, and opens it', async (t) => {
  const { page, heard } = await begun(t, KESHARU);
  await page.locator('#search').fill('corridor map');
  await page.locator('#search-found [role="option"]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('#panel').waitFor({ state: 'visible' });
  assert.match(await page.locator('#panel').innerText(), /one corridor map/);
  assert.deepEqual(heard.said, []);
});

test('a click opens the panel, and it says what the commands say', async (t) => {
  const { page, heard } = await begun(t, KESHARU);
  const losses = new Map(json('bottlenecks', KESHARU).items.map((item) => [item.item, item]));
  const hidden = new Set(['shuttle-talks']);
  let looked = 0;
  for (const id of await drawn(page)) {
    const node = page.locator(`#picture-view .node[data-id="${id}"]`).first();
    await node.dispatchEvent('click');
    const panel = page.locator('#panel');
    await panel.waitFor({ state: 'visible' });
    assert.equal(await panel.locator('code').first().innerText(), id);
    const why = json('why', KESHARU, id);
    const linked = await panel.locator('a.to').evaluateAll((found) => found.map((one) => decodeURIComponent(one.hash.slice('#thing-'.length))));
    const text = await panel.innerText();
    for (const lost of why.loss.filter((one) => !hidden.has(one))) {
      assert.ok(linked.includes(lost) || /more/.test(text), `${id}: ${lost} falls, and is not told`);
    }
    if (losses.has(id) && !['objective', 'goal', 'ambition'].includes(why.kind)) {
      const { loss } = losses.get(id);
      assert.deepEqual([...loss].sort(), [...why.loss].sort(), id);
      assert.match(text, loss.length === 0 ? /./ : new RegExp(`\\b${loss.length} of the 5 results`), id);
      looked += 1;
    }
  }
  assert.ok(looked >= 5, `only ${looked} were looked at`);
  assert.deepEqual(heard.said, []);
});

test('the what-if greys exactly what falls, for one and for several', async (t) => {
  for (const plan of PLANS.slice(1)) {
    const { page, heard } = await begun(t, plan);
    const all = new Set(await drawn(page));
    const candidates = json('bottlenecks', plan, '--top', '1000').items;
    const asked = candidates.map((one) => one.item).filter((id) => all.has(id)).slice(0, 8).map((id) => [id]);
    const people = candidates.filter((one) => one.kind === 'person').map((one) => one.item).slice(0, 3);
    if (people.length > 1) {
      asked.push(people.slice(0, 2), people);
    }
    let greyed = 0;
    for (const ids of asked) {
      const can = await page.evaluate((wanted) => {
        globalThis.scfPage.explore.clear();
        wanted.forEach((id) => globalThis.scfPage.explore.toggle(id));
        return globalThis.scfPage.explore.gone.length === wanted.length;
      }, ids);
      assert.ok(can, `${ids} can be thought away`);
      const { falls } = json('what-if', plan, '--without', ids.join(','));
      const expected = falls.filter((id) => all.has(id)).sort();
      const items = new Set(json('show', plan).items.map((item) => item.item));
      assert.deepEqual((await fallen(page)).filter((id) => items.has(id)), expected, ids.join());
      greyed += expected.length;
    }
    assert.ok(greyed > 0 || plan.includes('sound'), plan);
    assert.deepEqual(heard.said, []);
  }
});

test('keys alone are enough', async (t) => {
  const { page } = await begun(t, written(t, SMALL));
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement.className), /skip/);
  let reached = false;
  for (let count = 0; count < 60 && !reached; count += 1) {
    await page.keyboard.press('Tab');
    reached = await page.evaluate(() => document.activeElement.dataset?.id === 'drafting');
  }
  assert.ok(reached, 'the picture is reached');
  await page.keyboard.press('Enter');
  await page.locator('#panel').waitFor({ state: 'visible' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const act = page.locator('#panel .act button');
  assert.ok(await act.evaluate((one) => one === document.activeElement), await page.evaluate(() => document.activeElement.outerHTML));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('#picture-view .node.falls').length > 0);
  assert.deepEqual(await fallen(page), ['rules-written']);
  await page.keyboard.press('Escape');
  await page.locator('#panel').waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.id), 'drafting');
});

test('without scripts, everything can be read', async (t) => {
  const { page, heard } = await begun(t, KESHARU, { javaScriptEnabled: false });
  const text = await page.locator('main').innerText();
  assert.match(text, /Twelve villages and four camps accept one corridor map/);
  assert.match(text, /HERON/);
  assert.equal(await page.locator('#search').isVisible(), false, 'what needs scripts is not offered');
  assert.equal(await page.locator('#picture-view svg').isVisible(), true);
  assert.deepEqual(heard.said, []);
});

test('it is printed on A4', async (t) => {
  const { page } = await begun(t, KESHARU);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages >= 2 && pages <= 40, `${pages} pages`);
});

test('a telephone shows it without moving sideways', async (t) => {
  for (const plan of PLANS) {
    const { page } = await begun(t, plan, { viewport: { width: 390, height: 844 } });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, plan);
  }
});

test('names in the picture are as heavy as their signs have room for', async (t) => {
  const { page } = await begun(t, KESHARU);
  const names = page.locator('#picture-view .badge[data-badge] text');
  const weights = await names.evaluateAll((found) => found.map((one) => getComputedStyle(one).fontWeight));
  assert.deepEqual([...new Set(weights)], ['400']);
});

test('dark is dark, and light is light', async (t) => {
  const light = async (colorScheme) => {
    const { page } = await begun(t, KESHARU, { colorScheme });
    const parts = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number));
    return parts[0] + parts[1] + parts[2];
  };
  assert.ok((await light('light')) > 600);
  assert.ok((await light('dark')) < 200);
});

test('a plan from right to left runs from right to left', async (t) => {
  const { page, heard } = await begun(t, written(t, RIGHT_TO_LEFT));
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  const at = async (id) => (await page.locator(`#picture-view .node[data-id="${id}"]`).first().boundingBox()).x;
  assert.ok((await at('ambition')) > (await at('لقاءات')), 'the ambition stands at the right');
  assert.deepEqual(heard.said, []);
});

test('hostile titles do nothing', async (t) => {
  const { page, heard, address } = await begun(t, written(t, hostile()));
  for (const id of ['work-1', 'objective-4', 'goal-0', 'person-2']) {
    await page.evaluate((one) => globalThis.scfPage.explore.show(one), id);
  }
  await page.evaluate(() => ['person-1', 'work-2'].forEach((id) => globalThis.scfPage.explore.toggle(id)));
  await page.locator('#search').fill('<script>');
  await page.waitForTimeout(200);
  const made = await page.locator('img, iframe, object, embed, base, link, form, a[href^="javascript" i], [onerror], [onload], [onmouseover]').count();
  assert.equal(made, 0);
  const links = await page.locator('a').evaluateAll((found) => found.filter((one) => !one.getAttribute('href').startsWith('#')).map((one) => one.outerHTML));
  assert.deepEqual(links, [], 'links lead nowhere else');
  const scripts = await page.locator('script:not([type])').evaluateAll((found) => found.filter((one) => /alert/.test(one.textContent)).length);
  assert.equal(scripts, 0);
  const bidi = await page.evaluate(() => /[\u202a-\u202e\u0007]/.test(document.body.innerText));
  assert.equal(bidi, false, 'what could mislead is written out');
  assert.deepEqual(heard.dialogs, []);
  assert.deepEqual(heard.said, []);
  assert.deepEqual(heard.requests, [address]);
});

test('nobody is kept out, in light and in dark', async (t) => {
  for (const plan of PLANS) {
    for (const colorScheme of ['light', 'dark']) {
      const { page } = await begun(t, plan, { colorScheme });
      assert.deepEqual(await barriers(page, colorScheme === 'dark' ? COLOURS : {}), [], `${plan}, ${colorScheme}`);
    }
  }
  const { page } = await begun(t, KESHARU);
  await page.evaluate(() => {
    globalThis.scfPage.explore.toggle('heron');
    globalThis.scfPage.explore.show('corridor-map');
  });
  assert.deepEqual(await barriers(page), [], 'with the panel open and somebody gone');
});
