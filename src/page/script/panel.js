/* The panel beside the picture, and what falls when some things are gone. */
function explorer(words, engine, view) {
  const panel = document.getElementById("panel");
  const bar = document.getElementById("what-if");
  const places = new Map();
  document.querySelectorAll("details[data-thing]").forEach((place) => places.set(place.dataset.thing, place));
  const nodes = new Map();
  document.querySelectorAll("#picture-view .node[data-id]").forEach((node) => {
    const id = node.dataset.id;
    if (!nodes.has(id)) nodes.set(id, []);
    nodes.get(id).push(node);
  });
  /* Signs of people and others inside the boxes. */
  const badges = new Map();
  document.querySelectorAll("#picture-view [data-badge]").forEach((badge) => {
    const id = badge.dataset.badge;
    if (!badges.has(id)) badges.set(id, []);
    badges.get(id).push(badge);
  });
  const gone = [];
  let open = null, from = null;

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "class") made.className = value; else if (key === "type") made.type = value; else made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  };
  const button = (text, act, kind) => {
    const made = element("button", { type: "button", class: kind || "" }, text);
    made.addEventListener("click", act);
    return made;
  };
  /* The title of a thing, apart from the words around it. */
  const title = (id) => {
    const place = places.get(id);
    const written = place && place.querySelector("summary .title bdi");
    if (written) return written.cloneNode(true);
    const node = (nodes.get(id) || [])[0];
    const named = node && (node.querySelector("title") || node.querySelector("text"));
    return element("bdi", {}, (named && named.textContent.trim()) || id);
  };
  const list = (ids, most) => {
    const told = element("ul", { class: "things" });
    ids.slice(0, most).forEach((id) => {
      const link = element("a", { class: "to", href: "#thing-" + id }, title(id));
      told.append(element("li", {}, places.has(id) ? link : title(id)));
    });
    if (ids.length > most) told.append(element("li", { class: "more" }, `+ ${ids.length - most}`));
    return told;
  };

  const mark = () => {
    const now = engine ? engine.falls(gone) : { results: [], items: [], others: [], unnamed: 0 };
    const failed = new Set(gone), falls = new Set([...now.results, ...now.items, ...now.others]);
    for (const known of [nodes, badges, places]) {
      for (const [id, found] of known) {
        for (const each of [found].flat()) {
          each.classList.toggle("failed", failed.has(id));
          each.classList.toggle("falls", falls.has(id));
        }
      }
    }
    document.querySelectorAll("#picture-view [data-from][data-to]").forEach((line) => {
      const is = (id) => failed.has(id) || falls.has(id);
      line.classList.toggle("dims", is(line.dataset.from) || is(line.dataset.to));
    });
    return now;
  };
  const tell = () => {
    const now = mark();
    if (!bar) return;
    bar.replaceChildren();
    bar.hidden = gone.length === 0;
    if (gone.length === 0) return;
    const chips = element("p", { class: "gone" }, element("strong", {}, words.gone + ":"));
    gone.forEach((id) => {
      const chip = button("", () => toggle(id));
      chip.append(title(id), " ", element("span", { "aria-hidden": "true" }, "×"), element("span", { class: "hidden-words" }, words["take-back"]));
      chips.append(chip);
    });
    if (gone.length > 1) chips.append(button(words["take-back-all"], () => { gone.length = 0; tell(); renew(); }));
    bar.append(chips);
    const lost = now.results.length + now.unnamed;
    if (lost + now.items.length + now.others.length === 0) {
      bar.append(element("p", {}, words.nothing));
      return;
    }
    bar.append(element("p", {}, `${words.results}: ${lost} / ${engine.results}`));
    if (now.results.length > 0) bar.append(list(now.results, 12));
    if (now.unnamed > 0) bar.append(element("p", { class: "more" }, `${words.unnamed}: ${now.unnamed}`));
    if (now.items.length > 0) bar.append(element("p", {}, `${words.items}: ${now.items.length}`));
    if (now.others.length > 0) bar.append(element("p", {}, `${words.others}: ${now.others.length}`));
  };
  const toggle = (id) => {
    if (!engine || !engine.canFail(id)) return;
    const at = gone.indexOf(id);
    if (at < 0) gone.push(id); else gone.splice(at, 1);
    tell();
    renew();
  };
  /* The button says what it would do now. */
  const renew = () => {
    const act = panel && panel.querySelector(".act");
    if (!act || open === null) return;
    act.replaceChildren();
    if (!engine || !engine.has(open)) return;
    const isGone = gone.includes(open);
    if (engine.canFail(open)) act.append(button(isGone ? words["take-back"] : words["what-if"], () => toggle(open), isGone ? "" : "primary"));
    else if (engine.stands(open)) act.append(element("span", { class: "aside" }, words["nothing-more"]));
  };
  const close = () => {
    if (!panel || panel.hidden) return;
    panel.hidden = true;
    choose(null);
    if (from && from.isConnected) from.focus({ preventScroll: true });
  };
  const choose = (id) => {
    (nodes.get(open) || []).forEach((node) => node.classList.remove("chosen"));
    open = id;
    (nodes.get(open) || []).forEach((node) => node.classList.add("chosen"));
  };
  const show = (id, options = {}) => {
    if (!panel || !(places.has(id) || nodes.has(id) || badges.has(id))) return false;
    if (panel.hidden) from = document.activeElement;
    choose(id);
    const shut = button("×", close, "close");
    shut.setAttribute("aria-label", words.close);
    panel.replaceChildren(shut, element("h3", {}, title(id)), element("p", { class: "act" }));
    const about = places.get(id) && places.get(id).querySelector(".about-thing");
    if (about) panel.append(about.cloneNode(true));
    panel.hidden = false;
    panel.scrollTop = 0;
    renew();
    if (view && options.centre && nodes.has(id)) view.centre(nodes.get(id)[0]);
    if (options.focus) panel.focus({ preventScroll: true });
    return true;
  };

  nodes.forEach((group, id) => group.forEach((node) => {
    node.setAttribute("tabindex", "0");
    node.setAttribute("role", "button");
    node.addEventListener("click", () => show(id));
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      show(id, { focus: true });
    });
  }));
  badges.forEach((group, id) => group.forEach((badge) => badge.addEventListener("click", (event) => {
    if (show(id)) event.stopPropagation();
  })));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  /* A link inside the panel and the bar leads on in the panel. */
  [panel, bar].forEach((box) => box && box.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#thing-']");
    if (link && show(decodeURIComponent(link.hash.slice(7)), { centre: true, focus: true })) event.preventDefault();
  }));
  return { show, close, toggle, mark, gone, open: () => open, title, places, nodes, badges, clear: () => { gone.length = 0; tell(); renew(); } };
}
