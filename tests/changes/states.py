"""States of the example, and of changed copies of it, as a comparison of public numbers sees them."""

from __future__ import annotations

from collections.abc import Mapping

from sfwgen.build.drafts import hold_back_drafts
from sfwgen.changes import Snapshot, take_snapshot
from sfwgen.counters import aggregate
from sfwgen.prose import read_prose
from sfwgen.prose.citations import find_citations
from tests.support.example import site_of

GAS = "content/stories/gas-pipeline/index.zh.md"
GAS_EN = "content/stories/gas-pipeline/index.en.md"
TALLY = "content/tallies/2019-mid.yaml"


def snapshot(files: Mapping[str, bytes]) -> Snapshot:
    """The public numbers of a project without faults in its documents."""
    site = hold_back_drafts(site_of(files))[0]
    counters = aggregate(site)[0]
    prose = read_prose(site, counters)
    return take_snapshot(site, counters, prose, find_citations(prose, files))


def edited(files: Mapping[str, bytes], path: str, *replacements: tuple[str, str]) -> dict[str, bytes]:
    """The project with words of one file replaced, wherever they stand in it."""
    text = files[path].decode()
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new)
    return {**files, path: text.encode()}
