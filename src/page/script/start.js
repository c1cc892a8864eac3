/* Puts it together once the page is there. What a served page adds finds it as `scfPage`. */
{
  const read = (id) => {
    const data = document.getElementById(id);
    return data ? JSON.parse(data.textContent) : null;
  };
  document.documentElement.classList.add("script");
  const words = read("words");
  const data = read("data");
  const engine = data ? evaluator(data) : null;
  const view = pictureView(document.getElementById("picture-view"));
  const explore = explorer(words, engine, view);
  finder(words, explore);
  const press = (id, act) => {
    const button = document.getElementById(id);
    if (button && view) button.addEventListener("click", act);
  };
  press("zoom-in", () => view.zoom(0.75));
  press("zoom-out", () => view.zoom(1 / 0.75));
  press("zoom-all", () => view.all());

  /* A link to a thing opens it. */
  const unfold = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const place = id.startsWith("thing-") ? document.getElementById(id) : null;
    if (place) { place.open = true; place.scrollIntoView({ block: "start" }); }
  };
  window.addEventListener("hashchange", unfold);
  unfold();

  /* What is folded and cannot be unfolded on paper: what the numbers mean, and what was accepted. */
  const folded = () => [...document.querySelectorAll("details.legend, details.accepted")];
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = folded().filter((each) => !each.open);
    opened.forEach((each) => { each.open = true; });
  });
  window.addEventListener("afterprint", () => opened.forEach((each) => { each.open = false; }));

  /* The list of sections shows where one is. */
  const links = new Map([...document.querySelectorAll("nav.sections a")].map((link) => [link.hash.slice(1), link]));
  const sections = [...links.keys()].map((id) => document.getElementById(id)).filter((section) => section);
  if ("IntersectionObserver" in window) {
    const seen = new IntersectionObserver((entries) => {
      entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
        links.forEach((link, id) => {
          if (id === entry.target.id) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
        });
      });
    }, { rootMargin: "-20% 0px -70% 0px" });
    sections.forEach((section) => seen.observe(section));
  }
  window.scfPage = { words, engine, view, explore };
}
