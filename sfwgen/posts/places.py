"""Which file of a folder is which post, in which language, by its path and what its header says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from posixpath import basename, dirname

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import Language
from sfwgen.posts.document import Engine, Settings, Tree

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_OTHER_FORMATS = (".html", ".htm", ".org", ".adoc", ".asciidoc", ".rst", ".pdc", ".ipynb")
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,2}")
_LANGUAGES = frozenset(
    "ar bg bn bo ca cs da de el en es fa fi fr he hi hr hu id it ja kk km ko lo mn ms my nl no pl pt ro ru "
    "sk sl sr sv th tr ug uk ur uz vi yue zh".split()
)
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


@dataclass(frozen=True, slots=True)
class Place:
    """A document by its path: see `Text`. `code` is the language that its path names, if any."""

    path: str
    code: str
    key: str
    name: str
    folder: str
    section: str
    draft: bool


def site_language(code: str, languages: Sequence[Language]) -> str | None:
    """Returns the site's language that a code means, or None: zh-cn is zh-Hans, zh-tw is not."""
    parts = code.lower().replace("_", "-").split("-")
    for language in languages:
        if "-".join(parts) in (language.id.lower(), language.tag.lower()):
            return language.id
    for language in languages:
        own = language.tag.lower().split("-")
        traditional = bool(_TRADITIONAL & set(parts))
        if parts[0] == own[0] and traditional == bool(_TRADITIONAL & set(own)):
            return language.id
    return None


def find_places(tree: Tree, settings: Settings) -> tuple[list[Place], tuple[Diagnostic, ...]]:
    """Returns the documents of posts in the order of their paths, and what is left where it is, told."""
    found: list[Place] = []
    told: list[Diagnostic] = []
    bundles = {
        dirname(path) for path in tree.texts if _stem(path).partition(".")[0] == "index" and _is_text(path)
    }
    for path in sorted((*tree.texts, *tree.others)):
        rest, draft = _below(path, settings)
        if rest is None or not (_is_text(path) or path.lower().endswith(_OTHER_FORMATS)):
            continue
        if not _is_text(path):
            told.append(
                fault("post-format-unread", Location(tree.place(path)), ending=f".{path.rpartition('.')[2]}")
            )
        elif _is_page(path, rest, settings, bundles):
            told.append(fault("post-page-left", Location(tree.place(path))))
        else:
            found.append(_place(path, rest, settings, draft=draft))
    return found, tuple(told)


def _is_text(path: str) -> bool:
    return path.lower().endswith(_MARKDOWN)


def _stem(path: str) -> str:
    return basename(path).rpartition(".")[0]


def _below(path: str, settings: Settings) -> tuple[str | None, bool]:
    """The path below the folder of posts, and whether it is that of drafts; None where it is outside."""
    if settings.engine is Engine.HEXO:
        top = settings.content.removesuffix("_posts")
        if settings.content and path.startswith(f"{top}_drafts/"):
            return path.removeprefix(f"{top}_drafts/"), True
        if settings.content and path.startswith(top) and not path.startswith(f"{settings.content}/"):
            return (path, False) if _is_text(path) and (top or "/" in path) else (None, False)
    if not settings.content:
        return path, False
    inside = path.startswith(f"{settings.content}/") or any(
        folder and path.startswith(f"{folder}/") for folder in settings.languages.values()
    )
    return (path.removeprefix(f"{settings.content}/") if inside else None), False


def _is_page(path: str, rest: str, settings: Settings, bundles: set[str]) -> bool:
    """Whether a document is no post: a page of the site, the page of a section, a part of a bundle."""
    if settings.engine is Engine.HEXO:
        return bool(settings.content) and rest == path
    stem = _stem(path).partition(".")[0]
    if stem == "_index":
        return True
    below = _without_language(rest, settings)[0]
    if stem == "index":
        within = dirname(path)
        top = bool(settings.content) and "/" not in dirname(below)
        return top or _in_bundle(dirname(within), bundles)
    return _in_bundle(dirname(path), bundles) or (bool(settings.content) and "/" not in below)


def _in_bundle(folder: str, bundles: set[str]) -> bool:
    while folder:
        if folder in bundles:
            return True
        folder = dirname(folder)
    return False


def _without_language(rest: str, settings: Settings) -> tuple[str, str]:
    """The path without the folder of its language, and the code of that."""
    for code, folder in settings.languages.items():
        below = folder.removeprefix(f"{settings.content}/") if settings.content else folder
        for each in filter(None, (folder, below)):
            if rest.startswith(f"{each}/"):
                return rest.removeprefix(f"{each}/"), code
    first, slash, others = rest.partition("/")
    if slash and _is_code(first, settings):
        return others, first
    return rest, ""


def _is_code(text: str, settings: Settings) -> bool:
    if text.lower() in settings.languages:
        return True
    return _CODE.fullmatch(text) is not None and re.split("[-_]", text.lower())[0] in _LANGUAGES


def _place(path: str, rest: str, settings: Settings, *, draft: bool) -> Place:
    below, code = _without_language(rest, settings)
    stem, dot, suffix = _stem(path).rpartition(".")
    if dot and _is_code(suffix, settings):
        code = suffix
    else:
        stem = _stem(path)
    folder = dirname(below)
    if stem == "index" and folder:
        return Place(path, code, folder, basename(folder), dirname(path), dirname(folder), draft)
    beside = f"{dirname(path)}/{stem}" if settings.engine is Engine.HEXO else dirname(path)
    key = f"{folder}/{stem}" if folder else stem
    return Place(path, code, key, stem, beside.strip("/"), folder, draft)
