/* Finding things by title or id. */
function finder(words, explore) {
  const input = document.getElementById("search");
  const found = document.getElementById("search-found");
  const status = document.getElementById("found");
  if (!input || !found) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const ids = [...new Set([...explore.places.keys(), ...explore.nodes.keys()])];
  const things = ids.map((id) => {
    const title = explore.title(id);
    return { id, title, text: plain(title.textContent + " " + id) };
  });
  let hits = [], at = -1;

  const close = () => {
    found.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (place) => {
    at = place;
    [...found.children].forEach((entry, index) => entry.setAttribute("aria-selected", String(index === at)));
    const entry = found.children[at];
    if (!entry) return;
    input.setAttribute("aria-activedescendant", entry.id);
    entry.scrollIntoView({ block: "nearest" });
  };
  const take = (place) => {
    const hit = hits[place];
    if (!hit) return;
    close();
    explore.show(hit.id, { centre: true, focus: true });
  };
  const look = () => {
    const asked = plain(input.value.trim()).split(/\s+/).filter((word) => word);
    if (asked.length === 0) { hits = []; close(); status.textContent = ""; return; }
    hits = things.filter((thing) => asked.every((word) => thing.text.includes(word)));
    const count = hits.length;
    hits.sort((a, b) => Number(b.text.startsWith(asked[0])) - Number(a.text.startsWith(asked[0])));
    hits = hits.slice(0, 12);
    found.replaceChildren(...hits.map((hit, index) => {
      const entry = document.createElement("li");
      entry.id = "search-hit-" + index;
      entry.setAttribute("role", "option");
      const kind = document.createElement("span");
      kind.className = "kind";
      kind.textContent = " " + hit.id;
      entry.append(hit.title.cloneNode(true), kind);
      entry.addEventListener("pointerdown", (event) => { event.preventDefault(); take(index); });
      return entry;
    }));
    found.hidden = count === 0;
    input.setAttribute("aria-expanded", String(count > 0));
    status.textContent = count > 0 ? `${words.found}: ${count}` : words["not-found"];
    if (count > 0) choose(0);
  };
  input.addEventListener("input", look);
  input.addEventListener("focus", look);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (found.hidden) look();
      if (hits.length > 0) choose((at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(at);
    } else if (event.key === "Escape" && !found.hidden) {
      event.stopPropagation();
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    const writes = event.target.closest && event.target.closest("input, textarea, select");
    if (event.key === "/" && !writes && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    }
  });
}
