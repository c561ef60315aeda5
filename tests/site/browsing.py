"""A site visited page by page in a real browser, from a folder or from a server on this machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_AXE = Path(__file__).parents[1] / "npm/node_modules/axe-core/axe.min.js"
PREFIX = "/ztzl/sfw/"
PHONE, DESK = 320, 1280


@dataclass(slots=True)
class Visit:
    """What a page did when it was opened: what it said, asked for and did not get, and what spills over."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    spilling: list[str] = field(default_factory=list)


def visit(browser: Browser, urls: Mapping[str, str], *, width: int) -> dict[str, Visit]:
    """Returns what happened on each page, by path."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(_REPORT_REFUSALS)
    page = context.new_page()
    current = Visit()
    page.on("console", lambda message: current.said.append(message.text))
    page.on("pageerror", lambda error: current.said.append(str(error)))
    page.on("request", lambda request: current.asked.append(request.url))
    page.on("requestfailed", lambda request: current.failed.append(request.url))
    page.on("response", lambda answer: current.failed.append(answer.url) if answer.status >= 400 else None)
    visits = {}
    for path, url in urls.items():
        current = visits[path] = Visit()
        page.goto(url)
        current.spilling += page.evaluate(SPILLING)
    context.close()
    return visits


# What a policy refuses is an event of its own; some refusals reach the console too late or not at all.
_REPORT_REFUSALS = """document.addEventListener("securitypolicyviolation", (event) => {
  console.error("refused: " + event.violatedDirective + " " + event.blockedURI);
});"""
SPILLING = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const all = [...document.querySelectorAll("body *")];
  const wide = all.filter((each) => each.getBoundingClientRect().right > width + 0.5 && !each.closest(".scroll"));
  const named = wide.map((each) => each.tagName + "." + (each.getAttribute("class") || ""));
  return named.length ? named.slice(-3) : ["a word of " + document.documentElement.scrollWidth + " pixels"];
}"""


# Every place at which a line of Chinese begins with a mark that may not begin one, or ends with one that may not end it.
TORN = r"""() => {
  const CLOSING = /[、，；：。！？」』”’）》]/;
  const OPENING = /[“‘（《「『]/;
  const found = [];
  const range = document.createRange();
  const inline = (each) => ["inline", "contents"].includes(getComputedStyle(each).display);
  const blockOf = (each) => (inline(each) ? blockOf(each.parentElement) : each);
  const boxOf = ({ node, at }) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getClientRects()[0];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let last = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!parent.closest("[lang]").lang.startsWith("zh") || parent.closest("noscript, svg, .vh, option")) continue;
    const block = blockOf(parent);
    for (let at = 0; at < node.data.length; at += 1) {
      const here = { node, at, block, letter: node.data[at] };
      if (!here.letter.trim()) continue;
      if (last && last.block === block && (CLOSING.test(here.letter) || OPENING.test(last.letter))) {
        const [before, after] = [boxOf(last), boxOf(here)];
        if (before && after && after.top >= before.bottom - 2) {
          found.push(last.node.data.slice(Math.max(0, last.at - 9), last.at + 1) + "|" + node.data.slice(at, at + 5));
        }
      }
      last = here;
    }
  }
  return found;
}"""


class _Handler(SimpleHTTPRequestHandler):
    """Serves one folder below the prefix and its page for lost addresses; says nothing."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        below = path.removeprefix(PREFIX) if path.startswith(PREFIX) else "\0"
        return super().translate_path(f"/{below}")

    def send_error(self, code: int, *_: object, **__: object) -> None:
        lost = Path(self.directory, "404.html").read_bytes()
        self.send_response(HTTPStatus(code))
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(lost)))
        self.end_headers()
        self.wfile.write(lost)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is that of the base class
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves a site below the prefix on a free port of this machine; gives the site's address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{PREFIX}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def violations(page: Page) -> list[tuple[str, str]]:
    """Returns what axe finds on an open page: rule and element."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run({ resultTypes: ['violations'] })")
    return [(each["id"], node["html"]) for each in found["violations"] for node in each["nodes"]]
