"""Where the PDF of a bulletin is published, and the link that leads to it."""

from __future__ import annotations

from sfwgen.model import Bulletin
from sfwgen.plan.context import Context, relative
from sfwgen.plan.views import Link


def print_path(context: Context, bulletin: Bulletin, lang: str) -> str:
    """Returns the path of a bulletin's PDF, which stands beside its page."""
    return context.path("bulletin", lang, str(bulletin.number)).removesuffix(".html") + ".pdf"


def print_links(context: Context, bulletin: Bulletin, lang: str, path: str) -> tuple[Link, ...]:
    """Returns the link from the page at `path` to a bulletin's PDF; none where the site has no PDFs."""
    if not context.site.config.pdf.bulletins:
        return ()
    text = context.t(lang, "bulletin_pdf", n=bulletin.number)
    return (Link(text, relative(path, print_path(context, bulletin, lang))),)
