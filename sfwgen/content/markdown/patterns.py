"""Leaves out inline patterns that cannot match, since the library tries each of them on each piece of text.

Most of its time goes into patterns whose first character the document does not hold. The result is the same.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.preprocessors import Preprocessor

_TRIGGERS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""What a text must hold for the pattern of that name to match; a pattern that is not named here is kept."""


class PatternChoice(Preprocessor):
    """Gives the inline stage the patterns for this document. It runs last, when raw HTML is out of the text."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._patterns = [
            (_TRIGGERS.get(name, ("",)), md.inlinePatterns[name])
            for name in sorted(_names(md), key=md.inlinePatterns.get_index_for_name)
        ]

    def run(self, lines: list[str]) -> list[str]:
        """Returns the lines as they are."""
        text = "\n".join(lines)
        self.md.treeprocessors["inline"].inlinePatterns = [
            pattern for triggers, pattern in self._patterns if any(trigger in text for trigger in triggers)
        ]
        return lines


def _names(md: Markdown) -> list[str]:
    return [name for name in _TRIGGERS if name in md.inlinePatterns]
