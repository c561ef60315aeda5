"""From the bytes of a project to its site: parse every document, then decode them in the order they need."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname

from sfwgen.content.config import FILE as CONFIG
from sfwgen.content.config import ConfigRead, decode_config
from sfwgen.content.echoes import without_echoes
from sfwgen.content.frontmatter import Document, parse_document
from sfwgen.content.layout import Layout, lay_out
from sfwgen.content.markdown import parse_body
from sfwgen.content.nodes import MappingNode
from sfwgen.content.pages import decode_page
from sfwgen.content.registers import Around, decode_register
from sfwgen.content.reports import (
    check_numbers,
    check_references,
    check_slugs,
    decode_bulletin,
    decode_tally,
    tally_id,
)
from sfwgen.content.stories import Texts, decode_story
from sfwgen.content.text import decode_text
from sfwgen.content.vocabulary import Catalogue, Catalogues, decode_vocabulary
from sfwgen.content.yaml import has_libyaml, parse_mapping
from sfwgen.diagnostics import Diagnostic, Location, fault, sort_diagnostics
from sfwgen.model import Body, Bulletin, Page, Register, Site, Story, Tally

Faults = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class BodySource:
    """A body to be converted: Markdown, its file, the line it begins on, the folder its links start from."""

    source: str
    file: str
    line: int
    folder: str


Convert = Callable[[Sequence[BodySource]], Sequence[tuple[Body, Faults]]]
"""Converts bodies, in order; may do so in parallel or remember earlier results."""


def convert_body(body: BodySource) -> tuple[Body, Faults]:
    """Returns one body converted, and what is wrong with it."""
    return parse_body(body.source, file=body.file, line=body.line, folder=body.folder)


def convert_bodies(bodies: Sequence[BodySource]) -> list[tuple[Body, Faults]]:
    """Returns bodies converted one after the other."""
    return [convert_body(body) for body in bodies]


def load_site(
    sources: Mapping[str, bytes], convert: Convert, unread: frozenset[str]
) -> tuple[Site | None, Faults]:
    """Returns the site that the files make and everything that is wrong with single documents, sorted."""
    if not has_libyaml():
        return None, (fault("libyaml-missing", Location(CONFIG)),)
    loader = _Loader(sources, convert, unread)
    site = loader.load()
    return site, sort_diagnostics((*loader.syntax, *without_echoes(loader.faults, loader.syntax)))


class _Loader:
    """Reads the documents of a project stage by stage and collects what is wrong with them."""

    def __init__(self, sources: Mapping[str, bytes], convert: Convert, unread: frozenset[str]) -> None:
        self.sources = sources
        self.unread = unread
        self.convert = convert
        self.syntax: list[Diagnostic] = []
        self.faults: list[Diagnostic] = []

    def load(self) -> Site | None:
        layout = lay_out(self.sources, unread=self.unread)
        self.faults += layout.faults
        mappings = self.parse_mappings(
            (*layout.vocabulary.values(), *layout.tallies, *layout.bulletins, *layout.registers)
        )
        documents = self.parse_documents(layout)
        config = self.read_config()
        if config is None or not config.languages:
            # Without the languages nothing can be said of the other documents' fields.
            return None
        languages = config.reporter.languages
        roots = {kind: mappings[file] for kind, file in layout.vocabulary.items()}
        catalogues, found = decode_vocabulary(roots, languages)
        self.faults += found
        texts = Texts(documents, self.convert_all(documents), languages)
        stories, owners = self.decode_stories(layout, texts, config, catalogues)
        pages = self.decode_pages(layout, texts)
        tallies = self.decode_tallies(layout, mappings, languages, catalogues, owners)
        slugs = {folder.slug for folder in layout.stories}
        bulletins = self.decode_bulletins(layout, mappings, languages, slugs)
        registers = self.decode_registers(layout, mappings, config, catalogues)
        self.check_joints(config, catalogues, owners, slugs)
        if config.config is None:
            return None
        words = catalogues.vocabulary()
        return Site(config.config, words, stories, tallies, bulletins, pages, registers)

    def parse_mappings(self, files: Sequence[str]) -> dict[str, MappingNode | None]:
        return {file: self.parse_mapping(file) for file in files}

    def parse_mapping(self, file: str) -> MappingNode | None:
        text = self.read_text(file)
        if text is None:
            return None
        root, faults = parse_mapping(text, file)
        self.syntax += faults
        return root

    def read_text(self, file: str) -> str | None:
        if file not in self.sources:
            return None
        text, faults = decode_text(self.sources[file], file)
        self.syntax += faults
        return text

    def parse_documents(self, layout: Layout) -> dict[str, Document]:
        documents = {}
        for folder in (*layout.stories, *layout.pages):
            for file in folder.texts.values():
                text = self.read_text(file)
                if text is None:
                    continue
                document, faults = parse_document(text, file)
                self.syntax += faults
                if document is not None:
                    documents[file] = document
        return documents

    def read_config(self) -> ConfigRead | None:
        if CONFIG not in self.sources and CONFIG not in self.unread:
            self.faults.append(fault("config-missing", Location(CONFIG)))
            return None
        root = self.parse_mapping(CONFIG)
        config = decode_config(root) if root is not None else None
        self.faults += config.reporter.faults if config else ()
        return config

    def convert_all(self, documents: Mapping[str, Document]) -> dict[str, Body]:
        bodies = [
            BodySource(document.body, file, document.body_line, dirname(file))
            for file, document in documents.items()
        ]
        converted = self.convert(bodies)
        for _, faults in converted:
            self.faults += faults
        return {source.file: body for source, (body, _) in zip(bodies, converted, strict=True)}

    def decode_stories(
        self, layout: Layout, texts: Texts, config: ConfigRead, catalogues: Catalogues
    ) -> tuple[tuple[Story, ...], dict[str, frozenset[str] | None]]:
        lines = Catalogue(config.lines or {}, whole=config.lines is not None)
        stories: list[Story] = []
        owners: dict[str, frozenset[str] | None] = {}
        for folder in layout.stories:
            read = decode_story(folder, texts, lines, catalogues)
            self.faults += read.faults
            owners[folder.slug] = read.figures
            stories += filter(None, (read.story,))
        return tuple(sorted(stories, key=lambda story: story.slug)), owners

    def decode_pages(self, layout: Layout, texts: Texts) -> tuple[Page, ...]:
        pages: list[Page] = []
        for folder in layout.pages:
            page, faults = decode_page(folder, texts)
            self.faults += faults
            pages += filter(None, (page,))
        return tuple(sorted(pages, key=lambda page: page.slug))

    def decode_tallies(
        self,
        layout: Layout,
        mappings: Mapping[str, MappingNode | None],
        languages: tuple[str, ...],
        catalogues: Catalogues,
        owners: dict[str, frozenset[str] | None],
    ) -> tuple[Tally, ...]:
        tallies: list[Tally] = []
        for file in layout.tallies:
            owners.setdefault(tally_id(file), None)
            root = mappings[file]
            if root is None:
                continue
            tally, owners[tally_id(file)], faults = decode_tally(file, root, languages, catalogues)
            self.faults += faults
            tallies += filter(None, (tally,))
        return tuple(tallies)

    def decode_registers(
        self,
        layout: Layout,
        mappings: Mapping[str, MappingNode | None],
        config: ConfigRead,
        catalogues: Catalogues,
    ) -> tuple[Register, ...]:
        lines = Catalogue(config.lines or {}, whole=config.lines is not None)
        around = Around(config.reporter.languages, catalogues, lines, [*map(tally_id, layout.tallies)])
        registers: list[Register] = []
        for file, data in layout.registers.items():
            root = mappings[file]
            if root is None:
                continue
            read = {path: self.sources[path] for path in data if path in self.sources}
            if len(read) < len(data):
                # What could not be read is told elsewhere.
                continue
            register, faults = decode_register(file, root, read, around)
            self.faults += faults
            registers += filter(None, (register,))
        return tuple(registers)

    def decode_bulletins(
        self,
        layout: Layout,
        mappings: Mapping[str, MappingNode | None],
        languages: tuple[str, ...],
        slugs: set[str],
    ) -> tuple[Bulletin, ...]:
        bulletins: list[Bulletin] = []
        for file in layout.bulletins:
            root = mappings[file]
            if root is not None:
                bulletin, faults = decode_bulletin(file, root, languages, slugs)
                self.faults += faults
                bulletins += filter(None, (bulletin,))
        self.faults += check_numbers(bulletins)
        return tuple(sorted(bulletins, key=lambda bulletin: bulletin.number))

    def check_joints(
        self,
        config: ConfigRead,
        catalogues: Catalogues,
        owners: Mapping[str, frozenset[str] | None],
        slugs: set[str],
    ) -> None:
        """Checks what config.yaml and the counters name among the stories and tallies."""
        told = len(config.reporter.faults)
        check_slugs(config.span_chart, slugs, config.reporter, "span_chart")
        self.faults += config.reporter.faults[told:]
        for counter in catalogues.counters.sound().values():
            written = [(each.ref, each.location) for each in counter.left_out]
            self.faults += check_references(written, owners)
