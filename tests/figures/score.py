"""How well figures are found: precision and recall against the labelled sentences, by language and half.

Run as `python -m tests.figures.score`; `--misses zh` lists what was missed or wrongly found in the half for
developing. The half set aside is measured only, so its misses are not listed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from sfwgen.figures import find
from tests.figures.labelled import Half, Label, Language, Sentence, load_half

LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
HALVES: Final[tuple[Half, ...]] = ("dev", "held", "news-dev", "news-held", "further", "later")

Record = dict[str, str | int | None]
AMOUNT: Final = ("value", "low", "high", "base", "qualifier")


@dataclass(frozen=True, slots=True)
class Score:
    """How many figures were labelled, how many found, and how many of them agree."""

    labelled: int
    found: int
    agreed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.agreed / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was labelled that was found."""
        return self.agreed / self.labelled if self.labelled else 0.0


MEASURES: Final[dict[str, tuple[str, ...]]] = {
    "value, qualifier": AMOUNT,
    "… and unit": (*AMOUNT, "unit"),
    "… and place": (*AMOUNT, "unit", "start", "end"),
    "… all fields": (*AMOUNT, "unit", "start", "end", "statistic", "direction"),
}
"""What must agree, by the heading of the table. Two figures that agree in it also overlap in the text."""


def score(language: Language, half: Half, fields: tuple[str, ...]) -> Score:
    """Return how the figures found in one half agree with its labels in the fields given."""
    labelled = found = agreed = 0
    for sentence in load_half(language, half):
        wanted, got = _records(sentence, language)
        labelled += len(wanted)
        found += len(got)
        agreed += len(_agreeing(wanted, got, fields))
    return Score(labelled, found, agreed)


def misses(language: Language, half: Half, fields: tuple[str, ...]) -> Iterator[str]:
    """Yield a description of each sentence whose figures do not agree with its labels."""
    for sentence in load_half(language, half):
        wanted, got = _records(sentence, language)
        agreeing = _agreeing(wanted, got, fields)
        lost = [record for place, record in enumerate(wanted) if place not in {pair[0] for pair in agreeing}]
        wrong = [record for place, record in enumerate(got) if place not in {pair[1] for pair in agreeing}]
        if lost or wrong:
            yield "\n".join(
                [f"{language}-{half}.txt:{sentence.line}: {sentence.text}"]
                + [f"    labelled  {_shown(record, fields)}" for record in lost]
                + [f"    found     {_shown(record, fields)}" for record in wrong]
            )


def _records(sentence: Sentence, language: Language) -> tuple[list[Record], list[Record]]:
    wanted = [_record_of(label) for label in sentence.labels]
    return wanted, [figure.record() for figure in find(sentence.text, language)]


def _record_of(label: Label) -> Record:
    return {name: getattr(label, name) for name in (*MEASURES["… all fields"], "text")}


def _agreeing(wanted: list[Record], got: list[Record], fields: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return the pairs of label and figure that overlap and agree; each is in one pair at most."""
    pairs: list[tuple[int, int]] = []
    free = list(range(len(got)))
    for place, label in enumerate(wanted):
        for other in free:
            figure = got[other]
            if _overlap(label, figure) and all(label[name] == figure[name] for name in fields):
                pairs.append((place, other))
                free.remove(other)
                break
    return pairs


def _overlap(first: Record, second: Record) -> bool:
    return int(first["start"] or 0) < int(second["end"] or 0) and int(second["start"] or 0) < int(
        first["end"] or 0
    )


def _shown(record: Record, fields: tuple[str, ...]) -> str:
    return " ".join([f"[{record['text']}]", *(f"{name}={record[name]}" for name in fields if record[name])])


def table() -> str:
    """Return the table of scores."""
    width = max(map(len, MEASURES))
    lines = [f"{'':10}" + "".join(f"{name:>{width + 8}}" for name in MEASURES)]
    lines.append(f"{'':10}" + "".join(f"{'precision  recall':>{width + 8}}" for _ in MEASURES))
    for language, half in product(LANGUAGES, HALVES):
        scores = [score(language, half, fields) for fields in MEASURES.values()]
        cells = [f"{f'{each.precision:.4f}  {each.recall:.4f}':>{width + 8}}" for each in scores]
        lines.append(f"{language} {half:<7}" + "".join(cells) + f"   of {scores[0].labelled}")
    return "\n".join(lines)


def main() -> None:
    """Print the table, or the misses of one half for developing."""
    parser = argparse.ArgumentParser(prog="python -m tests.figures.score", description=__doc__)
    parser.add_argument(
        "--misses", choices=LANGUAGES, metavar="zh|en", help="list the misses of its dev half"
    )
    parser.add_argument("--fields", choices=list(MEASURES), default="… and unit", help="what must agree")
    options = parser.parse_args()
    if options.misses:
        print("\n".join(misses(options.misses, "dev", MEASURES[options.fields])))
    else:
        print(table())


if __name__ == "__main__":
    main()
