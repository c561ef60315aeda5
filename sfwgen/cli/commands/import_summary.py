"""What is printed of an import of posts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sfwgen.cli import exits
from sfwgen.cli.commands.import_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.reporting import print_result
from sfwgen.diagnostics import Diagnostic, Severity, has_errors, sort_diagnostics
from sfwgen.posts import StoryOfPost
from sfwgen.scaffold import STORIES

_MOST_PAGES = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the posts: the drafts, how many figures each has, all that is told."""

    tool: str
    stories: tuple[StoryOfPost, ...]
    figures: Mapping[str, int]
    told: tuple[Diagnostic, ...]
    written: bool


def report(outcome: Outcome, form: str, console: Console) -> int:
    """Prints an import in the form asked for; returns the exit code, 1 where a post was refused."""
    told = sort_diagnostics(outcome.told)
    loud = (
        told
        if form in ("json", "sarif")
        else tuple(each for each in told if each.severity is not Severity.NOTE)
    )
    data: dict[str, object] = {
        "written": outcome.written,
        "stories": [
            {
                "story": f"{STORIES}/{each.post.slug}",
                "posts": list(each.post.paths),
                "figures": outcome.figures[each.post.slug],
            }
            for each in outcome.stories
        ],
    }
    summary = "\n".join(_summary(outcome, console.lang))
    print_result(console, form, loud, summary, data)
    return exits.CONTENT if has_errors(told) else exits.FINE


def _summary(outcome: Outcome, lang: str) -> Iterator[str]:
    codes = Counter(each.code for each in outcome.told)
    key = "posts-done" if outcome.written else "posts-would"
    yield (
        tell(lang, key, tool=outcome.tool, n=len(outcome.stories))
        if outcome.stories
        else tell(lang, "posts-nothing")
    )
    for each in outcome.stories:
        yield tell(
            lang,
            "posts-story",
            story=f"{STORIES}/{each.post.slug}/",
            files=shown(("、" if lang == "zh" else ", ").join(each.post.paths)),
            figures=outcome.figures[each.post.slug],
            lost=sum(told.severity is Severity.WARNING for told in each.told),
        )
    if codes["post-line-assumed"]:
        line = next(
            each.line
            for each in outcome.stories
            if any(told.code == "post-line-assumed" for told in each.told)
        )
        yield tell(lang, "posts-line", n=codes["post-line-assumed"], line=line)
    words = Counter(word for each in outcome.told if each.code == "post-terms-kept" for word in _words(each))
    if words:
        listed = (
            f"{shown(word)} {count}"
            for word, count in sorted(words.items(), key=lambda pair: (-pair[1], pair[0]))
        )
        yield tell(
            lang,
            "posts-words-done" if outcome.written else "posts-words",
            words=("、" if lang == "zh" else ", ").join(listed),
        )
    if codes["post-known"]:
        yield tell(lang, "posts-known", n=codes["post-known"])
    pages = [each.location.file for each in outcome.told if each.code == "post-page-left"]
    if pages:
        listed_pages = ("、" if lang == "zh" else ", ").join(map(shown, pages[:_MOST_PAGES]))
        yield tell(
            lang, "posts-pages", n=len(pages), files=listed_pages + ("…" if len(pages) > _MOST_PAGES else "")
        )
    notes = sum(each.severity is Severity.NOTE for story in outcome.stories for each in story.told)
    if notes:
        yield tell(lang, "posts-notes", n=notes)
    refused = len({each.location.file for each in outcome.told if each.severity is Severity.ERROR})
    if refused:
        yield tell(lang, "posts-refused", n=refused)
    if outcome.stories and outcome.written:
        yield tell(lang, "posts-next")


def _words(told: Diagnostic) -> list[str]:
    return dict(told.words)["words"].split(", ")
