"""Why each file of a site was made, or taken over: what is on record of the last build beside this one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from sfwgen.build.recipes import Part, Recipe, part_values
from sfwgen.build.sources import CONFIG, CONTENT, TEMPLATES
from sfwgen.plan.outputs import AssetOutput, Output, PageOutput
from sfwgen.publish import Written

_DOCUMENTS = f"{CONTENT}/"
_VOCABULARY = f"{CONTENT}/vocabulary/"
_STRINGS, _STATIC = f"{TEMPLATES}/strings/", f"{TEMPLATES}/static/"
_ELSEWHERE = (Part.COUNTER, Part.LIST, Part.NEIGHBOUR, Part.RELATED, Part.ISSUE)
"""The parts of a page that other documents than its own make."""


Before = tuple[bytes, bytes]
"""Of an output on record: the key of its recipe, and the digests of its parts."""


class Did(StrEnum):
    """What a build did with a file of the site."""

    NEW = "new"
    CHANGED = "changed"
    RESTORED = "restored"
    SAME = "same"
    REMOVED = "removed"


class Reason(StrEnum):
    """Why it did so. The names of parts of a page are those of `Part`."""

    TEXT = "text"
    FIGURE = "figure"
    COUNTER = "counter"
    LIST = "list"
    NEIGHBOUR = "neighbour"
    RELATED = "related"
    LANGUAGE = "language"
    PICTURE = "picture"
    ISSUE = "issue"
    SEARCH = "search"
    HEAD = "head"
    DATA = "data"
    TEMPLATE = "template"
    STRINGS = "strings"
    STATIC = "static"
    VOCABULARY = "vocabulary"
    CONFIG = "config"
    OPTIONS = "options"
    ENGINE = "engine"
    NEW = "new"
    GONE = "gone"
    OTHERWISE = "otherwise"
    FORGOTTEN = "forgotten"


_USUAL: Mapping[str, Reason] = {
    "page": Reason.HEAD,
    "data": Reason.DATA,
    "asset": Reason.DATA,
    "picture": Reason.PICTURE,
    "static": Reason.STATIC,
}


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """What a build was made from: the parts of the engine, the options, digests of each source and output.

    An output stands with its recipe's key and the digests of its parts.
    """

    engine: Mapping[str, str]
    options: str
    sources: Mapping[str, bytes]
    outputs: Mapping[str, Before]


@dataclass(frozen=True, slots=True)
class InputChanges:
    """What went into a build otherwise than into the last one: sources by path, the engine by its parts."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    engine: tuple[str, ...] = ()
    options: bool = False

    @property
    def paths(self) -> tuple[str, ...]:
        """All of the files, in order."""
        return tuple(sorted((*self.new, *self.changed, *self.removed)))


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was worked out or put in place: why, and for the sake of which changed sources."""

    path: str
    did: Did
    reasons: tuple[Reason, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why each file was made. `inputs` is None where nothing is on record of an earlier build.

    `kept` are the files that were taken over unchanged.
    """

    inputs: InputChanges | None
    made: tuple[Made, ...]
    kept: tuple[str, ...]


def explain(
    earlier: BuildRecord | None,
    record: BuildRecord,
    outputs: Iterable[Output],
    recipes: Mapping[str, Recipe],
    written: Written,
    worked_out: Set[bytes],
) -> Explanation:
    """Returns why each output of a build was made, from what is on record of it and of the last one.

    `worked_out` are the keys of the recipes that were followed in this build, where others were remembered.
    """
    inputs = None if earlier is None else compare_inputs(earlier, record)
    finder = _Finder(inputs, list(outputs))
    known = {} if earlier is None else earlier.outputs
    made: list[Made] = []
    kept: list[str] = []
    for output in finder.outputs:
        recipe, before = recipes[output.path], known.get(output.path)
        did = _did(output.path, recipe, before, written)
        reasons, sources = finder.why(output, recipe, before, did, remade=recipe.key in worked_out)
        if reasons:
            made.append(Made(output.path, did, reasons, sources))
        else:
            kept.append(output.path)
    made += [Made(path, Did.REMOVED, (Reason.GONE,)) for path in written.removed]
    return Explanation(inputs, tuple(made), tuple(kept))


def _did(path: str, recipe: Recipe, before: Before | None, written: Written) -> Did:
    if path in written.new:
        return Did.NEW if before is None else Did.RESTORED
    if path in written.changed:
        return Did.RESTORED if before is not None and before[0] == recipe.key else Did.CHANGED
    return Did.SAME


def compare_inputs(earlier: BuildRecord, record: BuildRecord) -> InputChanges:
    """Returns how what went into a build differs from what went into the earlier one."""
    old, new = earlier.sources, record.sources
    return InputChanges(
        new=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(path for path in new.keys() & old.keys() if new[path] != old[path])),
        removed=tuple(sorted(old.keys() - new.keys())),
        engine=tuple(sorted({name for name, _ in earlier.engine.items() ^ record.engine.items()})),
        options=earlier.options != record.options,
    )


class _Finder:
    """Finds the changed sources that an output draws on."""

    def __init__(self, inputs: InputChanges | None, outputs: list[Output]) -> None:
        self.outputs = outputs
        self._first = inputs is None
        self._inputs = inputs or InputChanges()
        self._changed = self._inputs.paths
        self._by_folder: dict[str, list[str]] = {}
        for path in self._changed:
            if path.startswith(_DOCUMENTS) and not path.startswith(_VOCABULARY):
                self._by_folder.setdefault(posixpath.dirname(path), []).append(path)
        self._own = {output.path: own for output in outputs if (own := self._own_changes(output))}

    def why(
        self, output: Output, recipe: Recipe, before: Before | None, did: Did, *, remade: bool
    ) -> tuple[tuple[Reason, ...], tuple[str, ...]]:
        """Returns the reasons why an output was made, none if it was taken over, and the changed sources.

        `remade` says that the same recipe was followed again.
        """
        reasons: tuple[Reason, ...] = ()
        sources: tuple[str, ...] = ()
        if before is None:
            reasons, sources = self._unknown(output, recipe, did)
        elif before[0] != recipe.key:
            reasons, sources = self._changes(output, recipe, before[1])
        elif remade:
            reasons = (Reason.ENGINE if self._inputs.engine else Reason.FORGOTTEN,)
        if did is Did.RESTORED:
            reasons += (Reason.OTHERWISE,)
        return reasons, sources

    def _unknown(
        self, output: Output, recipe: Recipe, did: Did
    ) -> tuple[tuple[Reason, ...], tuple[str, ...]]:
        """An output that is not on record: a new one, or any where there is no record."""
        if did is not Did.NEW:
            return (Reason.FORGOTTEN,), ()
        if not self._first and recipe.kind in ("static", "asset"):
            # These are named after what they hold: with other bytes the name is new, too.
            return self._changes(output, recipe, b"")
        return (Reason.NEW,), self._own_changes(output)

    def _own_changes(self, output: Output) -> tuple[str, ...]:
        """Returns the changed files of the document that an output is the page of."""
        if isinstance(output, AssetOutput):
            return ()
        file = output.source.file
        beside = self._by_folder.get(posixpath.dirname(file), ())
        return tuple(path for path in beside if path == file or "/index." in file)

    def _changes(
        self, output: Output, recipe: Recipe, before: bytes
    ) -> tuple[tuple[Reason, ...], tuple[str, ...]]:
        """Returns the reasons for which an output is made from something else, and the changed sources."""
        found: dict[Reason, tuple[str, ...]] = {}
        if isinstance(output, PageOutput):
            # Where no document has changed, the parts only follow what is named below.
            if self._by_folder:
                found |= dict(self._parts(output, recipe.changed_parts(before)))
            found |= dict(self._of_all_pages(recipe.templates))
        elif recipe.kind == "static":
            found[Reason.STATIC] = self._those(_STATIC)
        words = ((Reason.OPTIONS, self._inputs.options), (Reason.ENGINE, bool(self._inputs.engine)))
        found |= {reason: () for reason, so in words if so}
        if not found:
            found[_USUAL[recipe.kind]] = self._own.get(output.path, ())
        return tuple(found), tuple(sorted({path for paths in found.values() for path in paths}))

    def _parts(self, page: PageOutput, parts: Iterable[Part]) -> Iterator[tuple[Reason, tuple[str, ...]]]:
        own = self._own.get(page.path, ())
        for part in parts:
            others = self._linked(page, part) if part in _ELSEWHERE else ()
            yield Reason(part.value), others or own

    def _of_all_pages(self, templates: Iterable[str]) -> Iterator[tuple[Reason, tuple[str, ...]]]:
        """What every page draws on, and the templates of this one."""
        places = (
            (Reason.TEMPLATE, tuple(f"{TEMPLATES}/{name}" for name in sorted(templates))),
            (Reason.STRINGS, _STRINGS),
            (Reason.STATIC, _STATIC),
            (Reason.VOCABULARY, _VOCABULARY),
            (Reason.CONFIG, CONFIG),
        )
        for reason, starts in places:
            if paths := self._those(starts):
                yield reason, paths

    def _those(self, starts: str | tuple[str, ...]) -> tuple[str, ...]:
        return tuple(path for path in self._changed if path.startswith(starts))

    def _linked(self, page: PageOutput, part: Part) -> tuple[str, ...]:
        """The changed sources of the pages that a part of a page leads to."""
        folder = posixpath.dirname(page.path)
        targets = {
            posixpath.normpath(posixpath.join(folder, href)) for href in _hrefs(part_values(page.view, part))
        }
        return tuple(sorted({path for target in targets for path in self._own.get(target, ())}))


def _hrefs(value: object) -> Iterator[str]:
    """Yields every address in a part of a view."""
    if isinstance(value, tuple):
        for each in value:
            yield from _hrefs(each)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name == "href":
                yield inner.partition("#")[0]
            else:
                yield from _hrefs(inner)
