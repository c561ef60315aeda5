"""A browser in which nothing may happen that a text asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

HOST = "https://sfw.example"
_POLICY = re.compile(rb"""<meta\s[^>]*http-equiv=["']?Content-Security-Policy\b[^>]*>""", re.IGNORECASE)
_KINDS = {
    "html": "text/html; charset=utf-8",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "xml": "application/xml",
    "svg": "image/svg+xml",
}

# Whatever runs says so: a message on the console comes through from every frame.
WIRE = """
for (const name of ["alert", "confirm", "prompt"])
  window[name] = () => { console.log("tripped " + name + " in " + window.name); };
document.addEventListener("securitypolicyviolation", (event) => {
  console.log("refused " + event.violatedDirective + " " + event.blockedURI);
});
"""
# All that a reader may do to what stands on a page, links to other pages apart.
TOUCH = """
async (within) => {
  const own = new Set(["http:", "https:", "mailto:", "tel:"]);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && own.has(link.protocol)) event.preventDefault();
  }, true);
  const kinds = "mouseover mouseenter pointerdown click auxclick focus blur keydown input change toggle begin".split(" ");
  const all = [...document.querySelectorAll(within)];
  for (const each of all) {
    for (const kind of kinds) each.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
    if (each.localName === "details") each.open = true;
    if (each.localName === "a") each.click();
  }
  await new Promise((done) => setTimeout(done, 5));
  const active = all.filter((each) => each.rel === "icon" ? false : each.localName === "script" && !each.src && !/json/.test(each.type)
    || /^(object|embed|iframe|frame|base|applet|foreignobject|animate|set|use)$/i.test(each.localName)
    || [...each.attributes].some(({ name, value }) => /^on/i.test(name)
      || /^(href|src|action|formaction|xlink:href|data)$/i.test(name) && /^\\s*(javascript|data|vbscript):/i.test(value)));
  return active.map((each) => each.outerHTML.slice(0, 200));
}
"""


@dataclass(slots=True)
class Sitting:
    """What happened in the browser: what ran, what was asked for in vain, what was found on pages."""

    page: Page
    happened: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Opens a page of the site and does to it all that a reader may do."""
        self.page.goto(f"{HOST}/{path}")
        self.happened += [f"{path}: {each}" for each in self.page.evaluate(TOUCH, "*")]

    def find(self, words: str) -> None:
        """Looks for words on the search page, and opens what is shown of what was found."""
        self.page.goto(f"{HOST}/search.html")
        self.page.fill("#_q", words)
        self.page.press("#_q", "Enter")
        self.page.locator("#results li").first.wait_for()
        self.happened += [f"search: {each}" for each in self.page.evaluate(TOUCH, "#results *")]


@contextmanager
def sitting(browser: Browser, files: Mapping[str, bytes], *, policy: bool = True) -> Iterator[Sitting]:
    """A browser that has a site and nothing else; without `policy` pages come without theirs."""
    context = browser.new_context()
    context.add_init_script(WIRE)
    page = context.new_page()
    seen = Sitting(page)
    page.on("console", lambda message: seen.happened.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: seen.happened.append(f"{page.url}: {error}"))

    def serve(route: Route) -> None:
        url = urlsplit(route.request.url)
        path = unquote(url.path).removeprefix("/") or "index.html"
        if f"{url.scheme}://{url.netloc}" != HOST or path not in files:
            seen.happened.append(f"{page.url}: asks for {route.request.url}")
            route.abort()
            return
        data = files[path] if policy else without_policy(files[path])
        route.fulfill(content_type=_KINDS.get(path.rpartition(".")[2], "application/octet-stream"), body=data)

    context.route("**/*", serve)
    yield seen
    context.close()


def without_policy(page: bytes) -> bytes:
    """Returns a page as it would be without its rule about what it may load and run."""
    return _POLICY.sub(b"", page)
