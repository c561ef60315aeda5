"""What an address in an output means: another output, somewhere outside, or nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from sfwgen.plan.outputs import BuildPlan, PageOutput

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_PLAIN_SCHEMES = frozenset({"mailto", "tel"})


class Kind(Enum):
    """Where an address leads. `UNSAFE` runs code or carries a document in itself."""

    INSIDE = auto()
    OUTSIDE = auto()
    ELSEWHERE = auto()
    DATA = auto()
    UNSAFE = auto()


@dataclass(frozen=True, slots=True)
class Target:
    """An address resolved. `path` is that of an output, which need not exist; empty outside the site."""

    kind: Kind
    path: str = ""
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Resolves addresses for one site. `base` is its own address, ending in `/`, or empty if not known."""

    base: str
    known: dict[tuple[str, str], Target] = field(default_factory=dict)

    def resolve(self, page: str, address: str) -> Target:
        """Returns what an address on a page means; the navigation of many pages is resolved once a folder."""
        if address.startswith("#"):
            return Target(Kind.INSIDE, page, unquote(address[1:]))
        key = (page.rpartition("/")[0], address)
        target = self.known.get(key)
        if target is None:
            target = self.known[key] = self._resolve(key[0], address)
        return target

    def absolute(self, path: str) -> str:
        """Returns the address of a page; a home page goes by its folder."""
        folder, _, name = path.rpartition("/")
        return self.base + ((folder and f"{folder}/") if name == "index.html" else path)

    def _resolve(self, folder: str, address: str) -> Target:
        if self.base and address.startswith(self.base):
            return _below(address[len(self.base) :])
        if address.startswith("//"):
            return Target(Kind.OUTSIDE)
        if scheme := _SCHEME.match(address):
            return Target(_kind_of(scheme[1].lower()))
        if address.startswith("/"):
            root = urlsplit(self.base).path or "/"
            return _below(address[len(root) :]) if address.startswith(root) else Target(Kind.INSIDE, address)
        path, fragment = _split(address)
        # A link names its file: a folder has no page when the site is opened from a disk.
        path = path if not path or path.endswith("/") else normpath(join(folder, path))
        return Target(Kind.INSIDE, path, fragment)


def make_addresses(plan: BuildPlan) -> Addresses:
    """Returns how addresses of a plan's site are resolved."""
    for output in plan.outputs:
        if isinstance(output, PageOutput):
            url, path = output.head.url, output.path
            if url.endswith(path):
                return Addresses(url.removesuffix(path))
    return Addresses("")


def ids_of(svg: bytes) -> frozenset[str]:
    """Returns the ids in a drawing that others may refer to."""
    return frozenset(re.findall(r'\sid="([^"]+)"', svg.decode("utf-8", "replace")))


def spelled_otherwise(path: str, by_folded: Mapping[str, str]) -> str:
    """Returns the output whose path differs in upper and lower case only, or an empty text."""
    return by_folded.get(path.casefold(), "")


def _kind_of(scheme: str) -> Kind:
    if scheme in ("http", "https"):
        return Kind.OUTSIDE
    if scheme == "data":
        return Kind.DATA
    return Kind.ELSEWHERE if scheme in _PLAIN_SCHEMES else Kind.UNSAFE


def _below(address: str) -> Target:
    """What the site's own server gives at an address below its root."""
    path, fragment = _split(address)
    return Target(Kind.INSIDE, f"{path}index.html" if not path or path.endswith("/") else path, fragment)


def _split(address: str) -> tuple[str, str]:
    rest, _, fragment = address.partition("#")
    return unquote(rest.partition("?")[0]), unquote(fragment)
