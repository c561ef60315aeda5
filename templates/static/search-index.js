// The search index: which texts hold what is asked for. It fetches the few parts that a query needs, as scripts, so
// that it also works from a folder. How the index is made: sfwgen/plan/search/index.py. search.js shows what is found.
(function () {
  "use strict";
  const place = document.getElementById("search");
  if (!place) return;

  // --- Letters, as in sfwgen/plan/search/letters.py ---------------------------------------------------------

  const HAN = "\\u3005\\u3007\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3fffd}";
  const LETTER = "0-9a-z\\u00aa\\u00b5\\u00ba\\u00df-\\u00f6\\u00f8-\\u024f\\u0370-\\u1fff\\u3041-\\u3096\\u30a1-\\u30fa\\uac00-\\ud7a3";
  const ONE_HAN = new RegExp(`^[${HAN}]$`, "u");
  const ONE_LETTER = new RegExp(`^[${LETTER}]$`, "u");
  const kinds = new Map();
  // Of what kind of run a character is: Han ("h"), words ("w") or none (""). Worked out once for each.
  function kindOf(character) {
    if (!kinds.has(character)) {
      kinds.set(character, ONE_HAN.test(character) ? "h" : ONE_LETTER.test(character) ? "w" : "");
    }
    return kinds.get(character);
  }
  const isHan = (character) => kindOf(character) === "h";
  const isDigit = (character) => character >= "0" && character <= "9";

  const folded = new Map();
  function foldCharacter(character) {
    let found = folded.get(character);
    if (found === undefined) {
      const small = character.normalize("NFKC").toLowerCase();
      found = [...small].length === 1 ? small : character;
      folded.set(character, found);
    }
    return found;
  }

  // The characters of a text as search compares them; places count characters, as in the index.
  const fold = (text) => Array.from(text, foldCharacter);

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
      const kind = kindOf(letter) || ((letter === "." || letter === ",") && isInner(letters, at) ? "w" : "");
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
  const first = place.dataset.index;
  const folder = first.replace(/[^/]*$/, "");
  window.sfwSearch = (name, value) => {
    arrived[name] = value;
  };

  // Gives the value of a part, fetched at most once; one that did not arrive is asked for anew next time.
  function load(name, address, read) {
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
      script.src = address;
      document.head.append(script);
    });
    return loading[name];
  }

  const VALUES = new Uint8Array(128);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((digit, value) => {
    VALUES[digit.charCodeAt(0)] = value;
  });

  function readNumbers(text) {
    const numbers = new Uint32Array(text.length);
    let count = 0;
    let number = 0;
    let scale = 1;
    for (let at = 0; at < text.length; at += 1) {
      const value = VALUES[text.charCodeAt(at)];
      number += (value & 31) * scale;
      scale *= 32;
      if (value < 32) {
        numbers[count] = number;
        count += 1;
        number = 0;
        scale = 1;
      }
    }
    return numbers.subarray(0, count);
  }

  // Rising numbers from the first of them and the gaps after it.
  function readRising(text) {
    const numbers = readNumbers(text);
    for (let at = 1; at < numbers.length; at += 1) numbers[at] += numbers[at - 1];
    return numbers;
  }

  const BLOCK = 128;
  const SHELVES = 4096;
  const TEXTS = 4;
  const DIGEST = 4;

  // A part by its kind and number. The head knows what its file is called.
  function loadPart(head, kind, at, read = (value) => value) {
    const digest = head.parts[kind].slice(at * DIGEST, (at + 1) * DIGEST);
    return load(kind + at, `${folder}${kind}${at}-${digest}.js`, read);
  }

  const loadHead = () => load("head", first, (head) => {
    const lengths = readNumbers(head.lengths);
    const titles = readNumbers(head.titles);
    const starts = new Float64Array(lengths.length + 1);
    const titleEnds = new Float64Array(lengths.length);
    lengths.forEach((length, number) => {
      starts[number + 1] = starts[number] + length;
      titleEnds[number] = starts[number] + titles[number];
    });
    const words = head.words ? head.words.split(" ") : [];
    return { count: lengths.length, starts, titleEnds, words, parts: head.parts };
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

  // --- Pairs: places of two characters ----------------------------------------------------------------------

  async function placesOf(head, pair) {
    const [one, other] = pair;
    const shelf = (one.codePointAt(0) * 130 + other.codePointAt(0)) % SHELVES;
    const files = head.parts.p.length / DIGEST;
    return files ? readPlaces(head, await loadPart(head, "p", shelf % files), ` ${pair}`) : [];
  }

  // A file has the pairs of each block, a bar between the blocks; after a pair its places, as codes of one width or,
  // if they are many, as gaps.
  function readPlaces(head, text, sought) {
    const places = [];
    let block = 0;
    let bar = text.indexOf("|");
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
      for (; bar >= 0 && bar < at; bar = text.indexOf("|", bar + 1)) block += 1;
      const start = head.starts[block * BLOCK];
      const width = head.starts[Math.min((block + 1) * BLOCK, head.count)] - start > 64 ** 3 ? 4 : 3;
      const first = at + sought.length;
      const blank = text.indexOf(" ", first);
      const last = Math.min(blank < 0 ? text.length : blank, bar < 0 ? text.length : bar);
      if (text[first] === "~") readRising(text.slice(first + 1, last)).forEach((place) => places.push(start + place));
      for (let digit = first; digit < last && text[first] !== "~"; digit += width) {
        let number = 0;
        for (let on = digit; on < digit + width; on += 1) number = number * 64 + VALUES[text.charCodeAt(on)];
        places.push(start + number);
      }
    }
    return places;
  }

  // --- Words ------------------------------------------------------------------------------------------------

  const TEXT = 1;
  const TITLE = 2;

  // A file has words in order, a bar before each, a blank after it, then for each block its number, how many texts
  // of it hold the word, and which: twice their numbers, plus one where the title does. Notes them among those found.
  function noteTexts(told, found) {
    const numbers = readNumbers(told);
    for (let at = 0; at < numbers.length;) {
      let number = numbers[at] * BLOCK * 2;
      const end = at + 2 + numbers[at + 1];
      for (at += 2; at < end; at += 1) {
        number += numbers[at];
        const held = number % 2 ? TITLE : TEXT;
        if (found[number >>> 1] < held) found[number >>> 1] = held;
      }
    }
  }

  function toldOf(text, word) {
    const at = text.indexOf(`|${word} `);
    return at < 0 ? "" : toldAt(text, at);
  }

  function toldAt(text, at) {
    const end = text.indexOf("|", at + 1);
    return text.slice(text.indexOf(" ", at) + 1, end < 0 ? text.length : end);
  }

  async function noteWord(head, word, found) {
    if (head.words.length) noteTexts(toldOf(await loadPart(head, "w", find(head.words, word)), word), found);
  }

  async function noteBeginning(head, beginning, found) {
    const parts = [];
    const from = find(head.words, beginning);
    for (let at = from; at < head.words.length; at += 1) {
      if (at > from && !head.words[at].startsWith(beginning)) break;
      parts.push(loadPart(head, "w", at));
    }
    (await Promise.all(parts)).forEach((text) => {
      for (let at = text.indexOf(`|${beginning}`); at >= 0; at = text.indexOf(`|${beginning}`, at + 1)) {
        noteTexts(toldAt(text, at), found);
      }
    });
  }

  // --- Texts ------------------------------------------------------------------------------------------------

  async function loadText(head, number) {
    return (await loadPart(head, "t", Math.floor(number / TEXTS)))[number % TEXTS];
  }

  // --- Finding ----------------------------------------------------------------------------------------------

  const AT_ONCE = 4;
  const FEW = 10;

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
      const lists = await Promise.all(some.map((pair) => placesOf(head, pair.key)));
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
    await (asked.kind === "word" ? noteWord : noteBeginning)(head, asked.text, found);
    return found;
  }

  // For each text whether it has a value of a filter.
  async function findKept(head, name, value) {
    const kept = new Uint8Array(head.count);
    const column = (await loadPart(head, "f", 0))[name];
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

  // Takes from what is asked as much as can be answered with few lists; the longest stand first.
  function takeSome(asked) {
    const some = [];
    for (let lists = 0; asked.length && lists < AT_ONCE;) {
      some.push(asked.shift());
      lists += Math.ceil((some[some.length - 1].letters || [0, 0]).length / 2);
    }
    return some;
  }

  // The numbers of the texts that hold all that is asked and pass the filters: more of it in the title first. When
  // few are left, the rest of what is asked is looked up in them.
  async function search(head, asked, wanted) {
    const kept = await Promise.all(wanted.map((filter) => findKept(head, filter.name, filter.value)));
    const titled = new Uint8Array(head.count);
    const rest = [...asked].sort((one, other) => (other.letters || []).length - (one.letters || []).length);
    let numbers = Array.from(titled.keys()).filter((number) => kept.every((found) => found[number]));
    while (rest.length && (rest.length === asked.length || numbers.length > FEW)) {
      const held = await Promise.all(takeSome(rest).map((one) => findOne(head, one)));
      held.forEach((found) => {
        numbers = numbers.filter((number) => found[number]);
        numbers.forEach((number) => {
          if (found[number] === TITLE) titled[number] += 1;
        });
      });
    }
    if (rest.length) {
      const texts = await Promise.all(numbers.map((number) => loadText(head, number)));
      const wholes = texts.map((text) => fold(wholeOf(text)));
      texts.forEach((text, at) => {
        const title = fold(text.title.join(""));
        titled[numbers[at]] += rest.filter((one) => hitsIn(title, [one]).length).length;
      });
      numbers = numbers.filter((number, at) => rest.every((one) => hitsIn(wholes[at], [one]).length));
    }
    // To sort ten thousand numbers, which rise, takes a phone ten times as long as to go over them.
    const ranked = [];
    for (let most = asked.length; most >= 0; most -= 1) {
      for (let at = numbers.length - 1; at >= 0; at -= 1) {
        if (titled[numbers[at]] === most) ranked.push(numbers[at]);
      }
    }
    return ranked;
  }

  // The stretches of a text that were asked for: [start, end) in characters, in order, none over another.
  function hitsIn(letters, asked) {
    const hits = [];
    let runs = null;
    asked.forEach((one) => {
      const sought = one.letters || [one.text];
      if (one.kind === "phrase" || isHan(one.text)) {
        for (let at = letters.indexOf(sought[0]); at >= 0; at = letters.indexOf(sought[0], at + 1)) {
          if (sought.every((each, on) => letters[at + on] === each)) hits.push([at, at + sought.length]);
        }
        return;
      }
      runs = runs || cut(letters);
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

  window.sfwIndex = { fold, readQuery, loadHead, loadText, search, hitsIn };
})();
