"""Where links and images of the texts lead: to public documents, to places on their pages, to images."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from posixpath import basename, dirname, relpath
from urllib.parse import quote

from sfwgen.checks.project import Document, DocumentText, Project, body_location
from sfwgen.diagnostics import Diagnostic, Location, fault, nearest
from sfwgen.model import Body, ImageSlot, LinkSlot, Story

FIGURE_ANCHOR = "fig-"
"""What stands before a figure's id in the address of its explanation."""

_OWN_LINK = re.compile(r'<a [^>]*?href="#([^"]+)"')
_ID = re.compile(r' id="([^"]+)"')


def check_links(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each link to a document that is not on the site, or to no place in it."""
    for document, lang, text in _texts(project):
        for slot in text.body.parts:
            if not isinstance(slot, LinkSlot):
                continue
            target = project.document_by_file.get(slot.target)
            if target is None or not _may_lead(document, target):
                yield _no_target(project, slot, lang)
            elif slot.fragment:
                anchors = _anchors(target, _text_of(target, slot.target))
                yield from _no_anchor(slot.fragment, anchors, slot.location)


def check_own_anchors(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each link to a place on the same page (`#…`) that there is not."""
    for document, _, text in _texts(project):
        html = "".join(part for part in text.body.parts if isinstance(part, str))
        if 'href="#' not in html:
            continue
        anchors = _anchors(document, text) | {unescape(each) for each in _ID.findall(html)}
        for written in dict.fromkeys(_OWN_LINK.findall(html)):
            fragment = unescape(written)
            yield from _no_anchor(fragment, anchors, _written_at(text.body, fragment))


def check_images(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each image that is not there."""
    slots = [slot for _, _, text in _texts(project) for slot in text.body.parts]
    sides = [side for story in project.site.stories for pair in story.pairs for side in pair.sides]
    slots += [side.image for side in sides if side.image]
    for slot in slots:
        if isinstance(slot, ImageSlot) and slot.target not in project.images:
            folder = dirname(slot.target)
            beside = [basename(each) for each in project.images if dirname(each) == folder]
            name = basename(slot.target)
            yield fault("image-missing", slot.location, name=name, nearest=nearest(name, beside))


def _texts(project: Project) -> Iterator[tuple[Document, str, DocumentText]]:
    for document in project.documents:
        for lang, text in document.texts.items():
            yield document, lang, text


def _may_lead(document: Document, target: Document) -> bool:
    """What is public does not lead to a draft."""
    draft = isinstance(target, Story) and target.draft
    return not draft or (isinstance(document, Story) and document.draft)


def _no_target(project: Project, slot: LinkSlot, lang: str) -> Diagnostic:
    folder = dirname(slot.location.file)
    public = {
        each.slug: _file_in(each, lang)
        for each in project.documents
        if not (isinstance(each, Story) and each.draft)
    }
    meant = public.get(nearest(_slug_of(slot.target), public), "")
    return fault(
        "link-target-missing",
        slot.location,
        target=relpath(slot.target, folder),
        nearest=relpath(meant, folder) if meant else "",
        language=lang,
    )


def _file_in(document: Document, lang: str) -> str:
    """The file to link to in a language: the original where it has no translation."""
    file_by_language = {each: text.file for each, text in document.texts.items()}
    return file_by_language.get(lang) or next(iter(file_by_language.values()))


def _slug_of(target: str) -> str:
    """The folder that a target means, whatever file in it is named."""
    name = basename(target)
    return basename(dirname(target)) if name.startswith("index.") else name.partition(".")[0]


def _text_of(document: Document, file: str) -> DocumentText:
    return next(text for text in document.texts.values() if text.file == file)


def _anchors(document: Document, text: DocumentText) -> set[str]:
    figures = document.figures if isinstance(document, Story) else ()
    own = {heading.anchor for heading in text.body.headings}
    return own | {FIGURE_ANCHOR + figure.id for figure in figures}


def _no_anchor(fragment: str, anchors: set[str], location: Location) -> Iterator[Diagnostic]:
    if fragment not in anchors:
        # Chinese headings are short: one wrong character of two is half of it.
        near = nearest(fragment, sorted(anchors), 0.5)
        yield fault("link-anchor-missing", location, fragment=fragment, nearest=near)


def _written_at(body: Body, fragment: str) -> Location:
    """Where a link to a place on its own page is written, else the start of the text."""
    for written in (f"(#{fragment}", f"#{fragment}", f"#{quote(fragment)}"):
        offset = body.source.find(written)
        if offset >= 0:
            return body_location(body, offset + written.index("#"))
    return Location(body.file, body.line, 1)
