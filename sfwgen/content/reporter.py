"""From nodes to shapes: every field that is not as it should be, told at its place in the file.

What is wrong is taken out and the rest is read on, so that one run shows all that is wrong with a document
and not only what comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sfwgen.content.nodes import Entry, MappingNode, Node, Scalar, Sequence, Step, find, locate, plain
from sfwgen.content.shapes import Shape, TextsBeside
from sfwgen.diagnostics import Diagnostic, Location, fault, has_errors, nearest

Path = tuple[Step, ...]
S = TypeVar("S", bound=Shape)

_WRONG_KIND = {
    "tuple_type": "value-not-list",
    "list_type": "value-not-list",
    "dict_type": "value-not-mapping",
    "model_type": "value-not-mapping",
    "model_attributes_type": "value-not-mapping",
    "too_short": "list-empty",
}
_FREE = "extra"


class Reporter:
    """Collects what is wrong with one document, placed by paths into its nodes."""

    def __init__(self, file: str, root: MappingNode, languages: tuple[str, ...]) -> None:
        self.file = file
        self.root = root
        self.languages = languages
        self.faults: list[Diagnostic] = []
        self.filled: set[Step] = set()
        self.emptied: set[Path] = set()
        self.taken_out: set[tuple[int, int, str]] = set()

    @property
    def sound(self) -> bool:
        """Whether no error has been found so far."""
        return not has_errors(self.faults)

    def at(self, *path: Step, key: bool = False) -> Location:
        """Returns where the value at a path stands, or its key."""
        return locate(self.root, path, self.file, key=key)

    def add(self, code: str, *path: Step, key: bool = False, **words: object) -> None:
        """Notes a fault at a path. What was filled in for a missing field is never at fault."""
        if not path or path[0] not in self.filled:
            self.faults.append(fault(code, self.at(*path, key=key), related=(), **words))

    def add_again(self, code: str, path: Path, first: Path, **words: object) -> None:
        """Notes a fault at a path that is one because of what stands at another."""
        related = (self.at(*first),)
        words["line"] = related[0].line
        self.faults.append(fault(code, self.at(*path), related=related, **words))

    def texts(self, value: Mapping[str, str] | None, *path: Step) -> dict[str, str]:
        """Returns a text by language in the site's order; missing and unknown languages are faults."""
        if value is None:
            return {}
        self._check_languages(value, path, beside=False)
        return {language: value[language] for language in self.languages if language in value}

    def texts_beside(self, shape: TextsBeside, *path: Step) -> dict[str, str]:
        """Returns the texts that stand beside the fields of a shape, as `texts` does."""
        self._check_languages(shape.texts, path, beside=True, shape=type(shape))
        return {language: shape.texts[language] for language in self.languages if language in shape.texts}

    def _check_languages(
        self, value: Mapping[str, str], path: Path, *, beside: bool, shape: type[Shape] | None = None
    ) -> None:
        for language in self.languages:
            if language not in value and not self.lost(*path, language):
                self.add("text-language-missing", *path, field=field_name(path), language=language)
        for key in value:
            if key not in self.languages and beside and shape is not None:
                self._unknown_field((*path, key), shape)
            elif key not in self.languages:
                known = ", ".join(self.languages)
                self.add("text-language-unknown", *path, key, key=True, language=key, known=known)

    def read(self, shape: type[S]) -> S | None:
        """Returns the document as a shape, without its faulty parts, or None where too little is left."""
        self._take_out_empties()
        value, errors = _validate(shape, plain(self.root))
        meant = {(*_path(error)[:-1], self._meant(error, shape)) for error in errors if _is_unknown(error)}
        for error in errors:
            # A field that is missing because its name is misspelt is told as the misspelt one alone.
            misspelt = error["type"] == "missing" and _path(error) in meant
            if not misspelt and not self._follows(error, errors) and not self._stands_empty(error):
                self._tell(error, shape)
        fillers: dict[str, object] = {}
        for _ in range(8):
            if value is not None:
                return value
            fillers |= self._take_out(errors, shape)
            data = plain(self.root)
            value, errors = _validate(shape, {**fillers, **data} if isinstance(data, dict) else data)
        return None

    def _take_out_empties(self) -> None:
        for path in list(_empties(self.root, ())):
            self.add("value-empty", *path, key=isinstance(path[-1], str), field=field_name(path))
            self._remove(path)
            self.emptied.add(path[:-1])

    def _follows(self, error: ErrorDetails, errors: list[ErrorDetails]) -> bool:
        """Whether a list is short only because items of it are faulty: they are not counted."""
        path = _path(error)
        inner = (_path(other)[: len(path)] for other in errors if len(_path(other)) > len(path))
        return error["type"] == "too_short" and (path in self.emptied or path in inner)

    def _stands_empty(self, error: ErrorDetails) -> bool:
        """Whether a field is missing only because nothing is written behind its name, which has been told."""
        return error["type"] == "missing" and self.lost(*_path(error))

    def _take_out(self, errors: list[ErrorDetails], shape: type[Shape]) -> dict[str, object]:
        """Removes the faulty parts from the nodes; returns examples for what is missing at the top."""
        fillers: dict[str, object] = {}
        # Later items first, so that the numbers of the earlier ones still hold.
        for path in sorted({_path(error) for error in errors}, key=_order, reverse=True):
            missing = find(self.root, path) is None
            if missing and len(path) == 1:
                example = _example(shape, str(path[0]))
                if example is not None:
                    fillers[str(path[0])] = example
                    self.filled.add(path[0])
            else:
                self._remove(path[:-1] if missing else path)
        return fillers

    def lost(self, *path: Step) -> bool:
        """Whether a field is written but was faulty, so that nothing may be said of its being absent."""
        parent = find(self.root, path[:-1])
        return parent is not None and (parent.line, parent.column, str(path[-1])) in self.taken_out

    def _remove(self, path: Path) -> None:
        if path:
            # By its place in the file: numbers of items change when one before them is taken out.
            parent = find(self.root, path[:-1])
            if parent is not None:
                self.taken_out.add((parent.line, parent.column, str(path[-1])))
            root = _without(self.root, path)
            self.root = root if isinstance(root, MappingNode) else self.root

    def _tell(self, error: ErrorDetails, shape: type[Shape]) -> None:
        kind, path = error["type"], _path(error)
        at_key = error["loc"][-1:] == ("[key]",)
        words = error.get("ctx", {})
        if kind == "extra_forbidden":
            self._unknown_field(path, _shape_at(shape, path[:-1]))
        elif kind == "missing":
            inner = _shape_at(shape, path[:-1])
            if (misspelt := self._misspelt(path, inner)) is not None:
                self._unknown_field((*path[:-1], misspelt), inner)
                return
            field = _field(inner, str(path[-1]))
            zh, en = titles(field)
            self.add("field-missing", *path[:-1], field=path[-1], title_zh=zh, title_en=en)
        elif kind in _WRONG_KIND:
            name = field_name(path)
            # Short items stand between brackets, items with fields of their own on lines of their own.
            line, lines = ("", name) if _shape_at(shape, path) is not None else (name, "")
            self.add(_WRONG_KIND[kind], *path, field=name, line=line, lines=lines)
        else:
            self.add(kind, *path, key=at_key, **{"field": field_name(path), **words})

    def _misspelt(self, path: Path, shape: type[Shape] | None) -> str | None:
        """The name that stands for a missing field among texts by language, where any name may stand."""
        beside = find(self.root, path[:-1])
        if shape is None or not issubclass(shape, TextsBeside) or not isinstance(beside, MappingNode):
            return None
        known = {name for name, _ in _fields(shape)} | set(self.languages)
        strange = [name for name in beside.entries if name not in known]
        return next((name for name in strange if self._known_fields(name, shape)[0] == path[-1]), None)

    def _meant(self, error: ErrorDetails, shape: type[Shape]) -> str:
        path = _path(error)
        return self._known_fields(str(path[-1]), _shape_at(shape, path[:-1]))[0]

    def _unknown_field(self, path: Path, shape: type[Shape] | None) -> None:
        name = str(path[-1])
        meant, known = self._known_fields(name, shape)
        self.add("field-unknown", *path, key=True, field=name, nearest=meant, known=", ".join(known))

    def _known_fields(self, name: str, shape: type[Shape] | None) -> tuple[str, list[str]]:
        """Returns the field that was meant by a name, or an empty text, and all fields there are."""
        fields = dict(_fields(shape)) if shape else {}
        by_title = {titles(field)[0]: key for key, field in fields.items()}
        known = [*fields, *(self.languages if shape and issubclass(shape, TextsBeside) else ())]
        return by_title.get(name) or nearest(name.lower(), known), known


def field_name(path: Path) -> str:
    """Returns the name of the field that a path leads to, for a message."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def titles(field: FieldInfo | None) -> tuple[str, str]:
    """Returns what a field is called in Chinese and in English."""
    zh, _, en = (field.title or "" if field else "").partition(" / ")
    return zh, en


def _validate(shape: type[S], data: object) -> tuple[S | None, list[ErrorDetails]]:
    try:
        return shape.model_validate(data), []
    except ValidationError as invalid:
        return None, invalid.errors(include_url=False, include_input=False)


def _is_unknown(error: ErrorDetails) -> bool:
    return error["type"] == "extra_forbidden"


def _path(error: ErrorDetails) -> Path:
    location = error["loc"]
    return tuple(location[:-1] if location[-1:] == ("[key]",) else location)


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _empties(node: Node, path: Path) -> Iterator[Path]:
    if isinstance(node, Scalar):
        if node.empty and path:
            yield path
    elif isinstance(node, Sequence):
        for number in reversed(range(len(node.items))):
            yield from _empties(node.items[number], (*path, number))
    else:
        for key, entry in node.entries.items():
            if path or key != _FREE:
                yield from _empties(entry.value, (*path, key))


def _without(node: Node, path: Path) -> Node:
    step, rest = path[0], path[1:]
    if isinstance(node, MappingNode) and step in node.entries:
        entries = dict(node.entries)
        if rest:
            entry = entries[str(step)]
            entries[str(step)] = Entry(entry.key, _without(entry.value, rest))
        else:
            del entries[str(step)]
        return MappingNode(entries, node.line, node.column)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        middle = (_without(node.items[step], rest),) if rest else ()
        return Sequence((*node.items[:step], *middle, *node.items[step + 1 :]), node.line, node.column)
    return node


def _fields(shape: type[Shape]) -> Iterator[tuple[str, FieldInfo]]:
    for name, field in shape.model_fields.items():
        yield field.alias or name, field


def _field(shape: type[Shape] | None, name: str) -> FieldInfo | None:
    return dict(_fields(shape)).get(name) if shape else None


def _example(shape: type[Shape], name: str) -> object:
    field = _field(shape, name)
    return field.examples[0] if field and field.examples else None


def _shape_at(shape: type[Shape], path: Path) -> type[Shape] | None:
    """The shape of the part that a path leads to."""
    current: type[Shape] | None = shape
    in_mapping = False
    for step in path:
        if isinstance(step, int):
            continue
        if in_mapping:
            in_mapping = False
            continue
        field = _field(current, step)
        annotation = field.annotation if field else None
        current, in_mapping = _inner_shape(annotation), get_origin(annotation) is dict
    return current


def _inner_shape(annotation: object) -> type[Shape] | None:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next(filter(None, map(_inner_shape, get_args(annotation))), None)
