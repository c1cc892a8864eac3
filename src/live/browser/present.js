// The plan before a class: a level at a time, then what falls without whom. What falls is answered by the server.

const stage = document.getElementById('stage');
const stepSaid = document.getElementById('step');
const notice = document.getElementById('notice');

/** What the server says of the plan. */
let plan = null;
/** The steps: `{level, items}`, and last `{things}`. */
let steps = [];
let at = 0;
/** Ids of what is gone. */
const gone = new Set();
/** What the server said of that. */
let answer = null;
/** Whether nothing more will come. */
let isOver = false;

/** Sizes of letters, in hundredths of the window's height. */
const LARGEST = 9;
const SMALLEST = 3.2;
const LARGEST_BEFORE = 2.4;
const SMALLEST_BEFORE = 1.7;
const LARGEST_IN_PICTURE = 4;
const SMALLEST_IN_PICTURE = 1.7;
/** So many items are shown at once where one looks at what falls. */
const MOST_IN_PICTURE = 60;
/** So many of a level are shown above another. */
const MOST_BEFORE = 40;

// Steps

/** The largest size at which a box holds what is in it; nothing where even the smallest is too large. */
function fitted(box, smallest, largest) {
  const holds = (size) => {
    box.style.fontSize = `${size}vh`;
    return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
  };
  for (let size = largest; size > smallest; size *= 0.93) {
    if (holds(size)) {
      return size;
    }
  }
  return holds(smallest) ? smallest : null;
}

/** The steps of a plan in this window. A level that is too long for one comes in several. */
function stepsOf(shown) {
  const found = [];
  shown.levels.forEach((level, number) => {
    let rest = level.items;
    while (rest.length > 0) {
      const count = mostThatFit(number, rest);
      const more = count === rest.length ? level.more : null;
      found.push({ number, level, items: rest.slice(0, count), more });
      rest = rest.slice(count);
    }
  });
  if (shown.things.length > 0) {
    found.push({ things: shown.things });
  }
  return found;
}

function mostThatFit(number, items) {
  const fits = (count) => {
    showLevel({ number, level: plan.levels[number], items: items.slice(0, count), more: plan.levels[number].more });
    return fitted(stage.querySelector('.now'), SMALLEST, SMALLEST) !== null;
  };
  // Nobody reads more than this at once.
  let most = Math.min(items.length, 40);
  if (fits(most)) {
    return most;
  }
  let least = 1;
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (fits(middle)) {
      least = middle;
    } else {
      most = middle;
    }
  }
  return least;
}

// What is shown

function item(one, falls, leads) {
  const words = element('span', { className: 'words', dir: 'auto' }, one.title);
  if (plan.language) {
    words.lang = plan.language;
  }
  const made = element('li', { className: 'item' }, words);
  made.dataset.id = one.id;
  if (one.state) {
    made.append(' ', element('span', { className: 'state' }, `(${one.state})`));
  }
  if (falls) {
    made.classList.add('falls');
    made.append(element('span', { className: 'tag' }, plan.words.falls));
  }
  made.classList.toggle('leads', leads);
  return made;
}

function band(level, items, kind) {
  return element('section', { className: `band ${kind}` }, element('h2', { dir: 'auto' }, level.heading), element('ul', {}, ...items));
}

/** The ids of all that these lead to, over all levels. */
function ledTo(items) {
  const levels = plan.levels.flatMap((level) => level.items);
  const found = new Set(items.flatMap((one) => one.leads_to));
  // What is led to stands before what leads to it, so one way back over all of them is enough.
  for (const one of [...levels].reverse()) {
    if (found.has(one.id)) {
      one.leads_to.forEach((id) => found.add(id));
    }
  }
  return found;
}

function showLevel(step) {
  const led = new Set(step.items.flatMap((one) => one.leads_to));
  const wanted = ledTo(step.items);
  const above = plan.levels.slice(0, step.number);
  const before = element('div', { className: 'before' });
  const put = (isWanted) =>
    before.replaceChildren(...above.map((level) => {
      const items = level.items.filter(isWanted).slice(0, MOST_BEFORE);
      const isOneOf = items.some((one) => !led.has(one.id));
      return band(level, items.map((one) => item(one, false, isOneOf && led.has(one.id))), 'quiet');
    }).filter((one) => one.querySelector('li')));
  const now = band(step.level, step.items.map((one) => item(one, false, false)), 'now');
  if (step.more) {
    now.append(element('p', { className: 'state' }, step.more));
  }
  stage.replaceChildren(before, now);
  put(() => true);
  // Where not all of it has room, what leads on from here is kept.
  if (fitted(before, SMALLEST_BEFORE, LARGEST_BEFORE) === null) {
    put((one) => wanted.has(one.id));
    fitted(before, SMALLEST_BEFORE, LARGEST_BEFORE);
  }
  return now;
}

function showWhatIf() {
  const focused = document.activeElement?.dataset?.thing;
  const fallen = new Set(answer?.falls ?? []);
  const things = plan.things.map((group) =>
    element('section', {}, element('h2', {}, group.heading), element('ul', {}, ...group.things.map((one) => element('li', {}, thing(one)))), group.more ? element('p', { className: 'state' }, group.more) : null),
  );
  const back = element('button', { id: 'back', type: 'button', onclick: putBack }, plan.words.back);
  back.hidden = gone.size === 0;
  const picture = element('div', { className: 'picture' });
  let room = MOST_IN_PICTURE;
  for (const level of plan.levels.filter((one) => one.level !== 'task')) {
    room -= level.items.length;
    if (room < 0) {
      break;
    }
    picture.append(band(level, level.items.map((one) => item(one, fallen.has(one.id), false)), 'small'));
  }
  const list = element('div', { className: 'things' }, ...things, back);
  const said = element('div', { id: 'answer' });
  said.setAttribute('role', 'status');
  const kept = document.getElementById('answer');
  stage.replaceChildren(element('div', { className: 'what-if' }, list, picture), kept ?? said);
  const sentences = answer?.sentences?.length ? answer.sentences : [plan.words.what_if, plan.words.ask];
  const paragraphs = sentences.map((sentence) => element('p', {}, sentence));
  document.getElementById('answer').replaceChildren(...paragraphs);
  for (const box of [list, picture]) {
    fitted(box, SMALLEST_IN_PICTURE, LARGEST_IN_PICTURE);
    // What does not fit is reached by scrolling, also with keys.
    box.tabIndex = box.scrollHeight > box.clientHeight + 1 ? 0 : -1;
  }
  if (focused) {
    [...stage.querySelectorAll('button')].find((button) => button.dataset.thing === focused)?.focus();
  }
}

function thing(one) {
  const isGone = gone.has(one.id);
  const made = element('button', { type: 'button', onclick: () => toggle(one.id) }, element('span', { dir: 'auto' }, one.title));
  made.dataset.thing = one.id;
  made.setAttribute('aria-pressed', String(isGone));
  if (isGone) {
    made.classList.add('gone');
    made.append(element('span', { className: 'tag' }, plan.words.gone));
  }
  return made;
}

function show() {
  const step = steps[at];
  document.body.classList.toggle('is-what-if', Boolean(step?.things));
  if (!step) {
    stage.replaceChildren(element('p', {}, plan.words.no_plan));
    stepSaid.textContent = '';
    return;
  }
  if (step.things) {
    showWhatIf();
  } else {
    fitted(showLevel(step), SMALLEST, LARGEST);
  }
  const name = step.things ? plan.words.what_if : step.level.heading;
  const number = plan.words.step.replace('{n}', at + 1).replace('{of}', steps.length);
  stepSaid.textContent = `${name} · ${number}`;
}

function go(to) {
  const next = Math.max(0, Math.min(steps.length - 1, to));
  if (next !== at) {
    at = next;
    show();
  }
}

// What if … is gone?

/** Counts the questions, so that a late answer to an early one is not shown. */
let asked = 0;

async function ask() {
  asked += 1;
  const mine = asked;
  if (gone.size === 0) {
    answer = null;
  } else {
    try {
      const said = await fetched(`without/${[...gone].map(encodeURIComponent).join(',')}`);
      if (mine !== asked) {
        return;
      }
      answer = said;
    } catch {
      // Without an answer, nothing may look as if it stood.
      answer = { falls: [], sentences: [isOver ? plan.words.ended : plan.words.lost] };
    }
  }
  if (steps[at]?.things) {
    show();
  }
}

function toggle(id) {
  if (!gone.delete(id)) {
    gone.add(id);
  }
  ask();
}

function putBack() {
  gone.clear();
  ask();
  stage.querySelector('button')?.focus();
}

// Keys

function fill() {
  if (document.fullscreenElement) {
    document.exitFullscreen();
  } else {
    document.documentElement.requestFullscreen?.().catch(() => {});
  }
}

/** Goes from one that can be taken away to the next; whether there is one. */
function move(by) {
  const buttons = [...stage.querySelectorAll('button')].filter((button) => !button.hidden);
  const now = buttons.indexOf(document.activeElement);
  const next = now < 0 ? (by > 0 ? 0 : buttons.length - 1) : now + by;
  buttons[next]?.focus();
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !plan) {
    return;
  }
  const isOnButton = document.activeElement instanceof HTMLButtonElement;
  const isWhatIf = Boolean(steps[at]?.things);
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      if (isWhatIf) {
        move(event.key === 'ArrowDown' ? 1 : -1);
      } else {
        go(at + (event.key === 'ArrowDown' ? 1 : -1));
      }
      break;
    case 'ArrowRight':
    case 'PageDown':
      go(at + 1);
      break;
    case 'ArrowLeft':
    case 'PageUp':
    case 'Backspace':
      go(at - 1);
      break;
    case ' ':
      if (isOnButton) {
        return;
      }
      go(at + (event.shiftKey ? -1 : 1));
      break;
    case 'Home':
      go(0);
      break;
    case 'End':
      go(steps.length - 1);
      break;
    case 'f':
    case 'F':
      fill();
      break;
    default:
      return;
  }
  event.preventDefault();
});

// The plan as it is now

/** Works out the steps again, and stays where it was. */
function arrange() {
  const before = steps[at];
  const first = before?.items?.[0].id;
  steps = stepsOf(plan);
  const same = steps.findIndex((step) => (before?.things ? step.things : step.items?.some((one) => one.id === first)));
  const level = steps.findIndex((step) => step.level && step.level.level === before?.level?.level);
  at = Math.max(0, same >= 0 ? same : level);
  show();
}

function told(sentence) {
  if (notice.textContent !== sentence) {
    notice.textContent = sentence;
  }
}

async function renew() {
  plan = await fetched('present.json');
  document.title = plan.title;
  document.documentElement.dir = plan.direction;
  document.getElementById('title').textContent = plan.title;
  document.getElementById('keys').textContent = [plan.left_out, plan.words.keys].filter(Boolean).join(' ');
  document.getElementById('ways').replaceChildren(
    element('button', { type: 'button', onclick: () => go(at - 1) }, plan.words.previous),
    element('button', { type: 'button', onclick: () => go(at + 1) }, plan.words.next),
  );
  told(plan.notice ?? '');
  const known = new Set(plan.things.flatMap((group) => group.things.map((one) => one.id)));
  [...gone].filter((id) => !known.has(id)).forEach((id) => gone.delete(id));
  await ask();
  arrange();
}

let resizing = null;
window.addEventListener('resize', () => {
  clearTimeout(resizing);
  resizing = setTimeout(() => plan && arrange(), 100);
});

follow({
  renew,
  end: () => {
    isOver = true;
    told(plan?.words.ended ?? '');
  },
  lose: () => told(plan?.words.lost ?? ''),
  find: () => told(plan?.notice ?? ''),
});
