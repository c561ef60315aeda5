// Starts the forms: Sveltia CMS with the configuration of this project, on its folder alone.
import { readText, writeText } from './format.js';

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

const setLocale = (locale) => {
  const key = 'sveltia-cms.prefs';
  const stored = JSON.parse(localStorage.getItem(key) ?? '{}');
  localStorage.setItem(key, JSON.stringify({ locale, closeOnSave: false, ...stored }));
};

const start = async () => {
  if (!('showDirectoryPicker' in window)) return tell('unsupported');
  const { config, locale } = await (await fetch('settings.json')).json();
  if (!config) return tell('no-project');
  window.showDirectoryPicker = chooseProject(window.showDirectoryPicker.bind(window));
  setLocale(locale);
  const { default: CMS } = await import('./cms/npm/index.js');
  config.collections.forEach(({ format, extension, fields }) => {
    const how = { header: extension === 'md' };
    CMS.registerCustomFormat(format, extension, {
      fromFile: (text) => readText(text, fields, how),
      toFile: (content) => writeText(content, fields, how),
    });
  });
  return CMS.init({ config });
};

start();
