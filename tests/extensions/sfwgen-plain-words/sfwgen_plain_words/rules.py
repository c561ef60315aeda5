"""The rule: a story says what was done, not how important it is."""

from collections.abc import Iterator

from sfwgen.hooks import Finding, Pages
from sfwgen.plan.views import StoryView

SET_PHRASES = {
    "zh": ("高度重视", "狠抓落实", "切实加强", "取得实效", "强化举措"),
    "en": ("attaches great importance to", "earnestly implement", "effectively strengthen"),
}


def check_set_phrases(pages: Pages) -> Iterator[Finding]:
    """Yields a finding for each set phrase in the text of a story, at its line."""
    for page in pages:
        if not isinstance(page.view, StoryView):
            continue
        for phrase in SET_PHRASES.get(page.lang, ()):
            if phrase in page.view.body:
                yield Finding(
                    page,
                    zh=f"“{phrase}”是套话。写做了什么、结果怎样。",
                    en=f"“{phrase}” is a set phrase. Say what was done, and what came of it.",
                    quote=phrase,
                )
