"""Which generator a folder of posts is for, and what its settings say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sfwgen.content.nodes import Plain
from sfwgen.content.text import decode_text
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.posts.document import Engine, Header, Settings, Tree
from sfwgen.posts.headers import read_json, read_toml, read_yaml

_ENDINGS = ("toml", "yaml", "yml", "json")
_HUGO = tuple(f"{name}.{ending}" for name in ("hugo", "config") for ending in _ENDINGS)
_DEFAULT = "config/_default/"
_HUGO_PARTS = tuple(
    f"{_DEFAULT}{part}.{ending}" for part in ("languages", "permalinks") for ending in _ENDINGS
)
HEXO = "_config.yml"

Faults = tuple[Diagnostic, ...]


def is_settings(path: str) -> bool:
    """Returns whether a file may hold settings of a generator, by its path."""
    return path == HEXO or path in _HUGO or (path.startswith(_DEFAULT) and path.endswith(_ENDINGS))


def find_engine(tree: Tree) -> Engine | None:
    """Returns the generator that the folder is laid out for, None where that cannot be told."""
    paths = (*tree.texts, *tree.others)
    if HEXO in tree.texts or any(
        path.startswith(("source/_posts/", "_posts/", "_drafts/")) for path in paths
    ):
        return Engine.HEXO
    if any(path in _HUGO or path.startswith((_DEFAULT, "archetypes/")) for path in paths):
        return Engine.HUGO
    documents = [path for path in tree.texts if path.endswith((".md", ".markdown"))]
    bundled = any(path.rpartition("/")[2].startswith(("index.", "_index.")) for path in documents)
    toml = any(tree.texts[path].lstrip()[:3] == b"+++" for path in documents)
    return Engine.HUGO if bundled or toml else None


def read_settings(tree: Tree, engine: Engine) -> tuple[Settings, Faults]:
    """Returns the settings; of a file that cannot be read this is told, and the defaults hold."""
    return _hexo(tree) if engine is Engine.HEXO else _hugo(tree)


def _hexo(tree: Tree) -> tuple[Settings, Faults]:
    header, faults = _read(tree, HEXO)
    named = [word.lower() for word in header.words("language") if word.lower() != "default"]
    content = next(
        (top for top in ("source/", "") if any(path.startswith(f"{top}_posts/") for path in tree.texts)), None
    )
    marked = header.fields.get("marked")
    permalink = header.text("permalink") or (":year/:month/:day/:title/" if header.fields else "")
    found = Settings(
        Engine.HEXO,
        content="" if content is None else f"{content}_posts",
        url=header.text("url"),
        language=named[0] if named else "",
        languages=dict.fromkeys(named, ""),
        permalinks={"": permalink} if permalink else {},
        breaks=not (isinstance(marked, dict) and marked.get("breaks") == "false"),
    )
    return found, faults


def _hugo(tree: Tree) -> tuple[Settings, Faults]:
    file = next(
        (path for path in (*_HUGO, *(f"{_DEFAULT}{name}" for name in _HUGO)) if path in tree.texts), ""
    )
    header, faults = _read(tree, file)
    fields = {key.lower(): value for key, value in header.fields.items()}
    for part in filter(tree.texts.__contains__, _HUGO_PARTS):
        more, found = _read(tree, part)
        fields.setdefault(part.removeprefix(_DEFAULT).partition(".")[0], dict(more.fields))
        faults += found
    content = header.text("contentDir").strip("/") or "content"
    languages = {code.lower(): _folder(value) for code, value in _mapping(fields.get("languages")).items()}
    inside = any(path.startswith(f"{content}/") for path in tree.texts)
    found_settings = Settings(
        Engine.HUGO,
        content=content if inside else "",
        url=header.text("baseURL"),
        language=(
            header.text("defaultContentLanguage", "languageCode", "locale") or ("en" if languages else "")
        ).lower(),
        languages=languages,
        permalinks=dict(_permalinks(fields.get("permalinks"))),
        in_subfolder=header.text("defaultContentLanguageInSubdir") == "true",
        breaks=_deep(fields, "markup", "goldmark", "renderer", "hardWraps") == "true",
    )
    return found_settings, faults


def _folder(language: Plain) -> str:
    folder = {key.lower(): each for key, each in _mapping(language).items()}.get("contentdir")
    return folder.strip("/") if isinstance(folder, str) else ""


def _permalinks(found: Plain) -> Iterator[tuple[str, str]]:
    for section, pattern in _mapping(found).items():
        if isinstance(pattern, str):
            yield section, pattern
        elif section == "page":
            yield from _permalinks(pattern)


def _deep(value: Plain, *keys: str) -> Plain:
    for key in keys:
        value = {name.lower(): each for name, each in _mapping(value).items()}.get(key.lower())
    return value


def _mapping(value: Plain) -> Mapping[str, Plain]:
    return value if isinstance(value, dict) else {}


def _read(tree: Tree, path: str) -> tuple[Header, Faults]:
    if path not in tree.texts:
        return Header(), ()
    text, wrong = decode_text(tree.texts[path], path)
    header: Header | None = None
    if text is not None:
        ending = path.rpartition(".")[2]
        if ending == "toml":
            header, wrong = read_toml(text, path, 1)
        elif ending == "json":
            header, wrong = read_json(text, path)
        else:
            header, wrong = read_yaml(text, path, 1, tabs=True)
    if header is None:
        at = wrong[0].location if wrong else Location(path)
        return Header(), (fault("post-settings-unread", Location(tree.place(path), at.line, at.column)),)
    return header, ()
