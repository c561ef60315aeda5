"""What a printed issue consists of, as plain data for the typesetter: words, never markup.

A text is a row of runs; a run's `styles` are words of the typesetter's own (`strong`, `em`, `keep`, …).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `keep`: it is never broken. `url` is absolute, `lang` as for HTML."""

    text: str
    styles: tuple[str, ...] = ()
    url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: tuple[Run, ...]
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a story; `level` is 2 or more."""

    level: int
    runs: tuple[Run, ...]
    kind: str = "subheading"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, `ordered` from the number `start`."""

    ordered: bool
    start: int
    items: tuple[tuple[Block, ...], ...]
    kind: str = "listing"


@dataclass(frozen=True, slots=True)
class Quote:
    """Blocks that are quoted."""

    blocks: tuple[Block, ...]
    kind: str = "quote"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `align` is left, center, right or ""."""

    runs: tuple[Run, ...]
    align: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its heads, then its rows, each as many cells wide as `columns`."""

    columns: int
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Picture:
    """An image by the path at which the site publishes it, with its size in pixels and its words."""

    path: str
    width: int
    height: int
    alt: str
    kind: str = "picture"


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines that stand as they are."""

    text: str
    kind: str = "verbatim"


@dataclass(frozen=True, slots=True)
class Divider:
    """A rule between two parts of a text."""

    kind: str = "divider"


Block = Paragraph | Subheading | Listing | Quote | Grid | Picture | Verbatim | Divider


@dataclass(frozen=True, slots=True)
class Total:
    """A total of the front page: pieces (q qualifier, n number, x multiplier, u unit, t other) and label.

    `refusal` says why there is no number where there is none.
    """

    label: str
    pieces: tuple[tuple[str, str], ...]
    refusal: str


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A figure of a story in words, with its qualifier; `details`: whose, as of when, what it is not."""

    label: str
    text: str
    details: str


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The figures of a story that stand together: their heading (may be "") and the figures."""

    heading: str
    figures: tuple[PrintedFigure, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """How a thing was, or is now: when that was, a picture if there is one, and what is to be seen."""

    heading: str
    when: str
    picture: Picture | None
    text: str
    credit: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Before and after. `drawing` is `line`, `stretch` or "", with a `label`; `note` says what it is."""

    before: Side
    after: Side
    drawing: str
    label: str
    note: str


@dataclass(frozen=True, slots=True)
class PrintedStory:
    """A story of the issue. `pieces` are its heading, cut where it may break; `meta` says where and when."""

    slug: str
    number: str
    pieces: tuple[str, ...]
    meta: str
    tag: str
    notice: str
    blocks: tuple[Block, ...]
    comparisons: tuple[Comparison, ...]
    figures: tuple[FigureTable, ...]
    note: str
    unknown: tuple[str, ...]
    corrections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """What a total counts: pairs of a word and a text."""

    label: str
    total: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words around the content, in the language of the document."""

    contents: str
    colon: str
    before_after: str
    figures: str
    head_figure: str
    head_value: str
    head_details: str
    unknown: str
    corrections: str
    definitions: str
    sources: str
    note: str
    scan: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """The closing block: pairs of a head (报, 送, 编) and its text, the address, words for its QR code."""

    lines: tuple[tuple[str, str], ...]
    address: str
    qr_alt: str


@dataclass(frozen=True, slots=True)
class IssueDocument:
    """A numbered issue in one language, ready to be set."""

    lang: str
    region: str
    cjk: bool
    official: bool
    title: str
    masthead: str
    issue: str
    left: str
    right: str
    heading: tuple[str, ...]
    as_of: str
    lede: tuple[Run, ...]
    totals: tuple[Total, ...]
    totals_note: str
    stories: tuple[PrintedStory, ...]
    definitions: tuple[Definition, ...]
    sources: tuple[str, ...]
    imprint: Imprint
    words: Words
