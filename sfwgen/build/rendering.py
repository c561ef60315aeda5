"""Rendering: every output of a plan as bytes, and for each page what the rules over outputs ask about it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from sfwgen.build.recipes import Recipe, digest_parts, file_recipe, key_of
from sfwgen.build.results import Progress, Stage
from sfwgen.checks.facts import PageFacts, read_facts
from sfwgen.checks.privacy import holds_nothing
from sfwgen.diagnostics import Diagnostic
from sfwgen.each import Each, one_by_one
from sfwgen.images import ImageError, encode
from sfwgen.plan.outputs import AssetOutput, BuildPlan, DataOutput, ImageOutput, PageOutput, ShareOutput
from sfwgen.publish import FileRecord, record_file
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

    def __init__(
        self, files: Mapping[str, bytes], pages: Mapping[str, PackedPage], recipes: Mapping[str, Recipe]
    ) -> None:
        self._files = files
        self._pages = pages
        self.recipes = recipes

    def __getitem__(self, path: str) -> bytes:
        page = self._pages.get(path)
        return self._files[path] if page is None else zlib.decompress(page.packed)

    def __iter__(self) -> Iterator[str]:
        yield from self._pages
        yield from self._files

    def __len__(self) -> int:
        return len(self._pages) + len(self._files)

    def __contains__(self, path: object) -> bool:
        return path in self._pages or path in self._files

    @cached_property
    def records(self) -> Mapping[str, FileRecord]:
        """Size and digest of each file."""
        pages = {path: page.record for path, page in self._pages.items()}
        return pages | {path: record_file(data) for path, data in self._files.items()}


@dataclass(frozen=True, slots=True)
class Rendered:
    """The outputs of a plan, the facts of its pages, which of them are clean, and what cannot be rendered."""

    outputs: Outputs
    facts: Mapping[str, PageFacts]
    clean: frozenset[str]
    faults: tuple[Diagnostic, ...]


def render_outputs(
    plan: BuildPlan,
    theme: Theme,
    closures: Mapping[str, frozenset[str]],
    progress: Progress,
    each: Each = one_by_one,
    filters: Filters = NO_FILTERS,
) -> Rendered:
    """Returns the bytes of every output; `closures` are the templates that each template draws on."""
    pages = [output for output in plan.outputs if isinstance(output, PageOutput)]
    recipes: dict[str, Recipe] = {}
    templates = {name: _digest_templates(theme, name, names, filters) for name, names in closures.items()}
    renderer = Renderer(theme, filters)
    finished, faults = _render_pages(pages, renderer, templates, closures, progress, each, recipes)
    plain = [output for output in plan.outputs if isinstance(output, AssetOutput | DataOutput)]
    pictures = [output for output in plan.outputs if isinstance(output, ImageOutput | ShareOutput)]
    files = {output.path: _render_file(output) for output in plain}
    for picture, made in zip(pictures, _draw_pictures(pictures, each), strict=True):
        if isinstance(made, Diagnostic):
            faults.append(made)
        else:
            files[picture.path] = made
    outputs = Outputs(files, finished, recipes)
    filed = (output for output in (*plain, *pictures) if output.path in files)
    recipes |= {output.path: file_recipe(output, outputs.records[output.path]) for output in filed}
    facts = {path: page.facts for path, page in finished.items()}
    clean = {path for path, page in finished.items() if page.clean}
    clean |= _clean_files(files, outputs.records, each)
    return Rendered(outputs, facts, frozenset(clean), tuple(faults))


def _clean_files(files: Mapping[str, bytes], records: Mapping[str, FileRecord], each: Each) -> set[str]:
    """The files that hold nothing personal: that is remembered of their bytes, never what one holds."""
    paths = sorted(files)
    keys = [f"{path.rpartition('.')[2]} {records[path].sha256}" for path in paths]
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
    pages: Sequence[PageOutput],
    renderer: Renderer,
    templates: Mapping[str, str],
    closures: Mapping[str, frozenset[str]],
    progress: Progress,
    each: Each,
    recipes: dict[str, Recipe],
) -> tuple[dict[str, PackedPage], list[Diagnostic]]:
    finished: dict[str, PackedPage] = {}
    faults: list[Diagnostic] = []
    progress(Stage.RENDERING, 0, len(pages))
    for start in range(0, len(pages), _AT_ONCE):
        lot = pages[start : start + _AT_ONCE]
        keys = [f"{templates.get(page.template)} {page.digest or digest_of(page.view)}" for page in lot]
        made = each("page", keys, partial(_finish, renderer, lot))
        for page, key, result in zip(lot, keys, made, strict=True):
            if isinstance(result, Diagnostic):
                faults.append(result)
            else:
                finished[page.path] = result
                drawn_on = closures.get(page.template, frozenset())
                recipes[page.path] = Recipe("page", key_of(key), result.parts, drawn_on)
        progress(Stage.RENDERING, start + len(lot), len(pages))
    return finished, faults


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
