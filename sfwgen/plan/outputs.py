"""What a build makes, as plain data: pages with their views, data files with their content, and assets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sfwgen.diagnostics import Location
from sfwgen.plan.data import Data
from sfwgen.plan.prints.documents import IssueDocument
from sfwgen.plan.views import StoryView, View
from sfwgen.values import digest_of


@dataclass(frozen=True, slots=True)
class Head:
    """What the rest of the site asks of a page: its kind, its languages, its address, and who may list it.

    `tag` is the page's language and `content_tag` that of its text where it is another, else "". `official`
    says whether it carries the tags and the foot of an official site. `alternates` are (language tag,
    address) of each version that search engines may list, `default_url` the version for readers of none of
    these languages. `modified` is `YYYY-MM-DD HH:MM`, or "" if not known.
    """

    kind: str
    lang: str
    tag: str
    content_tag: str
    url: str
    indexed: bool
    alternates: tuple[tuple[str, str], ...]
    default_url: str
    official: bool
    modified: str


def make_head(view: View) -> Head:
    """Returns the head of a page with this view."""
    frame = view.frame
    return Head(
        kind=frame.kind,
        lang=frame.lang,
        tag=frame.tag,
        content_tag=frame.content_tag,
        url=frame.url,
        indexed=frame.indexed,
        alternates=tuple((each.tag, each.url) for each in frame.alternates if each.exists and each.indexed),
        default_url=frame.default_url,
        official=frame.site.official_site is not None,
        modified=(view.updated or view.published) if isinstance(view, StoryView) else "",
    )


@dataclass(frozen=True, slots=True)
class PageOutput:
    """A page that a template makes of a view. `source` is the document to look at when something is wrong.

    A page that may be known from an earlier build has in its view's place what plans it when it is asked for,
    and a `digest` of the view; `content` is None only while nobody can ask.
    """

    path: str
    template: str
    head: Head
    content: View | Callable[[], PageOutput] | None = field(repr=False)
    source: Location
    digest: str = field(default="", compare=False)

    @property
    def view(self) -> View:
        """What the template is given; it is planned anew each time where it does not stand in the page."""
        assert self.content is not None
        return self.content().view if callable(self.content) else self.content

    @property
    def outline(self) -> PageOutput:
        """The page with a digest of its view in place of it."""
        return replace(self, content=None, digest=digest_of(self.view))


def make_page(path: str, template: str, view: View, source: Location) -> PageOutput:
    """Returns a page with its head."""
    return PageOutput(path, template, make_head(view), view, source)


def plan_later(outline: PageOutput, plan: Callable[[], PageOutput]) -> PageOutput:
    """Returns the page of an outline; `plan` gives the whole of it."""
    return replace(outline, content=plan)


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
