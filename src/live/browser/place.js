// Where the reader is on the page, kept while the page is renewed: what is open, how far it is scrolled, what has the focus,
// what part of the picture is seen, and what is thought away.

/** How an element is found again in the renewed page; nothing where it cannot be. */
function wayTo(found) {
  if (!found || found === document.body) {
    return null;
  }
  if (found.id) {
    return `#${CSS.escape(found.id)}`;
  }
  const node = found.closest('#picture-view [data-id]');
  if (node) {
    return `#picture-view [data-id="${CSS.escape(node.dataset.id)}"]`;
  }
  const holder = found.closest('[id]');
  if (!holder) {
    return null;
  }
  const name = found.tagName.toLowerCase();
  const place = [...holder.querySelectorAll(name)].indexOf(found);
  return { holder: `#${CSS.escape(holder.id)}`, name, place };
}

function foundAgain(way) {
  if (way === null) {
    return null;
  }
  if (typeof way === 'string') {
    return document.querySelector(way);
  }
  return document.querySelector(way.holder)?.querySelectorAll(way.name)[way.place] ?? null;
}

/** The part of the picture that is seen: x, y, width and height. */
function partSeen() {
  const box = document.querySelector('#picture-view svg')?.viewBox?.baseVal;
  return box ? { x: box.x, y: box.y, w: box.width, h: box.height } : null;
}

/** What stands at the upper third of the window, and where. */
function anchor() {
  const at = document.elementFromPoint(innerWidth / 2, innerHeight / 3)?.closest('main [id], main');
  return at ? { way: wayTo(at), top: at.getBoundingClientRect().top } : null;
}

/** Where the reader is. */
function placeNow() {
  const explore = window.scfPage?.explore;
  const inputs = [...document.querySelectorAll('input[id]')].map((input) => [input.id, input.value]);
  const whole = wholePicture;
  const seen = partSeen();
  return {
    scroll: [scrollX, scrollY],
    anchor: anchor(),
    focus: wayTo(document.activeElement),
    selection: document.activeElement?.selectionStart ?? null,
    unfolded: new Map([...document.querySelectorAll('details[id]')].map((one) => [one.id, one.open])),
    inputs,
    gone: [...(explore?.gone ?? [])],
    open: explore?.open?.() ?? null,
    panelScroll: document.getElementById('panel')?.scrollTop ?? 0,
    // A reader who sees the whole picture wants to see the whole of the next one too.
    seen: whole && seen && (whole.w !== seen.w || whole.x !== seen.x || whole.y !== seen.y) ? seen : null,
  };
}

/** The whole picture, as it was before the reader moved in it. */
let wholePicture = partSeen();

/** Puts the reader back. */
function goTo(place) {
  wholePicture = partSeen();
  const page = window.scfPage;
  place.unfolded.forEach((isOpen, id) => {
    const one = document.getElementById(id);
    if (one) {
      one.open = isOpen;
    }
  });
  place.inputs.forEach(([id, value]) => {
    const input = document.getElementById(id);
    if (input) {
      input.value = value;
    }
  });
  if (page?.explore) {
    place.gone.forEach((id) => page.explore.toggle(id));
    if (place.open !== null) {
      page.explore.show(place.open);
    }
  }
  if (page?.view && place.seen && wholePicture) {
    page.view.zoom(place.seen.w / partSeen().w);
    const now = partSeen();
    page.view.move((place.seen.x - now.x) / now.w, (place.seen.y - now.y) / now.h);
  }
  const panel = document.getElementById('panel');
  if (panel) {
    panel.scrollTop = place.panelScroll;
  }
  const focused = foundAgain(place.focus);
  focused?.focus({ preventScroll: true });
  if (place.selection !== null && focused?.setSelectionRange) {
    focused.setSelectionRange(place.selection, place.selection);
  }
  scrollTo({ left: place.scroll[0], top: place.scroll[1], behavior: 'instant' });
  const anchored = place.anchor && foundAgain(place.anchor.way);
  if (anchored && place.scroll[1] > 0) {
    scrollBy({ top: anchored.getBoundingClientRect().top - place.anchor.top, behavior: 'instant' });
  }
}
