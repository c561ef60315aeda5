"""From the bytes of a project to its site: parse every document, then decode them in the order they need."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from posixpath import dirname

from sfwgen.content.config import FILE as CONFIG
from sfwgen.content.config import ConfigRead, decode_config
from sfwgen.content.echoes import without_echoes
from sfwgen.content.frontmatter import Document, parse_document
from sfwgen.content.layout import CONTENT, Folder, Layout, lay_out
from sfwgen.content.markdown import parse_body
from sfwgen.content.nodes import MappingNode
from sfwgen.content.pages import decode_page
from sfwgen.content.records import decode_record
from sfwgen.content.registers import Around, decode_register
from sfwgen.content.reports import (
    check_numbers,
    check_references,
    check_slugs,
    decode_bulletin,
    decode_tally,
    tally_id,
)
from sfwgen.content.stories import StoryRead, Texts, decode_story
from sfwgen.content.text import decode_text
from sfwgen.content.vocabulary import Catalogue, Catalogues, decode_vocabulary
from sfwgen.content.yaml import has_libyaml, parse_mapping
from sfwgen.diagnostics import Diagnostic, Location, fault, sort_diagnostics
from sfwgen.each import Each, Shared
from sfwgen.model import Body, Bulletin, Line, Metric, Page, Place, Record, Register, Site, Story, Tally, Team
from sfwgen.values import digest_of

Faults = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class FolderTexts:
    """The documents of one folder as texts, and what is wrong with them before their fields are looked at."""

    texts: Texts
    syntax: Faults
    faults: Faults


@dataclass(frozen=True, slots=True)
class StoryFound:
    """What a story's folder holds, with what is wrong with it as a text and in its fields."""

    read: StoryRead
    syntax: Faults
    faults: Faults


def load_site(sources: Mapping[str, bytes], each: Each, unread: frozenset[str]) -> tuple[Site | None, Faults]:
    """Returns the site that the files make and everything that is wrong with single documents, sorted."""
    if not has_libyaml():
        return None, (fault("libyaml-missing", Location(CONFIG)),)
    loader = _Loader(sources, each, unread)
    site = loader.load()
    return site, sort_diagnostics((*loader.syntax, *without_echoes(loader.faults, loader.syntax)))


class _Loader:
    """Reads the documents of a project stage by stage and collects what is wrong with them."""

    def __init__(self, sources: Mapping[str, bytes], each: Each, unread: frozenset[str]) -> None:
        self.sources = sources
        self.unread = unread
        self.each = each
        self.syntax: list[Diagnostic] = []
        self.faults: list[Diagnostic] = []

    def load(self) -> Site | None:
        layout = lay_out(self.sources, unread=self.unread)
        self.faults += layout.faults
        mappings = self.parse_mappings(
            (*layout.vocabulary.values(), *layout.tallies, *layout.bulletins, *layout.registers)
        )
        config = self.read_config()
        if not any(path.startswith(CONTENT) for path in (*self.sources, *self.unread)):
            folder = CONTENT.rstrip("/")
            self.faults += [] if folder in self.unread else [fault("content-missing", Location(folder))]
            return None
        if config is None or not config.languages:
            # Without the languages nothing can be said of the other documents' fields.
            return None
        languages = config.reporter.languages
        roots = {kind: mappings[file] for kind, file in layout.vocabulary.items()}
        catalogues, found = decode_vocabulary(roots, languages)
        self.faults += found
        stories, owners = self.decode_stories(layout, config, catalogues)
        pages = self.decode_pages(layout, languages)
        tallies = self.decode_tallies(layout, mappings, languages, catalogues, owners)
        slugs = {folder.slug for folder in layout.stories}
        bulletins = self.decode_bulletins(layout, mappings, languages, slugs)
        registers = self.decode_registers(layout, mappings, config, catalogues)
        records = self.decode_records(layout)
        self.check_joints(config, catalogues, owners, slugs)
        if config.config is None:
            return None
        words = catalogues.vocabulary()
        return Site(config.config, words, stories, tallies, bulletins, pages, registers, records)

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

    def read_folder(self, folder: Folder, languages: tuple[str, ...]) -> FolderTexts:
        """Returns a folder's documents with their bodies converted; what is wrong is not noted yet."""
        documents: dict[str, Document] = {}
        bodies: dict[str, Body] = {}
        syntax: list[Diagnostic] = []
        faults: list[Diagnostic] = []
        for file in folder.texts.values():
            if file not in self.sources:
                continue
            text, found = decode_text(self.sources[file], file)
            syntax += found
            if text is None:
                continue
            document, found = parse_document(text, file)
            syntax += found
            if document is not None:
                body, found = parse_body(
                    document.body, file=file, line=document.body_line, folder=dirname(file)
                )
                faults += found
                documents[file], bodies[file] = document, body
        return FolderTexts(Texts(documents, bodies, languages), tuple(syntax), tuple(faults))

    def read_config(self) -> ConfigRead | None:
        if CONFIG not in self.sources and CONFIG not in self.unread:
            self.faults.append(fault("config-missing", Location(CONFIG)))
            return None
        root = self.parse_mapping(CONFIG)
        config = decode_config(root) if root is not None else None
        self.faults += config.reporter.faults if config else ()
        return config

    def decode_stories(
        self, layout: Layout, config: ConfigRead, catalogues: Catalogues
    ) -> tuple[tuple[Story, ...], dict[str, frozenset[str] | None]]:
        lines = Catalogue(config.lines or {}, whole=config.lines is not None)

        def read(number: int) -> StoryFound:
            folder = layout.stories[number]
            found = self.read_folder(folder, config.reporter.languages)
            story = decode_story(folder, found.texts, lines, catalogues)
            if story.story is not None:
                face = digest_of(story.story.without_bodies)
                story = replace(story, story=replace(story.story, digest=keys[number], face=face))
            return StoryFound(story, found.syntax, found.faults)

        words = self.digest(CONFIG, *layout.vocabulary.values())
        keys = [f"{words} {self.digest(*folder.texts.values())}" for folder in layout.stories]
        shared = _shared(catalogues, lines)
        stories: list[Story] = []
        owners: dict[str, frozenset[str] | None] = {}
        for folder, found in zip(layout.stories, self.each("story", keys, read, shared), strict=True):
            self.syntax += found.syntax
            self.faults += (*found.faults, *found.read.faults)
            owners[folder.slug] = found.read.figures
            stories += filter(None, (found.read.story,))
        return tuple(sorted(stories, key=lambda story: story.slug)), owners

    def digest(self, *files: str) -> str:
        """Returns a digest of the names and bytes of files; one that could not be read has none."""
        digest = hashlib.sha256()
        for file in files:
            data = self.sources.get(file)
            digest.update(f"{file}\0{'' if data is None else hashlib.sha256(data).hexdigest()}\0".encode())
        return digest.hexdigest()

    def decode_pages(self, layout: Layout, languages: tuple[str, ...]) -> tuple[Page, ...]:
        pages: list[Page] = []
        for folder in layout.pages:
            found = self.read_folder(folder, languages)
            page, faults = decode_page(folder, found.texts)
            self.syntax += found.syntax
            self.faults += (*found.faults, *faults)
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

    def decode_records(self, layout: Layout) -> dict[str, Record]:
        files = [file for file in layout.records if file in self.sources]

        def read(number: int) -> tuple[Record | None, Faults, Faults]:
            file = files[number]
            text, syntax = decode_text(self.sources[file], file)
            root, found = (None, ()) if text is None else parse_mapping(text, file)
            record, faults = (None, ()) if root is None else decode_record(file, root)
            return record, (*syntax, *found), faults

        records: dict[str, Record] = {}
        if not files:
            return records
        keys = [self.digest(file) for file in files]
        for record, syntax, faults in self.each("record", keys, read):
            self.syntax += syntax
            self.faults += faults
            records |= {record.name: record} if record else {}
        return records

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


def _shared(catalogues: Catalogues, lines: Catalogue[Line]) -> Shared:
    """The definitions that stories refer to."""
    catalogue: Mapping[str, Line | Metric | Place | Team]
    found: dict[tuple[str, str], object] = {}
    for catalogue in (
        lines.sound(),
        catalogues.metrics.sound(),
        catalogues.places.sound(),
        catalogues.teams.sound(),
    ):
        found |= {(type(each).__name__, each.id): each for each in catalogue.values()}
    return found
