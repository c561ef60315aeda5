"""The documents of a project as the files that people write, before anything is made of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sfwgen.content.config import FILE as CONFIG
from sfwgen.content.frontmatter import Document, parse_document
from sfwgen.content.layout import Folder, lay_out
from sfwgen.content.nodes import MappingNode
from sfwgen.content.text import decode_text
from sfwgen.content.yaml import parse_mapping

_CONTENT = "content/"


@dataclass(frozen=True, slots=True)
class Written:
    """A document as files. `name` is its path below content/, as in `stories/gas-pipeline`.

    `file` holds the text in the default language, `texts` are the files by language; a document of facts has
    one file for all languages and no `texts`.
    """

    name: str
    file: str
    texts: Mapping[str, str]

    @property
    def section(self) -> str:
        """The part of the project it belongs to: stories, pages, bulletins, …"""
        return self.name.partition("/")[0]

    @property
    def files(self) -> tuple[str, ...]:
        """Every file it is read from."""
        return tuple(dict.fromkeys((self.file, *self.texts.values())))


def read_written(paths: Sequence[str], default: str) -> tuple[Written, ...]:
    """Returns every document of a project, by the paths of its files: stories, pages, then all others."""
    layout = lay_out(paths)
    found = [
        *_folders("stories", layout.stories, default),
        *_folders("pages", layout.pages, default),
    ]
    facts = (*layout.bulletins, *layout.tallies, *layout.registers, *layout.vocabulary.values())
    found += (Written(_name(file), file, {}) for file in facts)
    return (*found, *([Written("config", CONFIG, {})] if CONFIG in paths else []))


def _folders(section: str, folders: Sequence[Folder], default: str) -> Iterator[Written]:
    for folder in folders:
        if default in folder.texts:
            yield Written(f"{section}/{folder.slug}", folder.texts[default], folder.texts)


def _name(file: str) -> str:
    return file.removeprefix(_CONTENT).removesuffix(".yaml")


def parse_source(sources: Mapping[str, bytes], file: str) -> Document | None:
    """Returns a document of the project as syntax, or None where it is not sound."""
    text = decode_text(sources[file], file)[0] if file in sources else None
    return None if text is None else parse_document(text, file)[0]


def parse_facts(sources: Mapping[str, bytes], file: str) -> MappingNode | None:
    """Returns a YAML file of the project as syntax, or None where it is not sound."""
    text = decode_text(sources[file], file)[0] if file in sources else None
    return None if text is None else parse_mapping(text, file)[0]


def digest_files(sources: Mapping[str, bytes], files: Sequence[str]) -> str:
    """Returns a digest of the names and bytes of files."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file}\0{hashlib.sha256(sources.get(file, b'')).hexdigest()}\0".encode())
    return digest.hexdigest()
