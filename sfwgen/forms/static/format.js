// How a document goes into the form and comes back out of it.
//
// Every scalar is text, as sfwgen itself reads it: 2019-mid, 1.10 and 007 stay what they are. What comes back is
// the old text with the changes put into it: entries that did not change keep every byte, those that did keep
// the comments and the way of writing of what is left of them. The old text travels through the form in a field
// that nobody sees.
import { Document, Scalar, YAMLMap, YAMLSeq, isMap, isScalar, isSeq, parseDocument } from './yaml/browser/index.js';

export const ORIGINAL = 'original';
const BODY = 'body';
const HEADER = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*(?:\n([\s\S]*))?$/;
const READING = { schema: 'failsafe', keepSourceTokens: false, uniqueKeys: true, strict: true };
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}\p{P}\p{S} ]*$/u;
const SPECIAL = /[[\]{}#&*!|>'"%@`]|,|: |:$|^(?:true|false|null|yes|no|on|off)$/i;

/** Returns what the form shows of a text; throws where the text cannot be read. */
export const readText = (text, fields, { header }) => {
  const parts = split(text, header);
  const document = parse(parts.header);
  const values = readMap(document.contents, fields);
  return { ...values, ...(header ? { [BODY]: parts.body } : {}), [ORIGINAL]: text };
};

/** Returns the text that says what the form says; throws rather than say anything else. */
export const writeText = (content, fields, { header }) => {
  const original = typeof content[ORIGINAL] === 'string' ? content[ORIGINAL] : '';
  const parts = original ? split(original, header) : { header: '', between: '', body: '' };
  const shown = fieldsOf(content, fields);
  const wanted = tidyAll(content, shown);
  const text = [patch(parts.header, shown, wanted), rewrite(parts.header, shown, wanted)].find((each) =>
    same(tidyAll(readMap(parse(each).contents, shown), shown), wanted),
  );
  if (text === undefined) throw new Error('the document could not be written as the form says');
  if (!header) return text;
  const body = typeof content[BODY] === 'string' ? content[BODY] : '';
  const kept = parts.body.trim() === body.trim() ? parts.body : body.trim();
  return `---\n${text}---\n${original ? parts.between : '\n'}${kept}`;
};

/** The fields of the text at hand: a translation has those alone that are written in each language. */
const fieldsOf = (content, fields) => {
  const own = fields.filter(({ name }) => name !== BODY && name !== ORIGINAL);
  const facts = own.some(({ name, i18n }) => !i18n && name in content);
  return own.filter(({ i18n }) => facts || i18n);
};

const split = (text, header) => {
  if (!header) return { header: text.endsWith('\n') ? text : `${text}\n`, between: '', body: '' };
  const found = HEADER.exec(text);
  if (!found) throw new Error('the header between the two lines of --- is missing');
  const between = /^(?:[ \t]*\n)*/.exec(found[2] ?? '')[0];
  return { header: found[1], between, body: (found[2] ?? '').slice(between.length) };
};

const parse = (text) => {
  const document = parseDocument(text, READING);
  if (document.errors.length) throw document.errors[0];
  if (!isMap(document.contents) && document.contents !== null) throw new Error('not a mapping');
  return document;
};

// From nodes to values: text, true, lists, and mappings of these.
const kindOf = (field) => {
  if (field.widget === 'boolean') return 'flag';
  if (field.widget === 'object') return 'map';
  if (field.widget === 'list') return field.fields ? 'maps' : 'texts';
  return field.multiple ? 'texts' : 'text';
};

const textOf = (node) => (isScalar(node) ? String(node.value ?? '') : undefined);

const readMap = (node, fields) => {
  const values = {};
  if (!isMap(node)) return values;
  fields.forEach((field) => {
    const value = readNode(node.get(field.name, true), field);
    if (value !== undefined) values[field.name] = value;
  });
  return values;
};

const readNode = (node, field) => {
  switch (kindOf(field)) {
    case 'flag':
      return isScalar(node) ? textOf(node) === 'true' : undefined;
    case 'map':
      return isMap(node) ? readMap(node, field.fields) : undefined;
    case 'maps':
      return isSeq(node) ? node.items.map((item) => readMap(item, field.fields)) : undefined;
    case 'texts':
      return isSeq(node) ? node.items.map(textOf).filter((each) => each !== undefined) : undefined;
    default:
      return textOf(node);
  }
};

// Values without what says nothing: blank texts, false, empty lists and mappings.
const tidyAll = (values, fields) => {
  const kept = {};
  fields.forEach((field) => {
    const value = tidy(values?.[field.name], field);
    if (value !== undefined) kept[field.name] = value;
  });
  return kept;
};

const tidy = (value, field) => {
  if (value === undefined || value === null) return undefined;
  switch (kindOf(field)) {
    case 'flag':
      return value === true ? true : undefined;
    case 'map': {
      const map = tidyAll(value, field.fields);
      return Object.keys(map).length ? map : undefined;
    }
    case 'maps': {
      const maps = Array.isArray(value) ? value.map((each) => tidyAll(each, field.fields)) : [];
      const filled = maps.filter((each) => Object.keys(each).length);
      return filled.length ? filled : undefined;
    }
    case 'texts': {
      const texts = (Array.isArray(value) ? value : []).map((each) => String(each ?? '').trim()).filter(Boolean);
      return texts.length ? texts : undefined;
    }
    default: {
      const text = String(value).trim();
      return text || undefined;
    }
  }
};

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// From values to nodes, into those that are there.
const scalar = (text) => {
  const node = new Scalar(text);
  if (!PLAIN.test(text) || SPECIAL.test(text)) node.type = Scalar.QUOTE_DOUBLE;
  return node;
};

const makeNode = (value, field) => {
  switch (kindOf(field)) {
    case 'flag':
      return new Scalar('true');
    case 'map':
      return fill(new YAMLMap(), field.fields, value);
    case 'maps':
    case 'texts': {
      const list = new YAMLSeq();
      list.items = value.map((each) => makeItem(each, field));
      if (kindOf(field) === 'texts') list.flow = true;
      return list;
    }
    default:
      return scalar(value);
  }
};

const makeItem = (value, field) =>
  kindOf(field) === 'maps' ? fill(new YAMLMap(), field.fields, value) : scalar(value);

/** Puts values into a mapping; what is not a field of the form is left as it is. */
const fill = (map, fields, values) => {
  fields.forEach((field, position) => {
    const old = map.get(field.name, true);
    const value = values[field.name];
    if (same(tidy(readNode(old, field), field), value)) return;
    if (value === undefined) map.delete(field.name);
    else if (old === undefined) insert(map, fields, position, makeNode(value, field));
    else map.set(field.name, changeNode(old, field, value));
  });
  return map;
};

/** Adds an entry after those that come before it in the form. */
const insert = (map, fields, position, node) => {
  const before = new Set(fields.slice(0, position).map(({ name }) => name));
  const last = map.items.findLastIndex(({ key }) => before.has(textOf(key)));
  const pair = new Document({ [fields[position].name]: '' }).contents.items[0];
  pair.value = node;
  map.items.splice(last + 1, 0, pair);
};

const changeNode = (old, field, value) => {
  const kind = kindOf(field);
  if (kind === 'map' && isMap(old)) return fill(old, field.fields, value);
  if ((kind === 'maps' || kind === 'texts') && isSeq(old)) return changeList(old, field, value);
  const made = makeNode(value, field);
  if (!isScalar(old) || !isScalar(made)) return made;
  // Quotes stay where they were; a text over several lines is written as one that may need them.
  if (old.type === Scalar.QUOTE_DOUBLE || old.type === Scalar.QUOTE_SINGLE) made.type = old.type;
  made.comment = old.comment;
  made.commentBefore = old.commentBefore;
  made.spaceBefore = old.spaceBefore;
  return made;
};

/** Keeps the nodes of items that are still there, wherever they moved; a changed one takes that most like it. */
const changeList = (list, field, values) => {
  const maps = kindOf(field) === 'maps';
  const read = (item) => (maps ? tidyAll(readMap(item, field.fields), field.fields) : textOf(item)?.trim());
  const free = list.items.map((item, position) => ({ item, position, value: read(item) }));
  const take = (rank) => {
    const best = free.reduce((one, other) => (rank(other) > (one ? rank(one) : 0) ? other : one), undefined);
    if (best) free.splice(free.indexOf(best), 1);
    return best?.item;
  };
  const kept = values.map((value) => take((old) => (same(old.value, value) ? 1 : 0)));
  list.items = kept.map((item, position) => {
    if (item !== undefined) return item;
    const value = values[position];
    const old = take((each) => alike(each.value, value) + (each.position === position ? 0.5 : 0));
    if (maps) return fill(isMap(old) ? old : new YAMLMap(), field.fields, value);
    return isScalar(old) ? changeNode(old, { name: field.name, widget: 'string' }, value) : scalar(value);
  });
  return list;
};

/** How many entries two items have in common. */
const alike = (one, other) =>
  typeof one === 'object' ? Object.keys(other).filter((name) => same(one[name], other[name])).length : 0;

// From nodes to text.
const printed = (node, source) =>
  node.toString({
    lineWidth: 0,
    flowCollectionPadding: /\{ \S/.test(source),
    indentSeq: !/^\S+:[ \t]*\n- /m.test(source),
  });

/** The whole text printed anew. */
const rewrite = (source, fields, wanted) => {
  const document = parse(source);
  if (!isMap(document.contents)) document.contents = new YAMLMap();
  fill(document.contents, fields, wanted);
  return document.contents.items.length ? printed(document, source) : '';
};

/** The text with only those entries printed anew that changed. */
const patch = (source, fields, wanted) => {
  const document = parse(source);
  const map = document.contents;
  if (!isMap(map) || map.flow) return rewrite(source, fields, wanted);
  const before = new Map(map.items.map((pair) => [pair, placeOf(pair, source)]));
  const old = tidyAll(readMap(map, fields), fields);
  const changed = new Set(fields.map(({ name }) => name).filter((name) => !same(old[name], wanted[name])));
  fill(map, fields, wanted);
  const kept = new Map(map.items.filter((pair) => before.has(pair)).map((pair) => [pair, before.get(pair)]));
  const edits = [...before].filter(([pair]) => !kept.has(pair)).map(([, place]) => ({ ...place, text: '' }));
  let end = map.items.length && before.size ? Math.min(...[...before.values()].map(({ start }) => start)) : 0;
  map.items.forEach((pair) => {
    const place = kept.get(pair);
    if (place && changed.has(textOf(pair.key))) edits.push({ ...place, text: entry(pair, source) });
    else if (!place) edits.push({ start: end, end, text: entry(pair, source) });
    if (place) end = place.end;
  });
  edits.sort((one, other) => other.start - one.start || other.end - one.end);
  return edits.reduce((text, each) => text.slice(0, each.start) + each.text + text.slice(each.end), source);
};

/** Where an entry of the uppermost mapping stands: from its key to the end of its last line. */
const placeOf = ({ key, value }, source) => {
  const end = value?.range ? value.range[2] : key.range[2];
  const line = source.indexOf('\n', Math.max(end - 1, 0));
  return { start: key.range[0], end: line < 0 ? source.length : line + 1 };
};

/** An entry as lines of its own; what stood above its key is no part of it. */
const entry = (pair, source) => {
  const document = new Document(new YAMLMap(), { schema: 'failsafe' });
  pair.key.commentBefore = undefined;
  pair.key.spaceBefore = undefined;
  document.contents.items.push(pair);
  return printed(document, source);
};
