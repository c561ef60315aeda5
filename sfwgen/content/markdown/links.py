"""Targets of links and images: what they point at, and what may not be pointed at."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import ImageSlot, LinkSlot

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""The schemes that a link may have."""

_SCHEME = re.compile(r"([^/?#:]*):")
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs", "Co"})
_NO_FILE = re.compile(r'[:*?"<>|]')
_TO_ENCODE = re.compile(r'[\s"<>^`{|}]')


@dataclass(frozen=True, slots=True)
class Address:
    """A link that stays as it is: outside the site, or to an anchor of the same page."""

    url: str
    outside: bool


def resolve_link(url: str, folder: str, location: Location) -> LinkSlot | Address | Diagnostic:
    """Returns what a link's target means in a document of that folder, or what is wrong with it."""
    if wrong := _wrong_form(url, location):
        return wrong
    if scheme := _SCHEME.match(url):
        return _outside(url, scheme[1], location)
    target, _, fragment = url.partition("#")
    if not target:
        return Address("#" + _decoded(fragment), outside=False)
    path = _project_path(target, folder, location)
    return path if isinstance(path, Diagnostic) else LinkSlot(path, _decoded(fragment), location)


def resolve_image(url: str, folder: str, location: Location) -> ImageSlot | Diagnostic:
    """Returns the image that stands beside the document, or what is wrong with its address."""
    if wrong := _wrong_form(url, location):
        return fault("image-outside", location, target=url) if wrong.code == "link-no-scheme" else wrong
    if _SCHEME.match(url):
        return fault("image-outside", location, target=url)
    path = _project_path(url, folder, location)
    if isinstance(path, Diagnostic):
        return path
    if posixpath.dirname(path) != folder.strip("/"):
        return fault("image-outside", location, target=url)
    return ImageSlot(path, location)


def _wrong_form(url: str, location: Location) -> Diagnostic | None:
    if not url:
        return fault("link-empty", location)
    for char in unquote(url):
        if char == "\\" or unicodedata.category(char) in _UNSEEN:
            shown = "\\" if char == "\\" else f"U+{ord(char):04X}"
            return fault("link-characters", location, character=shown)
    if url.startswith("//"):
        return fault("link-no-scheme", location, target=url)
    return None


def _outside(url: str, scheme: str, location: Location) -> Address | Diagnostic:
    name = scheme.lower()
    if name not in SCHEMES:
        return fault("link-scheme", location, scheme=scheme)
    if name in ("mailto", "tel"):
        return Address(_encoded(url), outside=False)
    try:
        parts = urlsplit(url)
        sound = bool(parts.hostname) and parts.username is None and (parts.port or 1) > 0
    except ValueError:
        sound = False
    if not sound or re.search(r"\s", url):
        return fault("link-malformed", location, target=url)
    return Address(_encoded(url), outside=True)


def _project_path(target: str, folder: str, location: Location) -> str | Diagnostic:
    path = _decoded(target)
    if impossible := _NO_FILE.search(path):
        return fault("link-characters", location, character=impossible[0])
    if path.startswith("/"):
        return fault("link-absolute", location, target=target)
    joined = posixpath.normpath(posixpath.join(folder.strip("/"), path))
    if joined == ".." or joined.startswith("../"):
        return fault("link-leaves-project", location, target=target)
    return "" if joined == "." else joined


def _decoded(text: str) -> str:
    return unicodedata.normalize("NFC", unquote(text))


def _encoded(url: str) -> str:
    return _TO_ENCODE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), url)
