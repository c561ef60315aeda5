"""What a build makes, as plain data: pages with their views, data files with their content, and assets."""

from __future__ import annotations

from dataclasses import dataclass, field

from sfwgen.diagnostics import Location
from sfwgen.plan.data import Data
from sfwgen.plan.prints.documents import IssueDocument
from sfwgen.plan.views import View


@dataclass(frozen=True, slots=True)
class PageOutput:
    """A page that a template makes of a view. `source` is the document to look at when something is wrong.

    `digest` is that of the view where it is known already.
    """

    path: str
    template: str
    view: View
    source: Location
    digest: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class DataOutput:
    """A file for machines: a feed, a table, a site map. `source` as for pages."""

    path: str
    data: Data
    source: Location


@dataclass(frozen=True, slots=True)
class AssetOutput:
    """A file that is published as it is."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ImageOutput:
    """An image of a document in one format and size. It is encoded anew without its metadata.

    `content` is what it is made from; `kind` is the format as Pillow calls it, `size` is in pixels.
    """

    path: str
    content: bytes
    source: Location
    kind: str
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class PrintOutput:
    """A bulletin as a PDF, set from its document; `pictures` are the images in it by their paths."""

    path: str
    document: IssueDocument
    pictures: tuple[ImageOutput, ...]
    number: int
    source: Location


@dataclass(frozen=True, slots=True)
class ShareOutput:
    """A picture of a page for where its address is passed on: texts, and the font to set them in.

    `title` is cut where it may break, `figure` are pairs of a kind (as in Piece) and a text, or none.
    """

    path: str
    lang: str
    site: str
    title: tuple[str, ...]
    figure: tuple[tuple[str, str], ...]
    label: str
    foot: str
    font: bytes
    source: Location


Output = PageOutput | DataOutput | AssetOutput | ImageOutput | ShareOutput


@dataclass(frozen=True, slots=True)
class BuildPlan:
    """Every file of the site by its path, in order of the paths. `prints` are set first, as files."""

    outputs: tuple[Output, ...]
    prints: tuple[PrintOutput, ...] = ()
