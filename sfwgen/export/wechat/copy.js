"use strict";
const said = document.getElementById("said");
const source = (id) => document.getElementById(id);
const tell = (done) => { said.textContent = done ? said.dataset.done : said.dataset.failed; };

// Where the clipboard may not be written to, as in an older browser, the browser's own copying is given our data.
function copyByEvent(types) {
  const give = (event) => {
    for (const [type, value] of Object.entries(types)) event.clipboardData.setData(type, value);
    event.preventDefault();
  };
  document.addEventListener("copy", give, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", give);
  return done;
}

async function copy(types) {
  said.textContent = "";
  try {
    const blobs = Object.entries(types).map(([type, value]) => [type, new Blob([value], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    tell(true);
  } catch {
    tell(copyByEvent(types));
  }
}

source("copy").addEventListener("click", () => {
  copy({ "text/html": source("html").value, "text/plain": source("text").value });
});
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => copy({ "text/plain": source(button.dataset.copy).textContent }));
}
