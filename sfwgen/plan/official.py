"""The official profile of a site as pages show it: codes, filings and marks, and the tags of its columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sfwgen.diagnostics import Diagnostic, fault
from sfwgen.model import Column, OfficialSite, SiteConfig
from sfwgen.plan.context import Context
from sfwgen.plan.views import MarkView, OfficialView
from sfwgen.theme import Theme

_CHINESE = "zh-Hans"
_ICP = "https://beian.miit.gov.cn/"
_POLICE = "https://beian.gov.cn/portal/registerSystemInfo?recordcode="


def missing_marks(config: SiteConfig, theme: Theme) -> tuple[Diagnostic, ...]:
    """Returns a fault for each mark whose artwork the theme does not have."""
    marks = config.official_site.marks if config.official_site else ()
    return tuple(
        fault("official-mark-missing", mark.location, file=mark.file)
        for mark in marks
        if mark.file not in theme.static
    )


def make_official(context: Context, lang: str, href: Callable[[str], str]) -> OfficialView | None:
    """Returns what the foot of a page says of an official site; None for any other."""
    site = context.site.config.official_site
    if site is None:
        return None
    tag = next(each.tag for each in context.languages if each.id == lang)
    return OfficialView(
        name=site.name,
        domain=site.domain,
        code=site.code,
        host=site.host[lang],
        contact=site.contact[lang],
        icp=site.icp,
        icp_url=_ICP,
        police=site.police,
        police_url=_POLICE + re.sub(r"\D", "", site.police),
        tag="" if tag.partition("-")[0] == "zh" else _CHINESE,
        marks=tuple(
            MarkView(mark.alt[lang], href(context.assets[mark.file]), mark.width, mark.height, mark.url)
            for mark in site.marks
        ),
    )


def column_of(site: OfficialSite, kind: str, slug: str, line: str) -> Column | None:
    """Returns what is stated of the column of a page, or None where its service line's motto will do.

    `kind` is that of the frame, `slug` the page's name, `line` the service line of a story or list.
    """
    if line:
        return site.line_columns.get(line)
    if kind == "page" and slug == "contact":
        return site.columns["contact"]
    return site.columns.get(_KEYS.get(kind, kind)) or site.columns["stories"]


_KEYS = {"page": "pages", "list": "stories", "bulletin": "bulletins", "records": "figures"}


def said_keywords(words: Iterable[str]) -> str:
    """Returns words as a page tag has them: each once, with ASCII commas between."""
    return ",".join(dict.fromkeys(word.replace(",", " ") for word in words if word))
