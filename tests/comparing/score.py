"""How well the comparison of two texts finds slips, and how seldom it cries wolf.

Run as `python -m tests.comparing.score`; `--misses` lists the slips that were not found or got another name,
`--alarms` the clean passages in which something was found, both of the half for developing.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from sfwgen.figures import Kind, compare
from tests.comparing.passages import HALVES, Half, load_clean, load_faulty
from tests.comparing.seeding import Seed, seeds

BY_HAND: Final = "by hand"


@dataclass(frozen=True, slots=True)
class Score:
    """How many slips there are, how many were found, and how many of them under no other name than theirs."""

    made: int
    found: int
    named: int

    @property
    def found_share(self) -> float:
        """The share of the slips that was found."""
        return self.found / self.made if self.made else 0.0

    @property
    def named_share(self) -> float:
        """The share of the slips that was found and named rightly, with nothing else told."""
        return self.named / self.made if self.made else 0.0


def seeded(half: Half) -> tuple[Seed, ...]:
    """Every slip made by rule in the passages of a half."""
    return tuple(seed for passage in load_clean(half) for seed in seeds(passage))


def by_hand() -> tuple[Seed, ...]:
    """The slips put in by hand."""
    return tuple(Seed(BY_HAND, passage, frozenset({kind})) for kind, passage in load_faulty())


def score(slips: Iterable[Seed]) -> Score:
    """Returns how many of the slips are found."""
    told = [(seed, _told(seed)) for seed in slips]
    found = sum(bool(kinds) for _, kinds in told)
    return Score(len(told), found, sum(_is_named(seed, kinds) for seed, kinds in told))


def false_alarms(half: Half) -> tuple[int, int]:
    """Returns in how many clean passages anything is found, and how many there are."""
    passages = load_clean(half)
    return sum(not compare(each.zh, each.en).agrees for each in passages), len(passages)


def rules(slips: Iterable[Seed]) -> dict[str, Score]:
    """Returns the score of each rule."""
    by_rule: dict[str, list[Seed]] = {}
    for seed in slips:
        by_rule.setdefault(seed.rule, []).append(seed)
    return {rule: score(group) for rule, group in by_rule.items()}


@cache
def _told(seed: Seed) -> Counter[Kind]:
    found = compare(seed.passage.zh, seed.passage.en).differences
    return Counter(difference.kind for difference in found)


def _is_named(seed: Seed, kinds: Counter[Kind]) -> bool:
    return bool(kinds) and set(kinds) <= seed.kinds


def table() -> str:
    """Returns the table of scores."""
    lines = [f"{'comparison of texts':30}{'slips':>7}{'found':>9}{'named':>9}{'false alarms':>15}"]
    for half in HALVES:
        alarms, clean = false_alarms(half)
        lines.append(_row(f"by rule, {half}", score(seeded(half))) + f"{f'{alarms} of {clean}':>15}")
    lines.append(_row(BY_HAND, score(by_hand())))
    return "\n".join(lines)


def _row(name: str, result: Score) -> str:
    return f"{name:30}{result.made:7}{result.found_share:9.4f}{result.named_share:9.4f}"


def misses() -> Iterator[str]:
    """Yields a description of each slip for developing that was not found or got another name."""
    for seed in (*seeded("dev"), *by_hand()):
        kinds = _told(seed)
        if not _is_named(seed, kinds):
            told = ", ".join(kinds.elements()) or "nothing"
            yield f"{seed.rule}: told {told}\n    {seed.passage.zh}\n    {seed.passage.en}"


def alarms() -> Iterator[str]:
    """Yields what is told of clean passages for developing."""
    for passage in load_clean("dev"):
        for difference in compare(passage.zh, passage.en).differences:
            yield f"{difference.kind}: {difference.zh} {difference.en}\n    {passage.zh}\n    {passage.en}"


def main() -> None:
    """Prints the table, or what is wrong with the half for developing."""
    parser = argparse.ArgumentParser(prog="python -m tests.comparing.score", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list the slips that were not found")
    parser.add_argument("--alarms", action="store_true", help="list the false alarms")
    parser.add_argument("--rules", action="store_true", help="the score of each rule")
    options = parser.parse_args()
    if options.misses or options.alarms:
        print("\n".join((*(misses() if options.misses else ()), *(alarms() if options.alarms else ()))))
    elif options.rules:
        every = [*seeded("dev"), *seeded("held"), *by_hand()]
        print("\n".join(_row(rule, result) for rule, result in rules(every).items()))
    else:
        print(table())


if __name__ == "__main__":
    main()
