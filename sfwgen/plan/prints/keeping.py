"""A number stays with its unit: the places at which a printed line never breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sfwgen.languages import family, plain
from sfwgen.plan.prints.documents import Run

LONGEST = {"zh": 10}
LONGEST_LATIN = 24
"""The most characters that are kept on one line; a longer figure would tear holes into the line before it."""

_NUMBER = r"[0-9０-９](?:[0-9０-９,.]*[0-9０-９])?"
_UNITS = "立方米|平方米|公里|人次|小时|[家名元次米户个篇条项年月日天处人期件亩吨度方块座所]|[%％‰]"
_KEPT = re.compile(rf"(?:约|近|超过?)?{_NUMBER}(?:[余多]?[万亿]?[余多]?)(?:{_UNITS})")


def keep_together(runs: Iterable[Run], lang: str) -> tuple[Run, ...]:
    """Returns the runs of a line with each number and its unit in a run that is never broken."""
    return tuple(part for run in runs for part in _parts(run, lang))


def _parts(run: Run, lang: str) -> Iterator[Run]:
    longest = LONGEST.get(family(lang), LONGEST_LATIN)
    if "keep" in run.styles and len(run.text) > longest:
        run = replace(run, styles=tuple(each for each in run.styles if each != "keep"))
    if family(lang) != "zh" or "keep" in run.styles or "code" in run.styles:
        yield run
        return
    at = 0
    for found in _KEPT.finditer(plain(run.text, lang)):
        if len(found[0]) > longest:
            continue
        if found.start() > at:
            yield replace(run, text=run.text[at : found.start()])
        kept = run.text[found.start() : found.end()]
        yield replace(run, text=kept, styles=(*run.styles, "keep"))
        at = found.end()
    if at < len(run.text):
        yield replace(run, text=run.text[at:])
