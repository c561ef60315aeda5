"""Rendering: every output of a plan as bytes, and for each page what the rules over outputs ask about it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from sfwgen.build.recipes import Recipe, digest_parts, file_recipe, key_of
from sfwgen.build.results import Progress, Stage
from sfwgen.checks.facts import PageFacts, read_facts
from sfwgen.checks.privacy import holds_nothing
from sfwgen.diagnostics import Diagnostic
from sfwgen.each import Each, one_by_one
from sfwgen.images import ImageError, encode
from sfwgen.plan.outputs import (
    AssetOutput,
    BuildPlan,
    DataOutput,
    ImageOutput,
    Output,
    PageOutput,
    ShareOutput,
)
from sfwgen.publish import FileRecord, record_file
from sfwgen.publish.scratch import Lying, Scratch
from sfwgen.render import NO_FILTERS, Filters, Renderer, RenderError, sign_filters
from sfwgen.render.data import render_data
from sfwgen.render.share import draw_share
from sfwgen.theme import Theme
from sfwgen.values import digest_of

Picture = ImageOutput | ShareOutput

_QUICKEST = 1
_AT_ONCE = 500
"""How many pages are given out at once: between two lots the reader of a progress line hears of it."""


@dataclass(frozen=True, slots=True)
class PackedPage:
    """A finished page: its bytes packed, their record, its facts, and whether it holds nothing personal.

    `parts` are digests of what it shows, for saying later what has changed.
    """

    packed: bytes
    record: FileRecord
    facts: PageFacts
    clean: bool
    parts: bytes


class Outputs(Mapping[str, bytes]):
    """The files of a site by path. Pages lie packed until asked for: most are never written again."""

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch
        self._pages: dict[str, Lying] = {}
        self._files: dict[str, bytes] = {}
        self.records: dict[str, FileRecord] = {}
        """Size and digest of each file."""
        self.recipes: dict[str, Recipe] = {}

    def add_page(self, path: str, page: PackedPage, recipe: Recipe) -> None:
        """Takes a page."""
        self._pages[path] = self._scratch.put(page.packed)
        self.records[path] = page.record
        self.recipes[path] = recipe

    def add_file(self, output: Output, data: bytes) -> None:
        """Takes any other file."""
        self._files[output.path] = data
        self.records[output.path] = record = record_file(data)
        self.recipes[output.path] = file_recipe(output, record)

    def __getitem__(self, path: str) -> bytes:
        page = self._pages.get(path)
        return self._files[path] if page is None else zlib.decompress(page.read())

    def __iter__(self) -> Iterator[str]:
        yield from self._pages
        yield from self._files

    def __len__(self) -> int:
        return len(self._pages) + len(self._files)

    def __contains__(self, path: object) -> bool:
        return path in self._pages or path in self._files


@dataclass(slots=True)
class Rendered:
    """The outputs of a plan, the facts of its pages, which of them are clean, and what cannot be rendered."""

    outputs: Outputs
    facts: dict[str, PageFacts] = field(default_factory=dict)
    clean: set[str] = field(default_factory=set)
    faults: list[Diagnostic] = field(default_factory=list)

    def add_page(self, path: str, page: PackedPage, recipe: Recipe) -> None:
        """Takes a finished page."""
        self.outputs.add_page(path, page, recipe)
        self.facts[path] = page.facts
        if page.clean:
            self.clean.add(path)


def render_outputs(
    plan: BuildPlan,
    theme: Theme,
    closures: Mapping[str, frozenset[str]],
    progress: Progress,
    each: Each = one_by_one,
    filters: Filters = NO_FILTERS,
    scratch: Scratch | None = None,
) -> Rendered:
    """Returns the bytes of every output; `closures` are the templates that each template draws on."""
    pages = [output for output in plan.outputs if isinstance(output, PageOutput)]
    templates = {name: _digest_templates(theme, name, names, filters) for name, names in closures.items()}
    rendered = Rendered(Outputs(scratch or Scratch()))
    _render_pages(rendered, pages, Renderer(theme, filters), templates, closures, progress, each)
    pictures = [output for output in plan.outputs if isinstance(output, ImageOutput | ShareOutput)]
    files: list[tuple[Output, bytes]] = [
        (output, _render_file(output))
        for output in plan.outputs
        if isinstance(output, AssetOutput | DataOutput)
    ]
    for picture, made in zip(pictures, _draw_pictures(pictures, each), strict=True):
        if isinstance(made, Diagnostic):
            rendered.faults.append(made)
        else:
            files.append((picture, made))
    for output, data in files:
        rendered.outputs.add_file(output, data)
    rendered.clean.update(_clean_files({output.path: data for output, data in files}, rendered.outputs, each))
    return rendered


def _clean_files(files: Mapping[str, bytes], outputs: Outputs, each: Each) -> set[str]:
    """The files that hold nothing personal: that is remembered of their bytes, never what one holds."""
    paths = sorted(files)
    keys = [f"{path.rpartition('.')[2]} {outputs.records[path].sha256}" for path in paths]
    clean = each("clean file", keys, lambda number: holds_nothing(paths[number], files[paths[number]]))
    return {path for path, fine in zip(paths, clean, strict=True) if fine}


def _render_file(output: AssetOutput | DataOutput) -> bytes:
    return output.content if isinstance(output, AssetOutput) else render_data(output.data)


def _draw_pictures(pictures: Sequence[Picture], each: Each) -> list[bytes | Diagnostic]:
    """The bytes of each picture, or what is wrong with it: making one takes longer than making a page."""
    sources = [one.content if isinstance(one, ImageOutput) else one.font for one in pictures]
    # Many pictures are made from one photograph, or with one font.
    once = {id(data): data for data in sources}
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in once.items()}
    keys = [
        _digest_picture(picture, digests[id(data)]) for picture, data in zip(pictures, sources, strict=True)
    ]
    return each("picture", keys, lambda number: _draw(pictures[number]))


def _digest_picture(picture: Picture, source: str) -> str:
    if isinstance(picture, ImageOutput):
        return digest_of((source, picture.source.file, picture.kind, picture.size))
    return digest_of(replace(picture, font=source.encode()))


def _draw(picture: Picture) -> bytes | Diagnostic:
    try:
        if isinstance(picture, ShareOutput):
            return draw_share(picture)
        return encode(picture.content, picture.source.file, picture.kind, picture.size)
    except ImageError as error:
        return error.diagnostic


def _render_pages(
    rendered: Rendered,
    pages: Sequence[PageOutput],
    renderer: Renderer,
    templates: Mapping[str, str],
    closures: Mapping[str, frozenset[str]],
    progress: Progress,
    each: Each,
) -> None:
    progress(Stage.RENDERING, 0, len(pages))
    for start in range(0, len(pages), _AT_ONCE):
        lot = pages[start : start + _AT_ONCE]
        keys = [f"{templates.get(page.template)} {page.digest or digest_of(page.view)}" for page in lot]
        made = each("page", keys, partial(_finish, renderer, lot))
        for page, key, result in zip(lot, keys, made, strict=True):
            if isinstance(result, Diagnostic):
                rendered.faults.append(result)
            else:
                drawn_on = closures.get(page.template, frozenset())
                rendered.add_page(page.path, result, Recipe("page", key_of(key), result.parts, drawn_on))
        progress(Stage.RENDERING, start + len(lot), len(pages))


def _digest_templates(theme: Theme, template: str, names: frozenset[str], filters: Filters) -> str:
    texts = {name: theme.templates[name] for name in sorted(names)}
    strings = {lang: dict(strings) for lang, strings in theme.strings.items()}
    return digest_of((template, texts, strings, sign_filters(filters)))


def _finish(renderer: Renderer, pages: Sequence[PageOutput], number: int) -> PackedPage | Diagnostic:
    page = pages[number]
    try:
        view = page.view
        html = renderer.render(page.template, view)
    except RenderError as error:
        return error.diagnostic
    data = html.encode()
    record = FileRecord(len(data), hashlib.sha256(data).hexdigest())
    packed = zlib.compress(data, _QUICKEST)
    return PackedPage(packed, record, read_facts(html), holds_nothing(page.path, data), digest_parts(view))
