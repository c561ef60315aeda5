"""From an address to an answer: files of the site only, pages with the reload script, trouble over them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from urllib.parse import unquote

from sfwgen.serve.preview import Preview

SCRIPT = "livereload.js"
STYLE = "sfwgen-preview.css"
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
_BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
_TITLES = {
    "zh": ("预览没有更新", "下面是要改正的地方。网页停在上一次没有错误的样子，改好并保存后会自动刷新。"),
    "en": (
        "The preview was not updated",
        "This is to be corrected. Pages stay as they were without errors, and reload once it is saved.",
    ),
}
_CSS = b"""\
#sfwgen-trouble { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
  padding: 1rem 1.25rem; background: #1c2125; color: #f3f5f6; border-top: 4px solid #d9363e;
  font: 16px/1.6 system-ui, sans-serif; }
#sfwgen-trouble h2 { margin: 0; font-size: 1.15rem; color: inherit; }
#sfwgen-trouble p { margin: .25rem 0 .75rem; color: inherit; }
#sfwgen-trouble pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; color: inherit;
  background: none; font: 14px/1.5 "Noto Sans Mono CJK SC", NSimSun, monospace; }
@media print { #sfwgen-trouble { display: none; } }
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says to one request."""

    status: int
    kind: str
    body: bytes


def answer(preview: Preview, address: str, *, lang: str, port: int) -> Answer:
    """Returns the file of the site at an address (the path of a request, as it was sent), or the 404 page."""
    path = file_path(address)
    if path == STYLE:
        return Answer(200, _TYPES["css"], _CSS)
    data = None if path is None else preview.outputs.get(path)
    if data is not None and path is not None:
        return _file(preview, path, data, 200, lang=lang, port=port)
    if not preview.outputs:
        return Answer(503, _HTML, _bare_page(preview, lang=lang, port=port))
    missing = _not_found(preview, path)
    if missing is None:
        return Answer(404, PLAIN, b"404\n")
    return _file(preview, missing, preview.outputs[missing], 404, lang=lang, port=port)


def file_path(address: str) -> str | None:
    """Returns the path of the file that an address means, or None where it can mean none.

    The path is only ever looked up among the files of the site; nothing is read from the disk for it.
    """
    try:
        path = unquote(address, errors="strict")
    except UnicodeDecodeError:
        return None
    if not path.startswith("/"):
        return None
    return f"{path[1:]}index.html" if path.endswith("/") else path[1:]


def _file(preview: Preview, path: str, data: bytes, status: int, *, lang: str, port: int) -> Answer:
    kind = _TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")
    if kind == _HTML:
        data = with_preview(data, preview.trouble, lang=lang, port=port)
    return Answer(status, kind, data)


def _not_found(preview: Preview, path: str | None) -> str | None:
    first = (path or "").partition("/")[0]
    return next((each for each in (f"{first}/{NOT_FOUND}", NOT_FOUND) if each in preview.outputs), None)


def with_preview(page: bytes, trouble: str, *, lang: str, port: int) -> bytes:
    """Returns a page with the reload script, which its policy is widened for, and the trouble over it."""
    page = _POLICY.sub(lambda found: found[1] + _with_connections(found[2], port), page)
    page = _after(_HEAD, page, _head(trouble))
    return _after(_BODY, page, _trouble(trouble, lang).encode()) if trouble else page


def _bare_page(preview: Preview, *, lang: str, port: int) -> bytes:
    """A page for when there is no site yet."""
    head = '<meta charset="utf-8"><title>sfwgen</title>'
    page = f'<!doctype html><html lang="{lang}"><head>{head}</head><body></body></html>\n'
    return with_preview(page.encode(), preview.trouble, lang=lang, port=port)


def _with_connections(policy: bytes, port: int) -> bytes:
    """A policy that lets the reload script connect; a browser heeds the first of two rules only."""
    own = f" ws://127.0.0.1:{port} ws://localhost:{port}".encode()
    widened, found = _CONNECT.subn(lambda rule: rule[0] + own, policy, count=1)
    return widened if found else policy + b"; connect-src" + own


def _head(trouble: str) -> bytes:
    style = f'<link rel="stylesheet" href="/{STYLE}">' if trouble else ""
    return f'{style}<script src="/{SCRIPT}?maxdelay=2000" defer></script>'.encode()


def _trouble(trouble: str, lang: str) -> str:
    heading, explanation = _TITLES["zh" if lang == "zh" else "en"]
    return (
        f'<aside id="sfwgen-trouble" role="alert" lang="{"zh-Hans" if lang == "zh" else "en"}">'
        f"<h2>{heading}</h2><p>{explanation}</p><pre>{escape(trouble)}</pre></aside>"
    )


def _after(place: re.Pattern[bytes], page: bytes, addition: bytes) -> bytes:
    """The page with an addition after the first such tag, or before everything if it has none."""
    found = place.search(page)
    at = found.end() if found else 0
    return page[:at] + addition + page[at:]
