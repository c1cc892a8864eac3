/* Moving in the picture: by dragging, with the wheel and Ctrl, with two fingers, with buttons and keys. */
function pictureView(box) {
  const svg = box && box.querySelector("svg");
  if (!svg) return null;
  const whole = svg.viewBox.baseVal;
  const home = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
  if (!home.w || !home.h) return null;
  const view = { ...home };
  svg.setAttribute("preserveAspectRatio", "xMidYMid meet");
  svg.removeAttribute("width");
  svg.removeAttribute("height");

  const show = () => {
    /* Some of the picture always stays in sight. */
    view.x = Math.min(Math.max(view.x, home.x - view.w * 0.8), home.x + home.w - view.w * 0.2);
    view.y = Math.min(Math.max(view.y, home.y - view.h * 0.8), home.y + home.h - view.h * 0.2);
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  };
  const scale = () => {
    const room = svg.getBoundingClientRect();
    return Math.max(view.w / room.width, view.h / room.height);
  };
  const point = (x, y) => {
    const room = svg.getBoundingClientRect();
    const unit = scale();
    return {
      x: view.x + view.w / 2 + (x - room.left - room.width / 2) * unit,
      y: view.y + view.h / 2 + (y - room.top - room.height / 2) * unit,
    };
  };
  const zoom = (by, at) => {
    const factor = Math.min(Math.max(by, home.w / 40 / view.w), (home.w * 2) / view.w);
    const still = at || { x: view.x + view.w / 2, y: view.y + view.h / 2 };
    view.x = still.x - (still.x - view.x) * factor;
    view.y = still.y - (still.y - view.y) * factor;
    view.w *= factor;
    view.h *= factor;
    show();
  };
  const move = (x, y) => { view.x += x * view.w; view.y += y * view.h; show(); };
  const all = () => { Object.assign(view, home); show(); };
  /* A picture that is far higher than its room begins as wide as the room, at the ambition: so it can be read. */
  const begin = () => {
    all();
    const room = svg.getBoundingClientRect();
    const top = svg.querySelector('[data-kind="ambition"]');
    if (!room.width || !room.height || !top || home.h / room.height <= (home.w / room.width) * 1.15) return;
    view.w = home.w;
    view.h = (home.w * room.height) / room.width;
    const its = top.getBBox(), at = top.transform.baseVal.consolidate();
    const y = its.y + its.height / 2 + (at ? at.matrix.f : 0);
    view.y = Math.min(Math.max(y - view.h / 2, home.y), home.y + home.h - view.h);
    show();
  };
  const centre = (node) => {
    const its = node.getBBox();
    const up = node.getCTM(), from = svg.getCTM();
    const here = from && up ? from.inverse().multiply(up) : null;
    const x = its.x + its.width / 2, y = its.y + its.height / 2;
    const at = here ? { x: here.a * x + here.c * y + here.e, y: here.b * x + here.d * y + here.f } : { x, y };
    /* Near enough to be read. */
    const wanted = Math.max(its.width * 4, home.w / 12);
    if (view.w > wanted * 1.6) { view.h *= wanted / view.w; view.w = wanted; }
    view.x = at.x - view.w / 2;
    view.y = at.y - view.h / 2;
    show();
  };

  const fingers = new Map();
  let hasMoved = false;
  box.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    hasMoved = false;
  });
  window.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const x = event.clientX - before.x, y = event.clientY - before.y;
    if (!hasMoved && Math.hypot(x, y) < 5) return;
    hasMoved = true;
    box.classList.add("moving");
    const unit = scale();
    if (fingers.size === 1) {
      view.x -= x * unit;
      view.y -= y * unit;
      show();
    } else {
      const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
      const old = Math.hypot(before.x - other.x, before.y - other.y);
      const now = Math.hypot(event.clientX - other.x, event.clientY - other.y);
      if (now > 10) zoom(old / now, point((event.clientX + other.x) / 2, (event.clientY + other.y) / 2));
    }
    before.x = event.clientX;
    before.y = event.clientY;
  });
  const lift = (event) => { if (fingers.delete(event.pointerId)) box.classList.remove("moving"); };
  window.addEventListener("pointerup", lift);
  window.addEventListener("pointercancel", lift);
  /* Who has dragged did not mean to click. */
  box.addEventListener("click", (event) => { if (hasMoved) { event.stopPropagation(); hasMoved = false; } }, true);
  box.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(Math.exp(Math.min(Math.max(event.deltaY, -60), 60) * 0.01), point(event.clientX, event.clientY));
  }, { passive: false });
  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = {
      "+": () => zoom(0.8), "=": () => zoom(0.8), "-": () => zoom(1.25), "−": () => zoom(1.25), "_": () => zoom(1.25), "0": all,
      ArrowLeft: () => move(-0.12, 0), ArrowRight: () => move(0.12, 0), ArrowUp: () => move(0, -0.12), ArrowDown: () => move(0, 0.12),
    };
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  box.addEventListener("focusin", (event) => {
    const node = event.target.closest(".node");
    if (!node || !node.matches(":focus-visible")) return;
    const its = node.getBoundingClientRect(), room = box.getBoundingClientRect();
    if (its.right < room.left || its.left > room.right || its.bottom < room.top || its.top > room.bottom) centre(node);
    /* The browser may have scrolled what does not scroll. */
    box.scrollLeft = 0;
    box.scrollTop = 0;
  });
  begin();
  /* Paper holds all of it. */
  let before = null;
  window.addEventListener("beforeprint", () => { before = { ...view }; all(); });
  window.addEventListener("afterprint", () => { if (before) { Object.assign(view, before); show(); } });
  return { zoom, move, all, centre };
}
