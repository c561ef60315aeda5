"""Bilingual passages in the manner of local government news, all made up, and slips put in by hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from sfwgen.figures import Kind

Half = Literal["dev", "held", "news-dev", "news-held", "further", "later"]
HALVES: Final[tuple[Half, ...]] = ("dev", "held", "news-dev", "news-held", "further", "later")
_FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Passage:
    """A Chinese text and its English translation."""

    zh: str
    en: str


def load_clean(half: Half) -> tuple[Passage, ...]:
    """The passages of a half, whose figures all agree.

    All but `held` were looked at while the comparison was written, `news-held`, `further` and `later`
    after they had been measured.
    """
    text = (_FOLDER / f"clean-{half}.txt").read_text(encoding="utf-8")
    return tuple(_passage(block) for block in text.strip().split("\n\n"))


def load_faulty() -> tuple[tuple[Kind, Passage], ...]:
    """Passages with one slip put in by hand, and of which kind it is."""
    text = (_FOLDER / "faulty.txt").read_text(encoding="utf-8")
    found: list[tuple[Kind, Passage]] = []
    for block in text.strip().split("\n\n"):
        kind, _, rest = block.partition("\n")
        found.append((Kind(kind), _passage(rest)))
    return tuple(found)


def _passage(block: str) -> Passage:
    zh, en = block.split("\n")
    return Passage(zh.removeprefix("zh: "), en.removeprefix("en: "))
