"""A story as an article: its HTML and its words, what the platform asks for besides, and its images."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from sfwgen.export.wechat.limits import LONGEST_DIGEST
from sfwgen.export.wechat.markup import References, Words, Writer, element, table
from sfwgen.export.wechat.styles import STYLES
from sfwgen.export.wechat.text import joined, plain_text
from sfwgen.languages import family
from sfwgen.model import Language, Story
from sfwgen.plan.context import Context
from sfwgen.plan.prints.blocks import make_blocks
from sfwgen.plan.prints.documents import FigureTable, Paragraph, Picture, PrintedStory, Run, Side
from sfwgen.plan.prints.stories import make_printed_story
from sfwgen.plan.texts import figures_by_id, make_title, phrase_html, phrase_text

_SENTENCE_ENDS = re.compile(r"[。！？；，：]|[.!?;:,](?= |$)")


@dataclass(frozen=True, slots=True)
class Article:
    """An article. `author` is "" where no body publishes the site; `url` is the page it was made from."""

    lang: str
    tag: str
    title: str
    author: str
    digest: str
    url: str
    html: str
    text: str
    pictures: tuple[Picture, ...]


def make_article(context: Context, story: Story, language: Language) -> Article:
    """Returns a story in a language that it is written in as an article."""
    lang, config = language.id, context.site.config
    printed = make_printed_story(context, story, 1, language, spell_out=False)
    lead = _lead(context, story, lang)
    address = context.permalinks.absolute(context.path("story", lang, story.slug))
    figures = figures_by_id(story)
    summary = phrase_text(story.texts[lang].summary, figures, lang)
    references = References()
    zh = family(lang) == "zh"
    words = Words(
        lambda n, alt: context.t(lang, "wechat_picture", n=n, alt=alt or str(n)),
        "（" if zh else " (",
        "）" if zh else ")",
    )
    writer = Writer(references, words)
    tail = _Tail(context, story, printed, lang, address)
    html = element("section", "article", _html(writer, lead, tail))
    return Article(
        lang=lang,
        tag=language.tag,
        title=make_title(story.texts[lang].title, figures, lang).text,
        author=config.publisher[lang] if config.official else "",
        digest=make_digest(summary),
        url=address,
        html=html,
        text=_text(lead, tail, references),
        pictures=tuple(references.pictures),
    )


def make_digest(summary: str) -> str:
    """Returns as much of a summary as the platform shows: whole clauses, so that no figure is cut."""
    if len(summary) <= LONGEST_DIGEST:
        return summary
    ends = [found.end() for found in _SENTENCE_ENDS.finditer(summary) if found.end() <= LONGEST_DIGEST]
    if not ends:
        # Without any mark there is no place where a cut is safe; the platform's limit for a digest is higher.
        return summary
    kept = summary[: ends[-1]]
    return kept if kept.endswith(("。", "！", "？", ".", "!", "?")) else f"{kept[:-1]}……"


@dataclass(frozen=True, slots=True)
class _Tail:
    """What stands before and after the text of an article."""

    context: Context
    story: Story
    printed: PrintedStory
    lang: str
    address: str

    def t(self, key: str, /, **words: object) -> str:
        return self.context.t(self.lang, key, **words)

    @property
    def meta(self) -> str:
        sep = "　" if family(self.lang) == "zh" else " · "
        return f"{self.story.line.name[self.lang]}{sep}{self.printed.meta}"

    @property
    def sources(self) -> list[str]:
        return [f"{source.text[self.lang]} {source.url or ''}".rstrip() for source in self.story.sources]

    @property
    def closing(self) -> list[str]:
        notice = self.context.site.config.notice.get(self.lang, "")
        return [*filter(None, [notice]), self.t("wechat_original", address=self.address)]

    def lists(self) -> Iterator[tuple[str, Iterable[str]]]:
        """The lists that follow the figures, each with its heading; those without an item are left out."""
        lists = (
            (self.t("unknown"), self.printed.unknown),
            (self.t("corrections"), self.printed.corrections),
            (self.t("source"), self.sources),
        )
        return ((heading, items) for heading, items in lists if items)


def _lead(context: Context, story: Story, lang: str) -> tuple[Run, ...]:
    html = phrase_html(context, story, lang, lang, "")
    blocks = make_blocks(html, context.site.config.url, lang, spell_out=False)
    return next((each.runs for each in blocks if isinstance(each, Paragraph)), ())


def _html(writer: Writer, lead: tuple[Run, ...], tail: _Tail) -> str:
    parts = [element("p", "meta", escape(tail.meta)), element("p", "lead", writer.runs(lead))]
    parts.append(writer.blocks(tail.printed.blocks))
    if tail.printed.comparisons:
        parts.append(element("p", "heading", escape(tail.t("before_after"))))
        parts += [_side(writer, each, tail.lang) for each in _sides(tail.printed)]
    if tail.printed.figures:
        parts.append(element("p", "section", escape(tail.t("key_figures"))))
        parts += [_figures(each) for each in tail.printed.figures]
    if tail.printed.note:
        parts.append(element("p", "note", escape(tail.printed.note)))
    for heading, items in tail.lists():
        parts.append(element("p", "section", escape(heading)))
        parts.append(_notes(items))
    if writer.references.addresses:
        parts.append(element("p", "section", escape(tail.t("wechat_links"))))
        parts += [
            element("p", "note", escape(f"[{n}] {address}"))
            for n, address in enumerate(writer.references.addresses, 1)
        ]
    parts += [element("p", "note", escape(line)) for line in tail.closing]
    return "".join(parts)


def _sides(printed: PrintedStory) -> Iterator[Side]:
    for each in printed.comparisons:
        yield from (each.before, each.after)


def _side(writer: Writer, side: Side, lang: str) -> str:
    """What is to be seen before or after; a drawing of the page is left to its words."""
    html = element("p", "group", escape(_side_head(side, lang)))
    if side.picture:
        html += writer.block(side.picture)
    return html + element("p", "paragraph", escape(f"{side.text} {side.credit}".strip()))


def _side_head(side: Side, lang: str) -> str:
    return f"{side.heading}{'　' if family(lang) == 'zh' else ' · '}{side.when}"


def _notes(items: Iterable[str]) -> str:
    inner = "".join(f'<li style="{STYLES["note"]}">{escape(item)}</li>' for item in items)
    return element("ul", "list", inner)


def _figures(figures: FigureTable) -> str:
    rows = []
    for each in figures.figures:
        details = f"<br>{element('span', 'detail', escape(each.details))}" if each.details else ""
        label = element("td", "cell", escape(each.label) + details)
        rows.append(("cell", [label, element("td", "value", escape(each.text))]))
    heading = element("p", "group", escape(figures.heading)) if figures.heading else ""
    return heading + table(rows)


def _text(lead: tuple[Run, ...], tail: _Tail, references: References) -> str:
    parts = [tail.meta, joined(lead), plain_text(tail.printed.blocks)]
    sides = [
        f"{_side_head(each, tail.lang)}\n{each.text} {each.credit}".strip() for each in _sides(tail.printed)
    ]
    parts += [tail.t("before_after"), *sides] if sides else []
    for figures in tail.printed.figures:
        lines = [f"{each.label} {each.text}" for each in figures.figures]
        details = [
            f"（{each.details}）" if family(tail.lang) == "zh" else f" ({each.details})"
            for each in figures.figures
        ]
        said = [
            line + (detail if len(detail) > 3 else "") for line, detail in zip(lines, details, strict=True)
        ]
        parts.append("\n".join((figures.heading or tail.t("key_figures"), *said)))
    parts.append(tail.printed.note)
    parts += ["\n".join((heading, *(f"· {each}" for each in items))) for heading, items in tail.lists()]
    links = [f"[{n}] {address}" for n, address in enumerate(references.addresses, 1)]
    parts.append("\n".join((tail.t("wechat_links"), *links)) if links else "")
    parts.append("\n".join(tail.closing))
    return "\n\n".join(filter(None, parts)) + "\n"
