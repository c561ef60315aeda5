"""A document's languages compared in structure: headings, printed figures, internal links, images."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from itertools import chain
from posixpath import basename
from typing import TypeVar

from sfwgen.checks.project import Document, DocumentText, Project
from sfwgen.content.markdown.mask import mask_code
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import Body, FigureSlot, ImageSlot, LinkSlot

K = TypeVar("K", bound=Hashable)
Slot = FigureSlot | LinkSlot | ImageSlot

_ATX = re.compile(r" {0,3}#{1,6}[ \t]+\S")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")


def check_headings(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each translation whose headings differ in number or level."""
    for document, original, _, translated in _pairs(project):
        levels = [heading.level for heading in original.body.headings]
        own = [heading.level for heading in translated.body.headings]
        if levels == own:
            continue
        alike = len(levels) == len(own)
        first = next(
            (n for n, (one, other) in enumerate(zip(levels, own, strict=False)) if one != other), None
        )
        index = min(len(levels), len(own)) if first is None else first
        yield fault(
            "translation-headings",
            _heading_location(translated.body, index),
            related=(_heading_location(original.body, index),),
            slug=document.slug,
            original="" if alike else len(levels),
            translated="" if alike else len(own),
            position=index + 1 if alike else "",
        )


def check_slots(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each figure that one language prints with `{=…}` and another does not."""
    for document, original, lang, translated in _pairs(project):
        figures = {slot.figure: slot.location for slot in _slots(original, FigureSlot)}
        own = {slot.figure: slot.location for slot in _slots(translated, FigureSlot)}
        for figure, here, there in _differences(figures, own, original, translated):
            words = {"slug": document.slug, "figure": figure, "language": lang}
            yield fault("translation-slots", here, related=(there,), **words)


def check_links_alike(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each document that one language links to and another does not.

    Texts with a link to no document wait until that is corrected.
    """

    def target(slot: LinkSlot) -> str:
        return project.document_by_file[slot.target].location.file

    for document, original, _, translated in _pairs(project):
        slots = (_slots(original, LinkSlot), _slots(translated, LinkSlot))
        if not all(slot.target in project.document_by_file for slot in chain(*slots)):
            continue
        links, own = (_first_places(each, target) for each in slots)
        for link, here, there in _differences(links, own, original, translated):
            yield fault("translation-links", here, related=(there,), slug=document.slug, target=link)


def check_images_alike(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each image that one language shows and another does not.

    `map.zh.png` and `map.en.png` count as one image.
    """
    languages = {language.id for language in project.site.config.languages}

    def name(slot: ImageSlot) -> str:
        parts = basename(slot.target).split(".")
        return ".".join(
            part for n, part in enumerate(parts) if n in (0, len(parts) - 1) or part not in languages
        )

    for document, original, _, translated in _pairs(project):
        images = _first_places(_slots(original, ImageSlot), name)
        own = _first_places(_slots(translated, ImageSlot), name)
        for image, here, there in _differences(images, own, original, translated):
            yield fault("translation-images", here, related=(there,), slug=document.slug, name=image)


S = TypeVar("S", FigureSlot, LinkSlot, ImageSlot)


def _pairs(project: Project) -> Iterator[tuple[Document, DocumentText, str, DocumentText]]:
    """Yields each translation with the text in the default language that it stands for."""
    default = project.site.config.default.id
    for document in project.documents:
        original = document.texts.get(default)
        for lang, text in document.texts.items():
            if original is not None and lang != default:
                yield document, original, lang, text


def _slots(text: DocumentText, kind: type[S]) -> list[S]:
    phrases = (text.title, text.summary)
    parts: list[object] = [part for phrase in phrases if phrase is not None for part in phrase.parts]
    return [part for part in (*parts, *text.body.parts) if isinstance(part, kind)]


def _first_places(slots: list[S], key: Callable[[S], str]) -> dict[str, Location]:
    places: dict[str, Location] = {}
    for slot in slots:
        places.setdefault(key(slot), slot.location)
    return places


def _differences(
    original: Mapping[K, Location], translated: Mapping[K, Location], text: DocumentText, other: DocumentText
) -> Iterator[tuple[K, Location, Location]]:
    """Yields what stands in one language only: where it is missing, and where it stands."""
    for key, place in original.items():
        if key not in translated:
            yield key, _start(other.body), place
    for key, place in translated.items():
        if key not in original:
            yield key, _start(text.body), place


def _start(body: Body) -> Location:
    return Location(body.file, body.line, 1)


def _heading_location(body: Body, index: int) -> Location:
    """The place of a heading, or of the last one; the start of the body where they are not plain lines."""
    lines = mask_code(body.source).split("\n")
    found = []
    for number, line in enumerate(lines):
        underlined = number > 0 and lines[number - 1].strip() and _UNDERLINE.fullmatch(line)
        if _ATX.match(line):
            found.append(number)
        elif underlined:
            found.append(number - 1)
    if not found or len(found) != len(body.headings):
        return _start(body)
    return Location(body.file, body.line + found[min(index, len(found) - 1)], 1)
