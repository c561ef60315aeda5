"""What stands around every page: head, languages, navigation, foot."""

from __future__ import annotations

from dataclasses import dataclass

from sfwgen.plan.views.parts import NO_HTML, Html, Link, Moment


@dataclass(frozen=True, slots=True)
class Alternate:
    """A language version of the page, itself included.

    `exists` is False where there is no such page; `href` then leads to that language's home page.
    """

    lang: str
    tag: str
    name: str
    href: str
    url: str
    exists: bool
    current: bool
    indexed: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice at the top of a page. `kind`: untranslated, stale, correction, newer, archived, updated."""

    kind: str
    heading: str
    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueView:
    """The newest bulletin, for the ear of the masthead. `moment` is None where it has no date."""

    number: int
    href: str
    moment: Moment | None
    as_of: str


@dataclass(frozen=True, slots=True)
class Meta:
    """A `<meta>` element of the head. `attribute` is `name`, or `property` for Open Graph."""

    attribute: str
    key: str
    content: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of the site in the page's language. `type` is its media type."""

    title: str
    href: str
    type: str


@dataclass(frozen=True, slots=True)
class MarkView:
    """An official mark: its artwork at `src`, shown at this size, with its text alternative and its link."""

    alt: str
    src: str
    width: int
    height: int
    url: str


@dataclass(frozen=True, slots=True)
class OfficialView:
    """What an official site states of itself in the foot of every page.

    Names and numbers that only exist in Chinese (`name`, `icp`, `police`) are marked with `tag` on a page in
    another language; on a Chinese page it is "". `icp_url` and `police_url` lead to their registers.
    """

    name: str
    domain: str
    code: str
    host: str
    contact: str
    icp: str
    icp_url: str
    police: str
    police_url: str
    tag: str
    marks: tuple[MarkView, ...]


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page shows of the site as a whole.

    `assets` gives the address, relative to the page, of each static file by its name. An unofficial site has
    no `publisher`; `source_line` then says what its content rests on, `notice` that it is not official. An
    official one has an `official_site`.
    `search` leads to the search page, which a search form asks for with the words in `q`.
    """

    title: str
    subtitle: Html
    description: str
    official: bool
    publisher: str
    source_line: str
    notice: Html
    home: str
    search: str
    lines: tuple[Link, ...]
    nav: tuple[Link, ...]
    footer: tuple[Link, ...]
    issue: IssueView | None
    assets: dict[str, str]
    official_site: OfficialView | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The head and furniture of one page.

    `kind` names the page kind; `title` is the whole `<title>`; `root` leads to the site's root folder.
    `content_tag` is the language of the main text where it differs from the page's, else "". `meta`, `feeds`
    and `json_ld` (structured data as JSON) go into the head. `qr` is a drawing of the page's address.
    """

    kind: str
    lang: str
    tag: str
    title: str
    heading: str
    description: str
    path: str
    root: str
    url: str
    canonical: str
    indexed: bool
    content_tag: str
    alternates: tuple[Alternate, ...]
    default_url: str
    breadcrumb: tuple[Link, ...]
    notices: tuple[Notice, ...]
    site: SiteView
    meta: tuple[Meta, ...] = ()
    feeds: tuple[Feed, ...] = ()
    json_ld: str = ""
    qr: Html = NO_HTML
