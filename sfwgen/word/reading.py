"""From the bytes of a Word file to a title, a body in Markdown and its pictures, in the order of the file."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from zipfile import ZipFile

from sfwgen.word.collecting import Collector
from sfwgen.word.document import Block, Loss, NoReader, UnreadableWord, WordText
from sfwgen.word.inline import BREAK, inline, unescape
from sfwgen.word.names import Element, W, name_of, texts_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import BaseStyle

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题", re.IGNORECASE)
_STARTS = re.compile(r"(?P<number>\d+)(?P<dot>[.)])(?=\s)|(?P<mark>[-+#>~])(?=\s|#|$)|(?P<rule>-{3,}|={3,})")
_SENTENCE = re.compile("[。；！？.!?;]")
_LONGEST_TITLE = 60
_LARGEST = 512 << 20


def read_word(data: bytes, *, alt: str) -> WordText:
    """Returns what a Word file says; a picture without a description gets `alt`.

    Raises NoReader, UnreadableWord.
    """
    try:
        import docx
    except ImportError as error:
        raise NoReader from error
    try:
        _refuse_bombs(data)
        document = docx.Document(io.BytesIO(data))
        return _read(document, alt)
    except (NoReader, MemoryError):
        raise
    except Exception as error:  # Whatever a damaged archive or XML leads to.
        raise UnreadableWord(str(error).partition("\n")[0]) from error


def _refuse_bombs(data: bytes) -> None:
    """Refuses an archive that is far larger once it is unpacked."""
    with ZipFile(io.BytesIO(data)) as archive:
        if sum(each.file_size for each in archive.infolist()) > _LARGEST:
            raise UnreadableWord(f"> {_LARGEST >> 20} MiB")


def _read(document: Document, alt: str) -> WordText:
    reader = _Reader(document, alt)
    blocks = list(reader.blocks(document.element.body))
    title, blocks = _title(blocks)
    notes = [f"[^{number}]: {reader.note(element)}" for number, element in reader.collect.notes()]
    reader.collect.lose_parts()
    body = "\n\n".join(filter(None, (_joined(_levelled(blocks)), "\n".join(notes))))
    paragraphs = tuple(unescape(block.text) for block in blocks if block.kind != "picture")
    return WordText(title, body, paragraphs, reader.collect.pictures, reader.collect.lost)


class _Reader:
    """Walks through a document; what is no text is collected on the way."""

    def __init__(self, document: Document, alt: str) -> None:
        self.collect = Collector(document.part)
        self.alt = alt
        self.styles = {style.style_id: style for style in document.styles}
        self.numbering = _formats(document)

    def blocks(self, parent: Element) -> Iterator[Block]:
        for child in parent:
            match name_of(child.tag):
                case "p":
                    yield from self.paragraph(child)
                case "tbl":
                    yield from self.table(child)
                case "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo":
                    yield from self.blocks(child)
                case "del" | "moveFrom":
                    self.collect.lose(Loss.DELETED, texts_of(child, deleted=True))

    def paragraph(self, element: Element) -> Iterator[Block]:
        kind, level = self.kind(element)
        text = inline(element, self.collect)
        for line in map(str.strip, text.split(BREAK)):
            if line:
                yield Block(kind, line, level)
        for picture in self.collect.shown:
            yield Block("picture", f"![{picture.alt or self.alt}]({picture.name})")
        self.collect.shown.clear()

    def kind(self, element: Element) -> tuple[str, int]:
        properties = element.find(W + "pPr")
        if properties is None:
            return "text", 0
        style = properties.find(W + "pStyle")
        found = self.styles.get(style.get(W + "val")) if style is not None else None
        name = str(found.name) if found is not None else ""
        numbered = self.format(properties, found)
        outline = properties.find(W + "outlineLvl")
        heading = _HEADING.fullmatch(name)
        if heading or (outline is not None and (outline.get(W + "val") or "9") < "9"):
            if numbered:
                self.collect.lose(Loss.NUMBERING, texts_of(element))
            return "heading", int(heading[1]) if heading else int(outline.get(W + "val")) + 1
        if _TITLE.fullmatch(name):
            return "title", 0
        return numbered or ("text", 0)

    def format(self, properties: Element, style: BaseStyle | None) -> tuple[str, int] | None:
        """Whether a paragraph is an item, and of what kind of list, with its depth."""
        numbers = properties.find(W + "numPr")
        if numbers is None and style is not None:
            above = style.element.find(W + "pPr")
            numbers = None if above is None else above.find(W + "numPr")
        if numbers is None:
            return None
        id_, depth = numbers.find(W + "numId"), numbers.find(W + "ilvl")
        level = int(depth.get(W + "val")) if depth is not None else 0
        number = "0" if id_ is None else id_.get(W + "val")
        if number == "0":
            return None
        form = self.numbering.get((number, level), "decimal")
        if form not in ("bullet", "decimal", "none"):
            self.collect.count(Loss.NUMBERING)
        return ("bullet" if form == "bullet" else "number"), level

    def table(self, element: Element) -> Iterator[Block]:
        rows = [self.row(row) for row in element.iter(W + "tr") if row.getparent() is element]
        width = max(map(len, rows), default=0)
        if not width:
            return
        if any(True for tag in ("gridSpan", "vMerge") for _ in element.iter(W + tag)):
            self.collect.lose(Loss.MERGED, " ".join(rows[0]))
        filled = [[*row, *[""] * (width - len(row))] for row in rows]
        head, *others = [f"| {' | '.join(row)} |" for row in filled]
        yield Block("table", "\n".join((head, f"|{' --- |' * width}", *others)))
        for picture in self.collect.shown:
            yield Block("picture", f"![{picture.alt or self.alt}]({picture.name})")
        self.collect.shown.clear()

    def row(self, element: Element) -> list[str]:
        cells = []
        for cell in element.findall(W + "tc"):
            if cell.find(W + "tbl") is not None:
                self.collect.lose(Loss.NESTED, texts_of(cell.find(W + "tbl")))
            lines = (inline(each, self.collect) for each in cell.findall(W + "p"))
            cells.append(" ".join(" ".join(lines).split()))
        return cells

    def note(self, element: Element) -> str:
        return " ".join(" ".join(inline(each, self.collect) for each in element.findall(W + "p")).split())


def _formats(document: Document) -> dict[tuple[str, int], str]:
    """How the levels of each list are numbered: `bullet`, `decimal`, …"""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        # A file without lists has no such part; python-docx cannot make one up, and says so in this way.
        return {}
    levels = {
        (each.get(W + "abstractNumId"), int(level.get(W + "ilvl"))): level.find(W + "numFmt").get(W + "val")
        for each in root.findall(W + "abstractNum")
        for level in each.findall(W + "lvl")
        if level.find(W + "numFmt") is not None
    }
    formats = {}
    for number in root.findall(W + "num"):
        abstract = number.find(W + "abstractNumId").get(W + "val")
        for (id_, level), form in levels.items():
            if id_ == abstract:
                formats[number.get(W + "numId"), level] = form
    return formats


def _title(blocks: list[Block]) -> tuple[str, list[Block]]:
    """The title and what is left: what is set as one, else a first line that is short and no sentence."""
    for number, block in enumerate(blocks):
        if block.kind == "title":
            return block.text, [*blocks[:number], *blocks[number + 1 :]]
    first = blocks[0] if blocks else None
    if first is not None and first.kind in ("text", "heading"):
        single = (
            first.kind == "text"
            or sum(block.kind == "heading" and block.level == first.level for block in blocks) == 1
        )
        if single and len(first.text) <= _LONGEST_TITLE and not _SENTENCE.search(first.text):
            return first.text, blocks[1:]
    return "", blocks


def _levelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """Headings from the second level on, none left out."""
    tops = [block.level for block in blocks if block.kind == "heading"]
    top, before = min(tops, default=1), 1
    for block in blocks:
        if block.kind == "heading":
            before = min(block.level - top + 2, before + 1, 6)
            yield Block("heading", block.text, before)
        else:
            yield block


def _joined(blocks: Iterator[Block]) -> str:
    parts: list[str] = []
    before = ""
    for block in blocks:
        together = block.kind == before and block.kind in ("bullet", "number")
        parts += ("\n" if together else "\n\n") if parts else ""
        parts.append(_markdown(block))
        before = block.kind
    return "".join(parts)


def _markdown(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"{'#' * block.level} {block.text}"
        case "bullet":
            return f"{'    ' * block.level}- {block.text}"
        case "number":
            return f"{'    ' * block.level}1. {block.text}"
        case "text" | "title":
            return _STARTS.sub(_escaped, block.text, count=1) if _STARTS.match(block.text) else block.text
    return block.text


def _escaped(match: re.Match[str]) -> str:
    return f"{match['number']}\\{match['dot']}" if match["number"] else f"\\{match[0]}"
