"""What the preview shows: a frozen value, replaced as a whole, so that no one sees a site half made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from sfwgen.build import Checked
from sfwgen.build.looking import Material
from sfwgen.diagnostics import Diagnostic
from sfwgen.diagnostics.report import print_text
from sfwgen.serve.state import Known, know


@dataclass(frozen=True, slots=True)
class Preview:
    """The last site without errors, and `trouble`: why the present sources do not make one, in words.

    `faults` are the diagnostics that the trouble consists of; there are none where a build ended with a bug.
    `known` is what is known of the documents. `number` counts the changes of what is shown; 0 is before the
    first.
    """

    number: int = 0
    outputs: Mapping[str, bytes] = field(default_factory=dict)
    trouble: str = ""
    faults: tuple[Diagnostic, ...] = ()
    known: Known | None = None


class Patched(Mapping[str, bytes]):
    """The files of a site with some pages in the place of its own."""

    def __init__(self, outputs: Mapping[str, bytes], pages: Mapping[str, bytes]) -> None:
        self._outputs = outputs
        self._pages = pages

    def __getitem__(self, path: str) -> bytes:
        return self._pages[path] if path in self._pages else self._outputs[path]

    def __iter__(self) -> Iterator[str]:
        yield from self._pages
        yield from (path for path in self._outputs if path not in self._pages)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, path: object) -> bool:
        return path in self._pages or path in self._outputs


def first_look(before: Preview, material: Material, pages: Mapping[str, bytes]) -> Preview:
    """Returns what is shown while a site is being finished: these pages are those of the new one already."""
    return Preview(before.number + 1, Patched(before.outputs, pages), known=know(material, None))


def next_preview(before: Preview, checked: Checked, lang: str, material: Material | None = None) -> Preview:
    """Returns what is shown once the sources have been checked: with errors, the pages stay as they were."""
    if checked.fails():
        return troubled(before, print_text(checked.diagnostics, lang), checked.diagnostics)
    known = None if material is None else know(material, checked.diagnostics)
    return Preview(before.number + 1, checked.outputs, known=known)


def troubled(before: Preview, trouble: str, faults: tuple[Diagnostic, ...] = ()) -> Preview:
    """Returns the preview with this trouble laid over its pages."""
    return replace(before, number=before.number + 1, trouble=trouble, faults=faults)
