"""The pages and public data of a site that is published somewhere, fetched from there on request."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit
from urllib.request import Request, urlopen

_SECONDS = 20
_LIMIT = 20 << 20
_AT_ONCE = 8
_LOCATION = re.compile(rb"<loc>([^<]+)</loc>")


class Unreachable(Exception):
    """The site does not answer, or not as a site does; the text says why."""


def fetch_site(address: str, paths: Iterable[str]) -> dict[str, bytes]:
    """Returns the pages of the site at an address by path: those of its sitemap and those of `paths`.

    With them come its figures and counters, where it publishes any. Raises Unreachable where it does not
    answer; a page that is not there is left out.
    """
    base = _base(address)
    data = {path: _fetch(base, path) for path in ("data/figures.json", "data/counters.json", "sitemap.xml")}
    found = {path: content for path, content in data.items() if content is not None}
    listed = _listed(found.pop("sitemap.xml", b""), found.get("data/figures.json", b""))
    wanted = sorted({*listed, *(path for path in paths if path.endswith(".html"))})
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        pages = zip(wanted, pool.map(lambda path: _fetch(base, path), wanted), strict=True)
        return found | {path: content for path, content in pages if content is not None}


def is_address(text: str) -> bool:
    """Returns whether a text is the address of a site."""
    return re.match(r"https?://[^/]+", text) is not None


def _base(address: str) -> str:
    parts = urlsplit(address)
    folder = parts.path.rpartition("/")[0] if parts.path.endswith(".html") else parts.path.rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{folder}/"


def _fetch(base: str, path: str) -> bytes | None:
    request = Request(base + quote(path), headers={"User-Agent": "sfwgen"})  # base is http or https
    try:
        with urlopen(request, timeout=_SECONDS) as answer:
            content = answer.read(_LIMIT + 1)
    except HTTPError as error:
        if error.code in (403, 404, 410):
            return None
        raise Unreachable(f"{error.code} {error.reason}: {path}") from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise Unreachable(str(reason)) from error
    assert isinstance(content, bytes)
    if len(content) > _LIMIT:
        raise Unreachable(f"> {_LIMIT >> 20} MiB: {path}")
    return content


def _listed(sitemap: bytes, figures: bytes) -> set[str]:
    """The paths that a sitemap lists, below the address that the site gives itself."""
    home = urlsplit(_home(figures)).path or "/"
    paths = set()
    for location in _LOCATION.findall(sitemap):
        path = unquote(urlsplit(unescape(location.decode("utf-8", errors="replace"))).path)
        below = path.removeprefix(home).lstrip("/")
        paths.add(f"{below}index.html" if not below or below.endswith("/") else below)
    return {path for path in paths if path.endswith(".html")}


def _home(figures: bytes) -> str:
    try:
        document = json.loads(figures or b"{}")
    except ValueError:
        return ""
    return str(document.get("homepage") or "") if isinstance(document, dict) else ""
