"""The page of the Python interface: what stays from version to version, with signatures and docstrings."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from importlib import import_module

PAGES = {"en": "docs/python.md"}
MODULES: Sequence[tuple[str, Sequence[str]]] = (
    ("sfwgen.build", ()),
    ("sfwgen.figures", ()),
    ("sfwgen.diagnostics", ()),
    ("sfwgen.publish", ("RealDisk",)),
)
"""Each module whose names stay, and which of them; none for all that its `__all__` names."""

_HEAD = """# From Python

What [stability.md](stability.md) promises to keep, for programs that use sfwgen without its command line.
Values are frozen; nothing here asks for the time, the language or the environment of the machine. The text
of this page is that of the docstrings.

```python
from sfwgen.build import build
from sfwgen.publish import RealDisk

built = build(RealDisk(), "path/to/project")
for diagnostic in built.diagnostics:
    print(diagnostic.location.file, diagnostic.message("en"))
```"""


def names_of(module: str, some: Sequence[str]) -> list[str]:
    """Returns the names of a module that the page has, in order."""
    return sorted(some or import_module(module).__all__, key=lambda name: (name.casefold(), name))


def make_python_page(_lang: str) -> str:
    """Returns the page."""
    return "\n".join([*_lines(), ""])


def _lines() -> Iterator[str]:
    yield _HEAD
    for module, some in MODULES:
        yield from ("", f"## {module}", "", _first_sentence(import_module(module)))
        for name in names_of(module, some):
            yield from ("", f"### {module}.{name}")
            yield from _entry(name, getattr(import_module(module), name))


def _first_sentence(thing: object) -> str:
    return (inspect.getdoc(thing) or "").partition("\n\n")[0].replace("\n", " ")


def _entry(name: str, thing: object) -> Iterator[str]:
    if inspect.isfunction(thing) or hasattr(thing, "cache_info"):
        assert callable(thing)
        yield from ("", "```python", f"{name}{_signature(thing)}", "```")
        yield from _told(thing)
    elif inspect.isclass(thing):
        yield from _told(thing)
        yield from _members(thing)
    else:
        yield from ("", f"`{name} = {thing!r}`")


def _told(thing: object) -> Iterator[str]:
    if told := inspect.getdoc(thing):
        yield from ("", told)


def _signature(function: Callable[..., object]) -> str:
    signature = inspect.signature(function)
    parameters = list(signature.parameters.values())
    shown: list[str] = []
    for before, each in zip([None, *parameters], parameters, strict=False):
        if each.kind is each.KEYWORD_ONLY and (before is None or before.kind is not each.KEYWORD_ONLY):
            shown.append("*")
        shown.append(_parameter(each))
    return f"({', '.join(shown)}) -> {signature.return_annotation}"


def _parameter(parameter: inspect.Parameter) -> str:
    sign = f"{parameter.name}: {parameter.annotation}"
    if parameter.annotation is parameter.empty:
        sign = parameter.name
    if parameter.default is parameter.empty:
        return sign
    default = parameter.default
    return f"{sign} = {default.__name__ if inspect.isfunction(default) else repr(default)}"


def _members(kind: type) -> Iterator[str]:
    if issubclass(kind, Enum):
        yield from ("", "Members: " + ", ".join(f"`{member.name}`" for member in kind) + ".")
        return
    if is_dataclass(kind):
        shown = [f"`{field.name}: {field.type}`" for field in fields(kind) if not field.name.startswith("_")]
        yield from ("", "Fields: " + ", ".join(shown) + ".")
    members = list(_listed(kind))
    if members:
        yield from ("", *members)


def _listed(kind: type) -> Iterator[str]:
    for name, member in sorted(vars(kind).items()):
        if name.startswith("_"):
            continue
        if isinstance(member, property) and member.fget is not None:
            returned = inspect.signature(member.fget).return_annotation
            yield f"- `{name}: {returned}`: {_first_sentence(member.fget)}"
        elif inspect.isfunction(member):
            yield f"- `{name}{_signature(member)}`: {_first_sentence(member)}"
