"""Markdown to HTML that is not yet safe: the library, the extensions in use and two of our own.

One instance serves all documents. It is reset before each and thrown away after a failure, since the library
leaves its block parser half-way then.
"""

from __future__ import annotations

import html
import xml.etree.ElementTree as ET
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, cast

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor

from sfwgen.content.markdown.fences import find_fences
from sfwgen.content.markdown.joins import join_tree_lines
from sfwgen.content.markdown.marks import FOOTNOTES, MARK, Mark

if TYPE_CHECKING:
    from markdown.util import Registry

_BACK = "&#8617;&#65038;"
"""An arrow back, in its text form rather than as a picture."""

_LOCK = Lock()


def convert(source: str) -> str | None:
    """Returns the HTML of a Markdown source, raw HTML in it untouched, or None if it is too involved.

    Headings have no ids, tables align with `align`, footnotes carry their labels in ids `fn:` and `fnref:`.
    """
    with _LOCK:
        try:
            return _converter().reset().convert(source)
        except Exception:
            # Whatever odd text makes the library fail (too deep, or a fault of its own), the author is told
            # which document it was. The instance is left half-way then and serves no other document.
            _converter.cache_clear()
            return None


@cache
def _converter() -> Markdown:
    return make_converter()


def make_converter() -> Markdown:
    """Returns a new instance of the library as documents are converted with."""
    return Markdown(
        output_format="html",
        extensions=[
            TableExtension(use_align_attribute=True),
            _Footnotes(
                PLACE_MARKER=FOOTNOTES, BACKLINK_TEXT=_BACK, BACKLINK_TITLE="", USE_DEFINITION_ORDER=False
            ),
            DefListExtension(),
            SaneListExtension(),
            _OwnExtension(),
        ],
    )


class _Footnotes(FootnoteExtension):
    def makeFootnotesDiv(self, root: ET.Element) -> ET.Element | None:  # noqa: N802 - the library's name
        """Leaves out notes without text: the library fails when it looks for their links back."""
        notes = super().makeFootnotesDiv(root)
        for listed in notes.findall("ol") if notes is not None else ():
            listed[:] = [note for note in listed if len(note)]
        return notes


class _OwnExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        # Fences before raw HTML is taken out (20), joins after inline markup (20) and before layout (10).
        md.preprocessors.register(_Fences(md), "fences", 25)
        md.preprocessors.register(_Needed(md), NEEDED, 0)
        md.treeprocessors.register(_Joins(md), "joins", 18)


NEEDED = "needed"
_SIGNS = {
    **dict.fromkeys(("footnote", "reference", "link", "short_reference"), "["),
    **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), "!["),
    **dict.fromkeys(("autolink", "automail", "html"), "<"),
    "backtick": "`",
    "escape": "\\",
    "linebreak": "  ",
    "entity": "&",
}
"""By the library's names of inline patterns: what has to stand in a text for a pattern to match anywhere."""


class _Needed(Preprocessor):
    """Leaves out the patterns that cannot match: of plain text, the library looks for each in each piece.

    A pattern of another name is always looked for.
    """

    def run(self, lines: list[str]) -> list[str]:
        text, patterns = "\n".join(lines), self.md.inlinePatterns
        idle = {id(patterns[name]) for name, sign in _SIGNS.items() if name in patterns and sign not in text}
        inline = self.md.treeprocessors["inline"]
        assert isinstance(inline, InlineProcessor)
        needed = [pattern for pattern in patterns if id(pattern) not in idle]
        # It only counts them and asks for the n-th.
        inline.inlinePatterns = cast("Registry[InlineProcessor]", needed)
        return lines


class _Fences(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        kept: list[str] = []
        position = 0
        for fence in find_fences(lines):
            kept += lines[position : fence.first]
            code = "\n".join(lines[fence.first + 1 : len(lines) if fence.open else fence.last])
            kept += ["", self.md.htmlStash.store(f"<pre><code>{html.escape(code)}\n</code></pre>"), ""]
            position = fence.last + 1
        return kept + lines[position:]


class _Joins(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        for notes in root.iterfind("div[@class='footnote']"):
            notes[:] = notes.findall("ol")
        join_tree_lines(root)
        for link in root.iter("a"):
            _lead_with_mark(link)


def _lead_with_mark(link: ET.Element) -> None:
    """Moves the mark of `<scheme:…>` to the front: the sanitiser then leaves the address for us to judge."""
    address = link.get("href", "")
    if not address.startswith(Mark.LINK) and (mark := MARK.search(address)):
        link.set("href", mark[0] + address.replace(mark[0], ""))
