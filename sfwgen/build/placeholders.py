"""The texts that `sfwgen new` leaves for its user to replace: none of them may reach the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import Site, Story

PLACEHOLDERS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "title": "（在这里写标题）",
        "summary": "（在这里写摘要：遇到什么问题，做了什么，结果怎样。）",
        "source": "（在这里写来源）",
        "body": "（在这里写正文：先写结果，再写经过；没有载明的不要写。）",
    },
    "en": {
        "title": "(Write the title here)",
        "summary": "(Write the summary here: what was wrong, what was done, what came of it.)",
        "source": "(State the source here)",
        "body": "(Write the text here: the result first, then how it came about. Leave out what is unknown.)",
    },
}
_ALL = {text for texts in PLACEHOLDERS.values() for text in texts.values()}


def check_placeholders(site: Site) -> tuple[Diagnostic, ...]:
    """Returns a fault for each text of a new story that nobody has written yet."""
    return tuple(each for story in site.stories for each in _left(story))


def _left(story: Story) -> Iterator[Diagnostic]:
    for text in story.texts.values():
        places = [(phrase.source, phrase.location) for phrase in (text.title, text.summary)]
        places.append((text.body.source, Location(text.file, text.body.line)))
        for written, place in places:
            if written.strip() in _ALL:
                yield fault("placeholder-left", place, text=written.strip())
    for source in story.sources:
        for written in source.text.values():
            if written in _ALL:
                yield fault("placeholder-left", Location(story.location.file), text=written)
