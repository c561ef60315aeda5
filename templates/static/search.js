// The search page: asks the index (search-index.js) and shows what it finds. It is inserted as text, never as markup.
(function () {
  "use strict";
  const place = document.getElementById("search");
  if (!place || !window.sfwIndex) return;
  const { fold, readQuery, loadHead, loadText, search, hitsIn } = window.sfwIndex;
  const part = (id) => document.getElementById(id);
  const form = place.querySelector("form");
  const box = part("_q");
  const filters = [...form.querySelectorAll("select")];
  const words = place.dataset;
  const chinese = document.documentElement.lang.startsWith("zh");

  // --- Showing ----------------------------------------------------------------------------------------------

  const PAGE = 10;
  const SOON = 3;
  const LATE = 200;
  const BEFORE = chinese ? 24 : 60;
  const LENGTH = chinese ? 90 : 220;
  const MARGIN = 2 * LENGTH;
  const TRIES = 5;
  const CUT = chinese ? "……" : "… ";
  // Whether a sentence or a block of text ends with the character at a place.
  const endsAt = (characters, at) => /[。！？；\n]/.test(characters[at]) ||
    (/[.!?;]/.test(characters[at]) && characters[at + 1] === " ");

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  // Characters as nodes, the hits among them marked. `breaks` are places at which a heading may break.
  function marked(characters, hits, breaks = []) {
    const nodes = [];
    const edges = [0, characters.length, ...breaks];
    hits.forEach((hit) => edges.push(...hit));
    const cuts = [...new Set(edges.map((edge) => Math.min(Math.max(edge, 0), characters.length)))];
    cuts.sort((one, other) => one - other);
    cuts.slice(0, -1).forEach((start, at) => {
      const text = characters.slice(start, cuts[at + 1]).join("");
      if (breaks.includes(start)) nodes.push(document.createElement("wbr"));
      nodes.push(hits.some((hit) => hit[0] <= start && start < hit[1]) ? element("mark", "", text) : text);
    });
    return nodes;
  }

  // Where an excerpt starts that shows this place: with its sentence, else with a word, if either is near.
  function excerptStart(characters, place) {
    const near = Math.max(0, place - BEFORE);
    for (let at = near; at < place; at += 1) {
      if (at && !/\s/.test(characters[at]) && endsAt(characters, at - 1 - (characters[at - 1] === " "))) return at;
    }
    for (let at = near; at < place && near; at += 1) if (characters[at] === " ") return at + 1;
    return near;
  }

  // Where it ends: not within a word.
  function excerptEnd(characters, start, least) {
    const end = Math.max(start + LENGTH, least);
    if (end >= characters.length) return characters.length;
    const space = chinese ? -1 : characters.lastIndexOf(" ", end);
    return space >= least && space > start ? space : end;
  }

  // The part of a text that an excerpt may come from, with the hits in it. To fold a whole text takes time on a slow
  // phone, so the first hit is looked for in it as it stands; only if that fails is all of it folded.
  function around(text, asked) {
    if (!asked.length) return { characters: [...text.slice(0, LENGTH + MARGIN)], hits: [] };
    const small = text.toLowerCase();
    const sought = asked.map((one) => (one.letters ? one.letters.join("") : one.text));
    let from = 0;
    for (let tries = 0; tries < TRIES && small.length === text.length; tries += 1) {
      const places = sought.map((each) => small.indexOf(each, from)).filter((at) => at >= 0);
      if (!places.length) break;
      const place = Math.min(...places);
      const start = Math.max(0, place - MARGIN);
      const characters = [...text.slice(start, place + LENGTH + MARGIN)];
      // What begins where the part does may be the end of a longer word.
      const hits = hitsIn(fold(characters), asked).filter((hit) => hit[0] || !start);
      if (hits.length) return { characters, hits };
      from = place + 1;
    }
    const characters = [...text];
    return { characters, hits: hitsIn(fold(characters), asked) };
  }

  // A piece of the text around its first hit.
  function excerpt(text, asked) {
    const { characters, hits } = around(text, asked);
    const first = hits[0] || [0, 0];
    const start = excerptStart(characters, first[0]);
    const stop = excerptEnd(characters, start, first[1]);
    const over = hits.find((hit) => hit[0] < stop && hit[1] > stop);
    const end = over ? over[1] : stop;
    const inside = hits.filter((hit) => hit[0] < end).map((hit) => [hit[0] - start, Math.min(hit[1], end) - start]);
    const line = characters.slice(start, end).map((each, at) => {
      if (each !== "\n") return each;
      return !chinese ? " " : endsAt(characters, start + at - 1) ? "" : "\u3000";
    });
    const whole = !start || endsAt(characters, start - 1 - (characters[start - 1] === " "));
    return [...(whole ? [] : [CUT]), ...marked(line, inside), ...(end < characters.length ? [CUT.trim()] : [])];
  }

  function row(text, asked) {
    const breaks = [];
    text.title.slice(0, -1).reduce((at, piece) => {
      breaks.push(at + [...piece].length);
      return at + [...piece].length;
    }, 0);
    const title = text.title.join("");
    const link = element("a", "", ...marked([...title], hitsIn(fold(title), asked), breaks));
    link.href = text.href;
    const about = element("p", "meta parts");
    text.about.forEach((each) => about.append(element("span", "", each), " "));
    const quoted = element("p", "", ...excerpt(text.text, asked));
    if (text.tag) link.lang = quoted.lang = text.tag;
    return element("li", "row", about, element("h3", "", link), quoted);
  }

  const show = (id, shown) => {
    part(id).hidden = !shown;
  };
  // The number first: what was typed may hold the sign that stands for it.
  const fill = (text, count, query) => text.split("%n").join(count).split("%q").join(query);

  function fault(message) {
    part("fault").textContent = message;
    show("fault", message);
    if (message) {
      box.setAttribute("aria-invalid", "true");
      box.setAttribute("aria-describedby", "fault");
    } else {
      box.removeAttribute("aria-invalid");
      box.removeAttribute("aria-describedby");
    }
  }

  // Adds the next results, the first few as soon as they can stand; the first takes the focus if more were asked for.
  async function addRows(state, focus) {
    const until = Math.min(state.shown + PAGE, state.numbers.length);
    show("more", false);
    while (state.shown < until) {
      const numbers = state.numbers.slice(state.shown, Math.min(until, state.shown % PAGE ? until : state.shown + SOON));
      const texts = await Promise.all(numbers.map((number) => loadText(state.head, number)));
      if (state !== current) return;
      const rows = texts.map((text) => row(text, state.asked));
      tell(state);
      part("results").append(...rows);
      keep(state);
      if (focus && !(state.shown % PAGE)) rows[0].querySelector("a").focus();
      state.shown += rows.length;
    }
    show("more", state.shown < state.numbers.length);
  }

  let current = null;

  // What is asked for: the words, and the filters that are set.
  const given = () => ({
    query: box.value.trim(),
    wanted: filters.filter((each) => each.value),
  });

  function clear() {
    current = null;
    fault("");
    part("count").textContent = "";
    part("results").textContent = "";
    ["none", "found", "results", "more"].forEach((id) => show(id, false));
    show("newest", true);
  }

  // Searches for what is given; once the first results stand, the address is made to say so.
  async function run(address = "") {
    const { query, wanted } = given();
    clear();
    const asked = readQuery(query);
    if (!asked.length && (query || !wanted.length)) {
      keep({ address });
      return query ? told([], query) : null;
    }
    const state = (current = { asked, query, shown: 0, numbers: [], head: null, address, told: false });
    state.wait = setTimeout(() => {
      if (state === current) part("count").textContent = words.busy;
    }, 400);
    try {
      state.head = await loadHead();
      state.numbers = await search(state.head, asked, wanted);
      if (state !== current) return null;
      clearTimeout(state.wait);
      state.wait = setTimeout(tell, LATE, state);
      if (!state.numbers.length) tell(state);
      await addRows(state, false);
      keep(state);
    } catch (error) {
      if (state !== current) return null;
      clear();
      fault(words.failed);
      keep(state);
    } finally {
      clearTimeout(state.wait);
    }
    return null;
  }

  // Says how many there are: with the first rows, so that the page is laid out once, or before them on a slow line.
  function tell(state) {
    clearTimeout(state.wait);
    if (state !== current || state.told) return;
    state.told = true;
    told(state.numbers, state.query);
  }

  function told(numbers, query) {
    const count = numbers.length;
    show("newest", false);
    show("found", count);
    show("results", count);
    show("none", !count);
    const form = query ? (count === 1 ? words.countOne : words.count) : count === 1 ? words.keptOne : words.kept;
    part("count").textContent = count || !query ? fill(form, count, query) : fill(words.none, count, query);
  }

  // --- The page ---------------------------------------------------------------------------------------------

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    box.value = (asked.get("q") || "").slice(0, box.maxLength);
    filters.forEach((each) => {
      const value = asked.get(each.name) || "";
      each.value = [...each.options].some((option) => option.value === value) ? value : "";
    });
  }

  function addressOfGiven() {
    const asked = new URLSearchParams();
    [box, ...filters].forEach((each) => {
      if (each.value.trim()) asked.set(each.name, each.value.trim());
    });
    return location.pathname + (String(asked) && `?${asked}`);
  }

  // A browser takes a while for this, so the results come first.
  function keep(state) {
    const { address } = state;
    state.address = "";
    if (!address || address === location.pathname + location.search) return;
    setTimeout(() => history.pushState(null, "", address));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { query, wanted } = given();
    run(addressOfGiven());
    if (query || wanted.length) return;
    fault(words.empty);
    box.focus();
  });
  filters.forEach((each) => each.addEventListener("change", () => run(addressOfGiven())));
  window.addEventListener("popstate", () => {
    readAddress();
    run();
  });

  const more = element("button", "", words.more);
  more.type = "button";
  more.addEventListener("click", () => addRows(current, true).catch(() => fault(words.failed)));
  part("more").append(more);
  // Whoever came here will need it.
  loadHead().catch(() => {});
  const chooser = form.querySelector("[hidden]:not(.fault)");
  if (chooser) chooser.hidden = false;
  readAddress();
  run();
})();
