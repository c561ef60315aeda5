"""From an address to an answer: files of the site only, pages with the reload script, trouble over them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import unquote

from sfwgen.serve.bar import render_bar, render_trouble
from sfwgen.serve.both import BOTH, FRAMED, render_both
from sfwgen.serve.desk import DESK, Desks
from sfwgen.serve.desk_page import render_desk
from sfwgen.serve.preview import Preview
from sfwgen.serve.words import tag_of

SCRIPT = "livereload.js"
OWN = {"sfwgen-preview.css": "preview.css", "sfwgen-preview.js": "preview.js"}
"""The files of the preview itself, by the addresses at which pages ask for them."""
NOT_FOUND = "404.html"
PLAIN = "text/plain; charset=utf-8"

_HTML = "text/html; charset=utf-8"
_TYPES = {
    "html": _HTML,
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xml": "application/xml",
    "txt": PLAIN,
    "svg": "image/svg+xml",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
}
_POLICY = re.compile(
    rb"""(<meta\s[^>]*http-equiv=["']?Content-Security-Policy["']?[^>]*\bcontent=")([^"]*)""", re.IGNORECASE
)
_CONNECT = re.compile(rb"\bconnect-src(?: [^;]*)?")
_HEAD = re.compile(rb"<head\b[^>]*>", re.IGNORECASE)
_END = re.compile(rb"</body\s*>(?!.*</body)", re.IGNORECASE | re.DOTALL)
_HEAD_ADDED = (
    b'<link rel="stylesheet" href="/sfwgen-preview.css">'
    b'<script src="/livereload.js?maxdelay=2000" defer></script>'
    b'<script src="/sfwgen-preview.js" defer></script>'
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says to one request."""

    status: int
    kind: str
    body: bytes


def answer(preview: Preview, address: str, *, lang: str, port: int) -> Answer:
    """Returns the file of the site at an address (path and query of a request, as sent), or the 404 page.

    A page that is shown in a frame has nothing laid over it.
    """
    path, framed = file_path(address), is_framed(address)
    if path in OWN:
        return Answer(200, _kind(OWN[path]), _own(OWN[path]))
    if path is not None and path.startswith(BOTH) and (made := _both(preview, path, lang=lang, port=port)):
        return made
    data = None if path is None else preview.outputs.get(path)
    if data is not None and path is not None:
        return _file(preview, path, data, 200, lang=lang, port=port, framed=framed)
    if not preview.outputs:
        return Answer(503, _HTML, _bare_page(preview, lang=lang, port=port))
    missing = _not_found(preview, path)
    if missing is None:
        return Answer(404, PLAIN, b"404\n")
    return _file(preview, missing, preview.outputs[missing], 404, lang=lang, port=port, framed=framed)


def answer_desk(preview: Preview, desks: Desks, address: str, *, lang: str, port: int) -> Answer:
    """Returns the page about translations and reviews, in the language that the address asks for."""
    if preview.known is None:
        return answer(preview, "/", lang=lang, port=port)
    asked = address.partition("?")[2].split("&")
    shown = next((each for each in ("zh", "en") if f"lang={each}" in asked), lang)
    page = render_desk(desks.of(preview.known.material), preview.known, preview.outputs, shown)
    return Answer(200, _HTML, with_preview(page, _laid(_trouble(preview, lang)), port=port))


def is_desk(address: str) -> bool:
    """Whether an address is that of the page about translations and reviews."""
    return address.partition("?")[0] == f"/{DESK}"


def is_framed(address: str) -> bool:
    """Whether a page is asked for to be shown beside its other languages."""
    return FRAMED in address.partition("?")[2].split("&")


def file_path(address: str) -> str | None:
    """Returns the path of the file that an address means, or None where it can mean none.

    The path is only ever looked up among the files of the site; nothing is read from the disk for it.
    """
    try:
        path = unquote(address.partition("?")[0], errors="strict")
    except UnicodeDecodeError:
        return None
    if not path.startswith("/"):
        return None
    return f"{path[1:]}index.html" if path.endswith("/") else path[1:]


@cache
def _own(name: str) -> bytes:
    return files("sfwgen.serve").joinpath("static", name).read_bytes()


def _kind(path: str) -> str:
    return _TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")


def _file(
    preview: Preview, path: str, data: bytes, status: int, *, lang: str, port: int, framed: bool
) -> Answer:
    kind = _kind(path)
    if kind == _HTML:
        over = _over(preview, path, lang)
        data = _after(_HEAD, data, b'<base target="_top">') if framed else with_preview(data, over, port=port)
    return Answer(status, kind, data)


def _both(preview: Preview, path: str, *, lang: str, port: int) -> Answer | None:
    """The languages of a page side by side, or None where there is no such page."""
    page = path.removeprefix(BOTH)
    if preview.known is None or page not in preview.outputs or _kind(page) != _HTML:
        return None
    made = render_both(preview.known.material.site, preview.outputs, page, lang)
    return Answer(200, _HTML, with_preview(made, _over(preview, page, lang, back=True), port=port))


def _over(preview: Preview, path: str, lang: str, *, back: bool = False) -> str:
    """What lies over a page: what is wrong, and the bar."""
    bar = "" if preview.known is None else render_bar(preview.known, path, lang, back=back)
    return _laid(_trouble(preview, lang) + bar)


def _trouble(preview: Preview, lang: str) -> str:
    return render_trouble(preview.faults, preview.trouble, lang) if preview.trouble else ""


def _laid(over: str) -> str:
    return f'<div id="sfwgen-over">{over}</div>' if over else ""


def _not_found(preview: Preview, path: str | None) -> str | None:
    first = (path or "").partition("/")[0]
    return next((each for each in (f"{first}/{NOT_FOUND}", NOT_FOUND) if each in preview.outputs), None)


def with_preview(page: bytes, over: str, *, port: int) -> bytes:
    """Returns a page with the reload script, which its policy is widened for, and what lies over it."""
    page = _POLICY.sub(lambda found: found[1] + _with_connections(found[2], port), page)
    page = _after(_HEAD, page, _HEAD_ADDED)
    # At the end, so that a link past the navigation stays the first of the page.
    end = _END.search(page)
    at = end.start() if end else len(page)
    return page[:at] + over.encode() + page[at:]


def _bare_page(preview: Preview, *, lang: str, port: int) -> bytes:
    """A page for when there is no site yet."""
    head = '<meta charset="utf-8"><title>sfwgen</title>'
    page = f'<!doctype html><html lang="{tag_of(lang)}"><head>{head}</head><body></body></html>\n'
    return with_preview(page.encode(), _over(preview, "", lang), port=port)


def _with_connections(policy: bytes, port: int) -> bytes:
    """A policy that lets the reload script connect; a browser heeds the first of two rules only."""
    own = f" ws://127.0.0.1:{port} ws://localhost:{port}".encode()
    widened, found = _CONNECT.subn(lambda rule: rule[0] + own, policy, count=1)
    return widened if found else policy + b"; connect-src 'self'" + own


def _after(place: re.Pattern[bytes], page: bytes, addition: bytes) -> bytes:
    """The page with an addition after the first such tag, or before everything if it has none."""
    found = place.search(page)
    at = found.end() if found else 0
    return page[:at] + addition + page[at:]
