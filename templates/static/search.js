// Search. It fetches the few parts of the index that a query needs, as scripts, so that it also works from a folder.
// What is found is inserted as text, never as markup. How the index is made: sfwgen/plan/search/index.py.
(function () {
  "use strict";
  const place = document.getElementById("search");
  if (!place) return;
  const part = (id) => document.getElementById(id);
  const form = place.querySelector("form");
  const box = part("_q");
  const filters = [...form.querySelectorAll("select")];
  const words = place.dataset;
  const chinese = document.documentElement.lang.startsWith("zh");

  // --- Letters, as in sfwgen/plan/search/letters.py ---------------------------------------------------------

  const HAN = "\\u3005\\u3007\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3fffd}";
  const LETTER = "0-9a-z\\u00aa\\u00b5\\u00ba\\u00df-\\u00f6\\u00f8-\\u024f\\u0370-\\u1fff\\u3041-\\u3096\\u30a1-\\u30fa\\uac00-\\ud7a3";
  const ONE_HAN = new RegExp(`^[${HAN}]$`, "u");
  const ONE_LETTER = new RegExp(`^[${LETTER}]$`, "u");
  const isHan = (character) => ONE_HAN.test(character);
  const isLetter = (character) => ONE_LETTER.test(character);
  const isDigit = (character) => character >= "0" && character <= "9";

  const folded = new Map();
  function foldCharacter(character) {
    if (!folded.has(character)) {
      const small = character.normalize("NFKC").toLowerCase();
      folded.set(character, [...small].length === 1 ? small : character);
    }
    return folded.get(character);
  }

  // The characters of a text as search compares them; places count characters, as in the index.
  const fold = (text) => [...text].map(foldCharacter);

  // Whether the point or comma at a place belongs to a number: 8.4 and 84,000 are one word each.
  function isInner(letters, at) {
    if (!isDigit(letters[at - 1] || "")) return false;
    const digits = (from, to) => letters.slice(from, to).filter(isDigit).length;
    if (letters[at] === ".") return digits(at + 1, at + 2) === 1;
    return letters[at] === "," && digits(at + 1, at + 4) === 3 && digits(at + 4, at + 5) === 0;
  }

  // Cuts letters into runs of one kind: Han ("h"), words ("w"), and what is looked for in no list ("").
  function cut(letters) {
    const runs = [];
    letters.forEach((letter, at) => {
      const kind = isHan(letter) ? "h" : isLetter(letter) || isInner(letters, at) ? "w" : "";
      const last = runs[runs.length - 1];
      if (last && last.kind === kind) last.end = at + 1;
      else runs.push({ kind, start: at, end: at + 1 });
    });
    return runs.map((run) => ({ ...run, text: letters.slice(run.start, run.end).join("") }));
  }

  const wordKey = (word) => word.replace(/,/g, "");

  // --- The index --------------------------------------------------------------------------------------------

  const arrived = {};
  const loading = {};
  const folder = words.index.replace(/[^/]*$/, "");
  window.sfwSearch = (name, value) => {
    arrived[name] = value;
  };

  // Gives the value of a part, fetched at most once; one that did not arrive is asked for anew next time.
  function load(name, read) {
    loading[name] = loading[name] || new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const fail = () => {
        delete loading[name];
        script.remove();
        reject(new Error(name));
      };
      script.onerror = fail;
      script.onload = () => {
        if (!(name in arrived)) return fail();
        script.remove();
        resolve(read(arrived[name]));
        delete arrived[name];
      };
      script.src = `${folder}${name}.js`;
      document.head.append(script);
    });
    return loading[name];
  }

  const VALUES = new Uint8Array(128);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((digit, value) => {
    VALUES[digit.charCodeAt(0)] = value;
  });

  function readNumbers(text) {
    const numbers = [];
    let number = 0;
    let scale = 1;
    for (let at = 0; at < text.length; at += 1) {
      const value = VALUES[text.charCodeAt(at)];
      number += (value & 31) * scale;
      scale *= 32;
      if (value < 32) {
        numbers.push(number);
        number = 0;
        scale = 1;
      }
    }
    return numbers;
  }

  // Rising numbers from the first of them and the gaps after it.
  function readRising(text) {
    const numbers = readNumbers(text);
    for (let at = 1; at < numbers.length; at += 1) numbers[at] += numbers[at - 1];
    return numbers;
  }

  const loadHead = () => load("head", (head) => {
    const lengths = readNumbers(head.lengths);
    const titles = readNumbers(head.titles);
    const starts = new Float64Array(lengths.length + 1);
    const titleEnds = new Float64Array(lengths.length);
    lengths.forEach((length, number) => {
      starts[number + 1] = starts[number] + length;
      titleEnds[number] = starts[number] + titles[number];
    });
    const lists = head.lists ? head.lists.split(" ") : [];
    return { count: lengths.length, starts, titleEnds, filters: head.filters, lists, texts: readRising(head.texts) };
  });

  // The last of some rising values that is not above this one.
  function find(values, value) {
    let low = 0;
    let high = values.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (values[middle] <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  const loadLists = (at) => load(`l${at}`, (text) => text);

  // The list of a key in a part: keys and lists stand in turn, a blank between them.
  function listIn(text, key) {
    const at = text.startsWith(`${key} `) ? 0 : text.indexOf(` ${key} `) + 1;
    if (!at && !text.startsWith(`${key} `)) return [];
    const start = at + key.length + 1;
    const end = text.indexOf(" ", start);
    return readRising(text.slice(start, end < 0 ? text.length : end));
  }

  async function listOf(head, key) {
    return head.lists.length ? listIn(await loadLists(find(head.lists, key)), key) : [];
  }

  async function listsFrom(head, prefix) {
    const parts = [];
    const from = find(head.lists, prefix);
    for (let at = from; at < head.lists.length; at += 1) {
      if (at > from && !head.lists[at].startsWith(prefix)) break;
      parts.push(loadLists(at));
    }
    const found = [];
    (await Promise.all(parts)).forEach((text) => {
      const pieces = text.split(" ");
      for (let at = 0; at < pieces.length; at += 2) {
        if (pieces[at].startsWith(prefix)) found.push(readRising(pieces[at + 1]));
      }
    });
    return found;
  }

  async function loadText(head, number) {
    const at = find(head.texts, number);
    return (await load(`t${at}`, (texts) => texts))[number - head.texts[at]];
  }

  // --- Finding ----------------------------------------------------------------------------------------------

  const AT_ONCE = 4;
  const FEW = 10;
  const TEXT = 1;
  const TITLE = 2;

  // What the parts of a query ask of a text, all of which has to hold: a phrase stands in it exactly so, a word or a
  // single character somewhere. A word is found by its beginning, unless Han follows at once; a number is not.
  function readQuery(query) {
    const letters = fold(query);
    const runs = cut(letters);
    const asked = [];
    runs.forEach((run, at) => {
      const before = runs[at - 1] || { kind: "" };
      const after = runs[at + 1] || { kind: "" };
      if (run.kind === "w") {
        const begins = after.kind !== "h" && run.text.length > 1 && !/^[0-9.,]+$/.test(run.text);
        asked.push({ kind: begins ? "beginning" : "word", text: wordKey(run.text) });
      } else if (run.kind === "h") {
        const start = run.start - (before.kind === "w" ? 1 : 0);
        const end = run.end + (after.kind === "w" ? 1 : 0);
        const phrase = letters.slice(start, end);
        asked.push(phrase.length > 1 ? { kind: "phrase", letters: phrase } : { kind: "word", text: run.text });
      }
    });
    return asked;
  }

  // Every second pair of a phrase, and the last one: together they hold all of its characters.
  function pairsOf(letters) {
    const pairs = [];
    for (let at = 0; at + 1 < letters.length; at += 2) pairs.push({ at, key: letters[at] + letters[at + 1] });
    if (letters.length % 2) pairs.push({ at: letters.length - 2, key: letters.slice(-2).join("") });
    return pairs;
  }

  // Those of the starts at which another list has a place `at` characters on; both rise.
  function meet(starts, list, at) {
    const both = [];
    let other = 0;
    starts.forEach((start) => {
      while (other < list.length && list[other] < start + at) other += 1;
      if (list[other] === start + at) both.push(start);
    });
    return both;
  }

  // The places at which a phrase starts. A long one that is left with few places is looked up in their texts.
  async function startsOf(head, letters) {
    const pairs = pairsOf(letters);
    let starts = null;
    while (pairs.length && (starts === null || starts.length > FEW)) {
      const some = pairs.splice(0, AT_ONCE);
      const lists = await Promise.all(some.map((pair) => listOf(head, pair.key)));
      some.forEach((pair, each) => {
        starts = starts === null ? lists[each] : meet(starts, lists[each], pair.at);
      });
    }
    if (!pairs.length) return starts;
    const holds = await Promise.all(starts.map(async (start) => {
      const number = find(head.starts, start);
      const text = await loadText(head, number);
      const from = start - head.starts[number];
      return fold(wholeOf(text)).slice(from, from + letters.length).join("") === letters.join("");
    }));
    return starts.filter((start, each) => holds[each]);
  }

  const wholeOf = (text) => `${text.title.join("")}\n${text.text}`;

  // For each text whether it holds what is asked, and whether its title does.
  async function findOne(head, asked) {
    const found = new Uint8Array(head.count);
    if (asked.kind === "phrase") {
      let number = 0;
      (await startsOf(head, asked.letters)).forEach((start) => {
        while (head.starts[number + 1] <= start) number += 1;
        found[number] = Math.max(found[number], start < head.titleEnds[number] ? TITLE : TEXT);
      });
      return found;
    }
    const lists = asked.kind === "word" ? [await listOf(head, asked.text)] : await listsFrom(head, asked.text);
    lists.forEach((list) => list.forEach((each) => {
      const number = Math.floor(each / 2);
      found[number] = Math.max(found[number], each % 2 ? TITLE : TEXT);
    }));
    return found;
  }

  // For each text whether it has a value of a filter.
  function findKept(head, name, value) {
    const kept = new Uint8Array(head.count);
    const column = head.filters[name];
    const wanted = column ? column.values.indexOf(value) : -1;
    const numbers = column ? readNumbers(column.of) : [];
    for (let at = 0, number = 0; at < numbers.length; number += 1) {
      for (const end = at + numbers[at]; at < end;) {
        at += 1;
        if (numbers[at] === wanted) kept[number] = TEXT;
      }
      at += 1;
    }
    return kept;
  }

  // The numbers of the texts that hold all that is asked and pass the filters: more of it in the title first.
  async function search(head, asked, wanted) {
    const held = await Promise.all(asked.map((one) => findOne(head, one)));
    const all = [...held, ...wanted.map((filter) => findKept(head, filter.name, filter.value))];
    const byTitle = [...asked.map(() => []), []];
    for (let number = 0; number < head.count; number += 1) {
      if (all.every((found) => found[number])) byTitle[held.filter((found) => found[number] === TITLE).length].push(number);
    }
    return byTitle.reverse().flat();
  }

  // --- Showing ----------------------------------------------------------------------------------------------

  const PAGE = 10;
  const BEFORE = chinese ? 24 : 60;
  const LENGTH = chinese ? 90 : 220;
  const CUT = chinese ? "……" : "… ";
  // Whether a sentence or a block of text ends with the character at a place.
  const endsAt = (characters, at) => /[。！？；\n]/.test(characters[at]) ||
    (/[.!?;]/.test(characters[at]) && characters[at + 1] === " ");

  // The stretches of a text that were asked for: [start, end) in characters, in order, none over another.
  function hitsIn(letters, asked) {
    const hits = [];
    const runs = cut(letters);
    asked.forEach((one) => {
      const sought = one.letters || [one.text];
      if (one.kind === "phrase" || isHan(one.text)) {
        letters.forEach((letter, at) => {
          if (sought.every((each, on) => letters[at + on] === each)) hits.push([at, at + sought.length]);
        });
        return;
      }
      runs.filter((run) => run.kind === "w").forEach((run) => {
        const key = wordKey(run.text);
        if (one.kind === "word" ? key === one.text : key.startsWith(one.text)) hits.push([run.start, run.end]);
      });
    });
    hits.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    const joined = [];
    hits.forEach((hit) => {
      const last = joined[joined.length - 1];
      if (last && hit[0] <= last[1]) last[1] = Math.max(last[1], hit[1]);
      else joined.push([...hit]);
    });
    return joined;
  }

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

  // A piece of the text around its first hit.
  function excerpt(text, asked) {
    const characters = [...text];
    const hits = hitsIn(fold(text), asked);
    const first = hits[0] || [0, 0];
    const start = excerptStart(characters, first[0]);
    const end = excerptEnd(characters, start, first[1]);
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

  // Adds the next results; the first of them takes the focus if a reader asked for more.
  async function addRows(state, focus) {
    const numbers = state.numbers.slice(state.shown, state.shown + PAGE);
    const texts = await Promise.all(numbers.map((number) => loadText(state.head, number)));
    if (state !== current) return;
    const rows = texts.map((text) => row(text, state.asked));
    part("results").append(...rows);
    state.shown += rows.length;
    show("more", state.shown < state.numbers.length);
    if (focus && rows.length) rows[0].querySelector("a").focus();
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

  async function run() {
    const { query, wanted } = given();
    clear();
    const asked = readQuery(query);
    if (query && !asked.length) return told([], query);
    if (!asked.length && !wanted.length) return null;
    const state = (current = { asked, shown: 0, numbers: [], head: null });
    const wait = setTimeout(() => {
      if (state === current) part("count").textContent = words.busy;
    }, 400);
    try {
      state.head = await loadHead();
      state.numbers = await search(state.head, asked, wanted);
      if (state !== current) return null;
      told(state.numbers, query);
      await addRows(state, false);
    } catch (error) {
      if (state !== current) return null;
      clear();
      fault(words.failed);
    } finally {
      clearTimeout(wait);
    }
    return null;
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

  function writeAddress() {
    const asked = new URLSearchParams();
    [box, ...filters].forEach((each) => {
      if (each.value.trim()) asked.set(each.name, each.value.trim());
    });
    const address = location.pathname + (String(asked) && `?${asked}`);
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    writeAddress();
    const { query, wanted } = given();
    run();
    if (query || wanted.length) return;
    fault(words.empty);
    box.focus();
  });
  filters.forEach((each) => each.addEventListener("change", () => {
    writeAddress();
    run();
  }));
  window.addEventListener("popstate", () => {
    readAddress();
    run();
  });

  const more = element("button", "", words.more);
  more.type = "button";
  more.addEventListener("click", () => addRows(current, true).catch(() => fault(words.failed)));
  part("more").append(more);
  // Who is about to type will need it.
  box.addEventListener("focus", () => loadHead().catch(() => {}), { once: true });
  const chooser = form.querySelector("[hidden]:not(.fault)");
  if (chooser) chooser.hidden = false;
  readAddress();
  run();
})();
