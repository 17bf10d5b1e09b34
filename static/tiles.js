"use strict";
// Finds a medicine to tick among those in the page. Without this file the name is searched for when the page is sent.
(() => {
  const box = document.getElementById("id_typed");
  const rest = document.getElementById("rest");
  if (!box || !rest) return;
  const said = document.getElementById("found");
  const tiles = [...document.querySelectorAll("[data-names]")].map((tile) => ({ tile, names: tile.dataset.names.split("|"), tick: tile.querySelector("input") }));
  const last = () => box.value.split(/[,;\n]/).pop();
  const bare = (text) => text.normalize("NFKD").replace(/[^a-z ]/gi, "").trim().toLowerCase();

  // Letters to add, drop, change or swap with a neighbour, as the server counts them.
  const slips = (first, second) => {
    let above = [...Array(second.length + 1).keys()], before = [];
    for (let row = 1; row <= first.length; row += 1) {
      const now = [row];
      for (let column = 1; column <= second.length; column += 1) {
        let best = Math.min(above[column] + 1, now[column - 1] + 1, above[column - 1] + (first[row - 1] !== second[column - 1]));
        if (row > 1 && column > 1 && first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1]) best = Math.min(best, before[column - 2] + 1);
        now.push(best);
      }
      before = above;
      above = now;
    }
    return above[second.length];
  };
  const allowed = (name) => (name.length < 6 ? 1 : name.length < 10 ? 2 : 3);
  const begins = (names, text) => names.some((name) => name.split(" ").some((word, at, words) => words.slice(at).join(" ").startsWith(text)));
  const near = (names, text) => text.length > 3 && names.some((name) => [text, ...text.split(" ")].some((word) => slips(name, word) <= allowed(name)));

  const show = () => {
    const text = bare(last());
    const asked = text.length > 1;
    const sure = tiles.filter(({ names }) => asked && begins(names, text));
    const found = sure.length ? sure : tiles.filter(({ names }) => asked && near(names, text));
    tiles.forEach((each) => { each.tile.hidden = asked && found.length > 0 && !each.tick.checked && !found.includes(each); });
    rest.open = found.some(({ tile }) => rest.contains(tile));
    const words = !asked ? "" : found.length ? said.dataset.some : said.dataset.none;
    if (said.textContent !== words) said.textContent = words;
  };
  box.addEventListener("input", show);
  // What was found and ticked needs no name in the box any more.
  tiles.forEach(({ tick, names }) => tick.addEventListener("change", () => {
    const text = bare(last());
    if (!tick.checked || text.length < 2 || !(begins(names, text) || near(names, text))) return;
    box.value = box.value.split(/[,;\n]/).slice(0, -1).join(",");
    show();
  }));

  // What stood ticked is taken out only when the page is sent: who leaves without that is asked first.
  const form = box.form;
  let sending = false;
  form.addEventListener("submit", (event) => { sending = !event.defaultPrevented; });
  addEventListener("pageshow", () => { sending = false; });
  addEventListener("beforeunload", (event) => {
    if (!sending && tiles.some(({ tick }) => tick.defaultChecked && !tick.checked)) event.preventDefault();
  });
})();
