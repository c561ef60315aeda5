"""What there is still to do about the translations and reviews of a project."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from sfwgen.build.looking import Material
from sfwgen.content.written import Written, read_written
from sfwgen.each import NOTHING, Each, Shared, one_by_one
from sfwgen.reviews import Reviewed, judge_reviews
from sfwgen.translations import Standing, TranslationState, judge

Result = TypeVar("Result")

DESK = "sfwgen-translations/"
"""Where the page is, below the root of the preview."""


@dataclass(frozen=True, slots=True)
class Desk:
    """How every translation and every review of a project stands; `written` are the documents by name."""

    standings: tuple[Standing, ...]
    reviewed: tuple[Reviewed, ...]
    needed: Mapping[str, tuple[str, ...]]
    written: Mapping[str, Written]

    def of(self, state: TranslationState) -> tuple[Standing, ...]:
        """The translations that stand like this."""
        return tuple(each for each in self.standings if each.state is state)

    @property
    def unreviewed(self) -> tuple[Reviewed, ...]:
        """The documents that lack a review."""
        return tuple(each for each in self.reviewed if each.open)


def gather(material: Material, each: Each = one_by_one) -> Desk:
    """Returns what there is to do in the project that a site is made from, drafts included."""
    site, sources = material.site, material.sources
    written = read_written(tuple(sources), site.config.default.id)
    return Desk(
        standings=judge(written, sources, site.config, site.records, each),
        reviewed=judge_reviews(written, sources, site.config.reviews, site.records, each),
        needed={section: roles for section, roles in site.config.reviews.items() if roles},
        written={document.name: document for document in written},
    )


@dataclass(slots=True)
class Desks:
    """Gathers what there is to do, and remembers what it found in each document as long as that stays."""

    _known: dict[tuple[str, str], object] = field(default_factory=dict)
    _last: tuple[Material, Desk] | None = None

    def of(self, material: Material) -> Desk:
        """Returns what there is to do; may be called from any thread."""
        last = self._last
        if last is not None and last[0] is material:
            return last[1]
        used: dict[tuple[str, str], object] = {}
        desk = gather(material, _remembering(self._known, used))
        self._known, self._last = used, (material, desk)
        return desk


def _remembering(known: Mapping[tuple[str, str], object], used: dict[tuple[str, str], object]) -> Each:
    def each(
        kind: str, keys: Sequence[str], work: Callable[[int], Result], _shared: Shared = NOTHING, /
    ) -> list[Result]:
        for number, key in enumerate(keys):
            name = (kind, key)
            used[name] = known[name] if name in known else work(number)
        return [cast("Result", used[kind, key]) for key in keys]

    return each
