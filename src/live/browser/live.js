// A page that is served: it shows the plan as it is now. Words of the plan are only ever set as text.

const box = element('aside', { id: 'scf-live' });
const trouble = element('section', { className: 'trouble', hidden: true, tabIndex: 0 });
trouble.setAttribute('role', 'alert');
const said = element('p', { className: 'said' });
said.setAttribute('role', 'status');
const lost = element('p', { className: 'lost', hidden: true });
lost.setAttribute('role', 'alert');
const changes = element('details', { id: 'scf-changes', hidden: true });
const present = element('a', { href: 'present' });
box.append(trouble, said, lost, element('div', { className: 'bar' }, changes, present));

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
document.adoptedStyleSheets = [sheet];
document.body.append(box);

/** The number of the picture that is on the page. */
let picture = Number(document.querySelector('meta[name="scf-picture"]')?.content ?? 0);
let words = null;
/** The changes that are told, as JSON, so that they are told once. */
let toldChanges = null;
let toldTrouble = null;

function tellTrouble(told) {
  const now = JSON.stringify(told);
  if (now === toldTrouble) {
    return;
  }
  toldTrouble = now;
  document.documentElement.classList.toggle('scf-stale', told !== null);
  trouble.hidden = told === null;
  if (told === null) {
    trouble.replaceChildren();
    return;
  }
  const faults = told.faults.map((fault) =>
    element('li', {},
      element('p', { dir: 'auto' }, element('span', { className: 'place' }, `${fault.place}: `), fault.sentence),
      fault.ask ? element('p', { className: 'ask', dir: 'auto' }, fault.ask) : null));
  trouble.replaceChildren(
    element('h2', {}, told.heading),
    element('p', {}, told.note),
    element('ul', {}, ...faults, told.more ? element('li', {}, told.more) : null));
}

function changeOf(thing) {
  const place = thing.id ? document.getElementById(`thing-${thing.id}`) : null;
  let title = element('bdi', {}, thing.title);
  if (place) {
    title = element('a', { href: `#thing-${encodeURIComponent(thing.id)}` }, title);
    title.addEventListener('click', (event) => {
      if (window.scfPage?.explore?.show(thing.id, { centre: true, focus: true })) {
        event.preventDefault();
        document.getElementById('picture')?.scrollIntoView({ block: 'start' });
      }
    });
  }
  return element('li', {},
    element('p', {}, title, ' ', element('span', { className: 'state' }, `(${thing.state})`)),
    thing.sentences.length === 0 ? null : element('ul', {}, ...thing.sentences.map((sentence) => element('li', { dir: 'auto' }, sentence))));
}

function tellChanges(told) {
  mark(told);
  const now = JSON.stringify(told);
  if (now === toldChanges) {
    return;
  }
  const isFirst = toldChanges === null;
  toldChanges = now;
  changes.hidden = told === null;
  if (told === null) {
    changes.replaceChildren();
    return;
  }
  const list = element('div', { className: 'list', tabIndex: 0 },
    element('ul', {}, ...told.things.map(changeOf), told.more ? element('li', {}, told.more) : null),
    ...told.findings.flatMap((group) => [
      element('p', { className: 'state' }, group.heading),
      element('ul', {}, ...group.sentences.map((sentence) => element('li', { dir: 'auto' }, sentence)))]));
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', told.heading);
  changes.replaceChildren(element('summary', {}, `${told.heading}: ${told.counts}`), list);
  // Who has just opened the page has not seen what was before.
  if (!isFirst) {
    const things = told.things.slice(0, 5).map((thing) => [`${thing.title} (${thing.state}).`, ...thing.sentences].join(' '));
    said.textContent = [words.renewed, told.counts, ...things].join(' ');
  }
}

/** Marks what has come or is another in the picture and in the list of things. */
function mark(told) {
  document.querySelectorAll('.scf-new').forEach((one) => one.classList.remove('scf-new'));
  for (const id of told?.marked ?? []) {
    document.getElementById(`thing-${id}`)?.classList.add('scf-new');
    document.querySelectorAll(`#picture-view .node[data-id="${CSS.escape(id)}"]`).forEach((node) => node.classList.add('scf-new'));
  }
}

/** What a page may do, by its own words: they stand before any word of a plan. */
const policyOf = (text) => /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1];
const policy = policyOf(document.head.innerHTML);

/** Puts another page in the place of this one, with the reader where they were. */
function put(text) {
  if (policyOf(text) !== policy) {
    // A page of faults has another script than a page of a plan.
    location.reload();
    return;
  }
  const page = new DOMParser().parseFromString(text, 'text/html');
  const place = placeNow();
  const scripts = [...page.body.querySelectorAll('script:not([type])')].map((script) => script.textContent);
  page.body.querySelectorAll('script:not([type])').forEach((script) => script.remove());
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.dir = page.documentElement.dir;
  picture = Number(page.querySelector('meta[name="scf-picture"]')?.content ?? 0);
  window.scfPage = undefined;
  document.body.replaceChildren(...page.body.children, box);
  // This script is there already. The policy takes the page's own script again, because it is the same.
  for (const script of scripts.filter((one) => one !== mine)) {
    const again = element('script', {}, script);
    box.before(again);
  }
  goTo(place);
}

/** What this script is written as. */
const mine = document.currentScript?.textContent ?? '';

async function renew() {
  const news = await fetched('news.json');
  words = news.words;
  present.textContent = words.present;
  if (news.picture !== picture) {
    const answer = await fetch('.', { cache: 'no-store' });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    put(await answer.text());
  }
  tellTrouble(news.trouble);
  tellChanges(news.changes);
  lost.hidden = true;
}

function warn(sentence) {
  lost.textContent = sentence ?? '';
  lost.hidden = !sentence;
}

let isOver = false;
follow({
  renew,
  end: () => {
    isOver = true;
    warn(words?.ended);
  },
  lose: () => isOver || warn(words?.lost),
  find: () => warn(null),
});
