// Starts the forms: Sveltia CMS with the configuration of this project, on its folder alone.
import { readText, writeText } from './format.js';
import { follow } from './told.js';

const tell = (id) => {
  document.getElementById(id).hidden = false;
};

const digest = async (handle) => {
  const text = await (await handle.getFile()).text();
  const bytes = new TextEncoder().encode(text.replaceAll('\r\n', '\n'));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((each) => each.toString(16).padStart(2, '0')).join('');
};

/** Lets a folder be chosen that is this project's; Sveltia would ask for a Git repository. */
const chooseProject = (choose) => async () => {
  const folder = await choose({ id: 'sfwgen', mode: 'readwrite' });
  const config = await folder.getFileHandle('config.yaml');
  const { known } = await (await fetch('settings.json')).json();
  if ((await digest(config)) !== known) throw new DOMException('another project', 'NotFoundError');
  const own = folder.getDirectoryHandle.bind(folder);
  folder.getDirectoryHandle = async (name, options) => (name === '.git' ? folder : own(name, options));
  return folder;
};

// What documents were when they were read or written here: anything else was saved somewhere else meanwhile.
const known = new Set();
const asKnown = (text) => text.replaceAll('\r\n', '\n').replace(/^\ufeff/, '').trim();

const isForeign = async (folder, name) => {
  if (!/\.(?:md|yaml)$/.test(name)) return false;
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    return !known.has(asKnown(await file.text()));
  } catch {
    return false;
  }
};

/** Has a save refused that would write over what was saved elsewhere; Sveltia moves new files onto the old. */
const guardFiles = (words) => {
  const { move } = FileSystemFileHandle.prototype;
  let told = false;
  FileSystemFileHandle.prototype.move = async function guarded(folder, name) {
    if (await isForeign(folder, name)) {
      // It is tried again a few times.
      if (!told) setTimeout(() => { alert(words.foreign.replace('{name}', name)); told = false; });
      told = true;
      throw new Error(`${name} was saved elsewhere`);
    }
    return move.call(this, folder, name);
  };
};

const setLocale = (locale) => {
  const key = 'sveltia-cms.prefs';
  const stored = JSON.parse(localStorage.getItem(key) ?? '{}');
  localStorage.setItem(key, JSON.stringify({ locale, closeOnSave: false, ...stored }));
};

const start = async () => {
  if (!('showDirectoryPicker' in window)) return tell('unsupported');
  const { config, locale, words } = await (await fetch('settings.json')).json();
  if (!config) return tell('no-project');
  window.showDirectoryPicker = chooseProject(window.showDirectoryPicker.bind(window));
  guardFiles(words);
  setLocale(locale);
  const { default: CMS } = await import('./cms/npm/index.js');
  config.collections.forEach(({ format, extension, fields }) => {
    const how = { header: extension === 'md' };
    CMS.registerCustomFormat(format, extension, {
      fromFile: (text) => {
        known.add(asKnown(text));
        return readText(text, fields, how);
      },
      toFile: (content) => {
        const text = writeText(content, fields, how);
        known.add(asKnown(text));
        return text;
      },
    });
  });
  follow();
  return CMS.init({ config });
};

start();
