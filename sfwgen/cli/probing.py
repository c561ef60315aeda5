"""The links of a site that lead elsewhere, tried one by one on request: never in a build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from sfwgen.checks.facts import read_facts

_SECONDS = 15
_AT_ONCE = 8
_NOT_BY_HEAD = {400, 403, 404, 405, 406, 501}
"""Servers that say so to `HEAD` may mean the method: they are asked once more as browsers ask."""
_SHUT_TO_PROGRAMS = {401, 403, 405, 406, 412, 418, 429, 451, 999}
_AGENT = "Mozilla/5.0 (compatible; sfwgen links)"


@dataclass(frozen=True, slots=True)
class Answer:
    """How an address answered: `dead` with the reason, or `shut` where it may only be so for programs."""

    address: str
    pages: tuple[str, ...]
    dead: bool
    shut: bool
    why: str


def outside_links(pages: Mapping[str, str], home: str) -> dict[str, tuple[str, ...]]:
    """Returns the addresses outside the site with the pages that link to them; `home` is its own address."""
    found: dict[str, dict[str, None]] = {}
    for path, html in sorted(pages.items()):
        for link in read_facts(html).links:
            address = link.partition("#")[0]
            if urlsplit(address).scheme in ("http", "https") and not (home and address.startswith(home)):
                found.setdefault(address, {})[path] = None
    return {address: tuple(on) for address, on in sorted(found.items())}


def probe(links: Mapping[str, Iterable[str]]) -> list[Answer]:
    """Returns how each address answers, in order; nothing is raised, whatever comes back."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(lambda each: _answer(each[0], tuple(each[1])), links.items()))


def _answer(address: str, pages: tuple[str, ...]) -> Answer:
    status, why = _ask(address, "HEAD")
    if status in _NOT_BY_HEAD:
        status, why = _ask(address, "GET")
    shut = status in _SHUT_TO_PROGRAMS
    return Answer(address, pages, dead=not shut and not 200 <= status < 400, shut=shut, why=why)


def _ask(address: str, method: str) -> tuple[int, str]:
    request = Request(address, headers={"User-Agent": _AGENT, "Accept": "*/*"}, method=method)
    try:
        with urlopen(request, timeout=_SECONDS) as answer:
            return int(answer.status), ""
    except HTTPError as error:
        error.close()
        return error.code, f"{error.code} {error.reason}".strip()
    except (URLError, HTTPException, OSError, ValueError) as error:
        return 0, str(getattr(error, "reason", None) or error)
