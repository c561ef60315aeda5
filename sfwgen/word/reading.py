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
    from docx.opc.part import Part
    from docx.styles.style import BaseStyle

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录) ?[1-9]", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"%[1-9][.)、．）]?|[^%]?")
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
    for _ in range(_jumps(blocks)):
        reader.collect.count(Loss.NUMBERING)
    title, blocks = _title(blocks)
    notes = [f"[^{number}]: {reader.note(each, part)}" for number, each, part in reader.collect.notes()]
    reader.collect.lose_rest(document.element.body)
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
        self.starts = _starts(document)
        self.counts: dict[str, dict[int, int]] = {}
        """How far each list has counted, by its levels."""

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
                    self.collect.lose_element(Loss.DELETED, child)
                case "altChunk":
                    self.collect.lose(Loss.OBJECT, "altChunk")

    def paragraph(self, element: Element) -> Iterator[Block]:
        kind, level = self.kind(element)
        number = self.number_of(element) if kind == "number" else 1
        if kind == "contents":
            self.collect.count(Loss.CONTENTS)
            self.collect.tell(element)
            return
        text = inline(element, self.collect)
        lines = list(filter(None, map(str.strip, text.split(BREAK))))
        if kind in ("bullet", "number") and lines:
            # One item stays one: two spaces make a line break.
            lines = [f"  \n{'    ' * (level + 1)}".join(lines)]
        for line in lines:
            yield Block(kind, line, level, number)
        for picture in self.collect.shown:
            yield Block("picture", f"![{picture.alt or self.alt}]({picture.name})")
        self.collect.shown.clear()

    def kind(self, element: Element) -> tuple[str, int]:
        properties = element.find(W + "pPr")
        if properties is None:
            return "text", 0
        found = self.style(properties)
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
        if _CONTENTS.fullmatch(name):
            return "contents", 0
        return numbered or ("text", 0)

    def format(self, properties: Element, style: BaseStyle | None) -> tuple[str, int] | None:
        """Whether a paragraph is an item, and of what kind of list, with its depth."""
        place = _place_in_list(properties, style)
        if place is None:
            return None
        number, level = place
        form, shape = self.numbering.get((number, level), ("decimal", ""))
        if form == "none":
            return None
        if form not in ("bullet", "decimal") or (form == "decimal" and not _PLAIN_NUMBER.fullmatch(shape)):
            self.collect.count(Loss.NUMBERING)
        return ("bullet" if form == "bullet" else "number"), level

    def number_of(self, paragraph: Element) -> int:
        """The number of an item as Word counts it: on where the list was left, anew below another item."""
        properties = paragraph.find(W + "pPr")
        place = _place_in_list(properties, self.style(properties))
        if place is None:
            return 1
        id_, level = place
        counts = self.counts.setdefault(id_, {})
        counts[level] = counts[level] + 1 if level in counts else self.starts.get(place, 1)
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return counts[level]

    def style(self, properties: Element) -> BaseStyle | None:
        """The style of a paragraph."""
        style = properties.find(W + "pStyle")
        return self.styles.get(style.get(W + "val")) if style is not None else None

    def table(self, element: Element) -> Iterator[Block]:
        rows = [self.row(row) for row in _below(element, "tr") if not self.is_deleted(row)]
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

    def is_deleted(self, row: Element) -> bool:
        """Whether a row was deleted while changes were tracked; it is told then."""
        deleted = row.find(f"{W}trPr/{W}del") is not None
        if deleted:
            self.collect.lose_element(Loss.DELETED, row)
        return deleted

    def row(self, element: Element) -> list[str]:
        cells = []
        for cell in _below(element, "tc"):
            for table in _below(cell, "tbl"):
                self.collect.lose_element(Loss.NESTED, table)
            paragraphs = list(_below(cell, "p"))
            lines = [" ".join(inline(each, self.collect).split()) for each in paragraphs]
            if len(list(filter(None, lines))) > 1 or any(map(self.is_item, paragraphs)):
                self.collect.count(Loss.CELL)
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            width = 1 if span is None else int(span.get(W + "val"))
            cells += [" ".join(filter(None, lines)), *[""] * (width - 1)]
        return cells

    def is_item(self, paragraph: Element) -> bool:
        """Whether a paragraph has a mark or a number of its own, which a cell does not keep."""
        properties = paragraph.find(W + "pPr")
        return properties is not None and _place_in_list(properties, self.style(properties)) is not None

    def note(self, element: Element, part: Part) -> str:
        with self.collect.within(part):
            text = " ".join(inline(each, self.collect) for each in element.findall(W + "p"))
            self.collect.lose_rest(element)
        shown = [f"![{each.alt or self.alt}]({each.name})" for each in self.collect.shown]
        self.collect.shown.clear()
        return " ".join((" ".join(text.split()), *shown))


def _below(element: Element, name: str) -> Iterator[Element]:
    """The rows, cells or paragraphs of an element, also those in a field to fill in or a tracked change."""
    for child in element:
        if child.tag == W + name:
            yield child
        elif name_of(child.tag) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _below(child, name)


def _numbering(document: Document) -> Element | None:
    """What the file says of its lists, if it has any."""
    try:
        return document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        # A file without lists has no such part; python-docx cannot make one up, and says so in this way.
        return None


def _formats(document: Document) -> dict[tuple[str, int], tuple[str, str]]:
    """How the levels of each list are numbered (`bullet`, `decimal`, …) and what stands around numbers."""
    root = _numbering(document)
    if root is None:
        return {}
    levels = {
        (each.get(W + "abstractNumId"), int(level.get(W + "ilvl"))): _format(level)
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


def _place_in_list(properties: Element, style: BaseStyle | None) -> tuple[str, int] | None:
    """The list that a paragraph belongs to, and its depth there."""
    numbers = properties.find(W + "numPr")
    if numbers is None and style is not None:
        above = style.element.find(W + "pPr")
        numbers = None if above is None else above.find(W + "numPr")
    if numbers is None:
        return None
    id_, depth = numbers.find(W + "numId"), numbers.find(W + "ilvl")
    number = "0" if id_ is None else id_.get(W + "val")
    return None if number == "0" else (number, int(depth.get(W + "val")) if depth is not None else 0)


def _starts(document: Document) -> dict[tuple[str, int], int]:
    """With which number the levels of each list begin, where that is not 1."""
    root = _numbering(document)
    if root is None:
        return {}
    lists = {each.get(W + "abstractNumId"): each for each in root.findall(W + "abstractNum")}
    starts: dict[tuple[str, int], int] = {}
    for number in root.findall(W + "num"):
        abstract = lists.get(number.find(W + "abstractNumId").get(W + "val"))
        levels = [] if abstract is None else abstract.findall(W + "lvl")
        for level, start in (
            *((each, each.find(W + "start")) for each in levels),
            *((each, each.find(W + "startOverride")) for each in number.findall(W + "lvlOverride")),
        ):
            if start is not None:
                starts[number.get(W + "numId"), int(level.get(W + "ilvl"))] = int(start.get(W + "val"))
    return starts


def _format(level: Element) -> tuple[str, str]:
    text = level.find(W + "lvlText")
    return level.find(W + "numFmt").get(W + "val"), "" if text is None else text.get(W + "val") or ""


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


def _jumps(blocks: Sequence[Block]) -> int:
    """How many items follow one of their level and do not have the next number: no list in Markdown does."""
    jumps, last = 0, dict[int, int]()
    for block in blocks:
        if block.kind == "number":
            jumps += block.level in last and block.number != last[block.level] + 1
            last = {level: number for level, number in last.items() if level < block.level}
            last[block.level] = block.number
        elif block.kind != "bullet" or not block.level:
            last.clear()
    return jumps


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
            return f"{'    ' * block.level}{block.number}. {block.text}"
        case "text" | "title":
            return _STARTS.sub(_escaped, block.text, count=1) if _STARTS.match(block.text) else block.text
    return block.text


def _escaped(match: re.Match[str]) -> str:
    return f"{match['number']}\\{match['dot']}" if match["number"] else f"\\{match[0]}"
