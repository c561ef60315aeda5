"""A folder of posts in memory, and what importing it into a small project makes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sfwgen.cli.commands.import_drafts import Drafts, make_drafts
from sfwgen.cli.commands.import_records import known_stories, names_in_use
from sfwgen.content import load_site
from sfwgen.model import Site
from sfwgen.posts import Options, Tree, find_engine, is_settings, make_terms, read_settings
from tests.build.projects import small_project

ALT = "请写明图片里有什么"


@cache
def project() -> tuple[dict[str, bytes], Site]:
    """The small project as bytes and as a site."""
    sources = {path: text.encode() for path, text in small_project().items()}
    site, _ = load_site({path: data for path, data in sources.items() if not path.startswith("templates/")})
    assert site is not None
    return sources, site


def tree_of(files: Mapping[str, bytes | str]) -> Tree:
    """A folder as it is read: documents and settings whole, all else by name."""
    data = {path: each if isinstance(each, bytes) else each.encode() for path, each in files.items()}
    texts = {
        path: each for path, each in data.items() if path.endswith((".md", ".markdown")) or is_settings(path)
    }
    return Tree("old", texts, frozenset(data) - frozenset(texts))


def import_into(sources: Mapping[str, bytes], files: Mapping[str, bytes | str], **chosen: str) -> Drafts:
    """Imports a folder into a project; what is `chosen` are words and what they stand for."""
    tree, site = tree_of(files), project()[1]
    engine = find_engine(tree)
    assert engine is not None
    settings, told = read_settings(tree, engine)
    assert not told
    terms, unknown = make_terms(site, chosen)
    assert not unknown
    known, taken = known_stories(sources, "zh"), names_in_use(sources)
    options = Options(terms, "grassroots", "", "zh", ALT, known, taken)
    return make_drafts(tree, settings, sources, site, options)


def import_files(files: Mapping[str, bytes | str], **chosen: str) -> Drafts:
    """Imports a folder into the small project."""
    return import_into(project()[0], files, **chosen)


def body_of(document: bytes) -> str:
    """The text of a draft, below its header."""
    return document.decode().split("\n---\n", 1)[1]
