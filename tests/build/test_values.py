"""What is kept between builds is data: bytes from elsewhere run nothing, whatever they are made to say."""

from __future__ import annotations

import json
import marshal
import pickle
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from itertools import cycle
from pathlib import Path
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sfwgen
from sfwgen.build import build
from sfwgen.build.memory import read_memory
from sfwgen.build.state import read_state, write_state
from sfwgen.diagnostics import Location, Severity
from sfwgen.plan.views.parts import Html
from sfwgen.values import UnreadableValue, freeze, thaw
from tests.build.projects import ROOT, disk_with, site_of, small_project

LEAVES = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.text(), st.binary(max_size=9), st.dates()),
    *(st.decimals(allow_nan=False), st.fractions(), st.sampled_from(Severity)),
    *(st.text().map(Html), st.builds(Location, st.text(), st.integers(0, 9), st.integers(0, 9))),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(st.text(), inner, max_size=3),
        st.frozensets(LEAVES, max_size=3),
    ),
    max_leaves=12,
)


@given(VALUES)
def test_a_value_comes_back_as_it_was_with_its_kinds(value: object) -> None:
    assert _with_kinds(thaw(freeze(value))) == _with_kinds(value)


def _with_kinds(value: object) -> object:
    """A value and the classes in it: True is no 1 here, and a piece of HTML no plain text."""
    if isinstance(value, tuple | list):
        return (type(value), [_with_kinds(part) for part in value])
    if isinstance(value, dict):
        return (dict, [(key, _with_kinds(part)) for key, part in value.items()])
    if isinstance(value, frozenset):
        return (frozenset, {(type(part), part) for part in value})
    return (type(value), value)


@pytest.mark.parametrize(
    "value",
    [Fraction(10**6000, 3**9000), Decimal("1E+99999"), "\ud800\0\u2028", (b"", b"a"), ((),), {(): ()}],
)
def test_what_is_odd_comes_back_as_well(value: object) -> None:
    assert thaw(freeze((value, value))) == (value, value)


def test_what_is_no_value_is_not_written() -> None:
    for value in (print, object(), build, Path(), {1, 2}, lambda: 1, 1.5):
        with pytest.raises(KeyError):
            freeze(value)


# Bytes from elsewhere. Whatever runs in one of them makes the file CANARY.

CANARY = "canary"
RUN = f"open({CANARY!r}, 'w')"
NAMES = (
    *("builtins:eval", "builtins:exec", "builtins:open", "os:system", "os:abort", "subprocess:Popen"),
    *("builtins:type", "builtins:object", "functools:partial", "operator:attrgetter", "types:FunctionType"),
    *("sfwgen.values:thaw", "sfwgen.values:pickle", "sfwgen.values:pickle.loads", "sfwgen.values:_Writer"),
    *("sfwgen.cli:main", "sfwgen.__main__:main", "sfwgen.build.building:build", "sfwgen.build.memory:Memory"),
    *("sfwgen.publish.real_disk:RealDisk", "sfwgen.publish.real_disk:os", "sfwgen.values:UnreadableValue"),
    *("sfwgen.values:Path", "sfwgen.none:None", "sfwgen.:", "sfwgen.values:", ":", "", "sfwgen:Sources"),
    *("sfwgen.diagnostics.model:Location.__init__", "sfwgen.diagnostics.model:Enum", "..os:system"),
    *("sfwgen.each:Each", "sfwgen.values:__builtins__", "sfwgen.values:_known_class", "enum:Enum"),
)


def form(
    body: object, names: list[object] | None = None, sizes: Iterable[int] | None = (), tail: bytes = b""
) -> bytes:
    """The bytes of a value as `freeze` lays them out, with anything in it."""
    text = body if isinstance(body, str) else json.dumps(body)
    return json.dumps([names or [], len(text), list(sizes) if sizes is not None else None]).encode() + (
        b"\n" + text.encode() + tail
    )


class Evil:
    """What runs when pickle reads it."""

    def __init__(self, call: object, *arguments: object) -> None:
        self.made = (call, arguments)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self.made


def hostile() -> Iterator[tuple[str, bytes]]:
    yield from ((f"a class called {name}", form([{"0": [RUN]}], [name])) for name in NAMES)
    location = "sfwgen.diagnostics.model:Location"
    severity = "sfwgen.diagnostics.model:Severity"
    bodies: dict[str, object] = {
        "another sign": [{"eval": [RUN]}],
        "a class that is not listed": [{"7": []}],
        "two signs in one": '[{"":[],"":[]}]',
        "no sign": [{}],
        "nothing at all": [],
        "two values": [1, 2],
        "no list": 5,
        "too many parts": [{"0": ["a", 1, 2, 3, 4]}],
        "no such member": [{"1": ["none"]}],
        "an enumeration made anew": [{"1": ["Kind", "a b c"]}],
        "a class as a part of itself": [{"1": [{"1": [{"1": []}]}]}],
        "a list as a key": [{"dict": [{"list": []}, 1]}],
        "half a pair": [{"dict": [1]}],
        "divided by zero": [{"fraction": ["0x1", "0x0"]}],
        "a fraction of words": [{"fraction": ["__import__", "os"]}],
        "no decimal": [{"decimal": [RUN]}],
        "no day": [{"date": ["2019-02-30"]}],
        "bytes that are not there": [{"bytes": [4]}],
        "bytes by name": [{"bytes": ["__class__"]}],
        "a row that is not there": [{"row": [0, 5]}],
        "what nobody shares": [{"shared": ["Metric", "x"]}],
        "what cannot be shared": [{"shared": [{"list": []}, "x"]}],
        "a hundred thousand deep": "[" * 100_000 + "]" * 100_000,
        "as deep in signs": '{"":[' * 100_000,
        "no end": '[{"":["a',
        "a number of many digits": "[" + "9" * 100_000 + "]",
    }
    for name, body in bodies.items():
        yield name, form(body, [location, severity])
    yield "a name that is a list", form([1], [["os", "system"]])
    yield "a name that is a number", form([1], [1])
    yield "bytes beyond the end", form([{"bytes": [0]}], sizes=[1 << 60])
    yield "bytes that nobody counted", form([1], tail=b"left")
    yield "no sizes", form([1], sizes=None)
    yield "a head of another kind", b"{}\n[1]"
    yield "no head", b"[1]"
    yield "nothing", b""
    yield "marshalled code", marshal.dumps(compile(RUN, "x", "exec"))
    for protocol in range(6):
        yield f"a pickle of form {protocol} that evaluates", pickle.dumps(Evil(eval, RUN), protocol)
    yield "a pickle that opens a file", pickle.dumps(Evil(open, CANARY, "w"))
    yield "an old pickle with a call", f"cbuiltins\neval\n(V{RUN}\ntR.".encode()
    yield "an old pickle with an instance", f"(V{RUN}\nibuiltins\neval\n.".encode()
    yield "a pickle that makes by a stack", f"(cbuiltins\neval\nV{RUN}\no.".encode()
    yield (
        "a pickle of a class of ours that is changed",
        (b"csfwgen.diagnostics.model\nSeverity\n(N(Vx\nI1\ndtb."),
    )
    yield "a pickle that asks for what is shared", b"Vx\nQ."


HOSTILE = dict(hostile())


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 60


@pytest.mark.parametrize("name", HOSTILE)
def test_bytes_from_elsewhere_run_nothing(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for data in (HOSTILE[name], memoryview(HOSTILE[name])):
        with pytest.raises(UnreadableValue):
            thaw(data)
    assert not (tmp_path / CANARY).exists()


def test_what_pickle_would_have_run_is_run_by_pickle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pickle.loads(HOSTILE["a pickle that opens a file"]).close()
    assert (tmp_path / CANARY).exists()


def test_no_class_that_bytes_can_name_does_anything_when_it_is_made() -> None:
    for module in walk_packages(sfwgen.__path__, "sfwgen."):
        if module.name.endswith("__main__"):
            continue
        try:
            named = vars(import_module(module.name)).values()
        except ModuleNotFoundError:  # an extra that is not installed
            continue
        for kind in named:
            if isinstance(kind, type) and kind.__module__ == module.name and is_dataclass(kind):
                own = {"__post_init__", "__new__", "__setstate__", "__del__"} & vars(kind).keys()
                assert own <= {"__setstate__"}, kind


@pytest.mark.parametrize("value", [5, None, (), Location("a")], ids=repr)
def test_values_of_another_kind_on_record_are_not_used(value: object) -> None:
    disk = disk_with(small_project())
    build(disk, ROOT)
    wanted, data = site_of(disk), freeze(value)
    known = sorted(read_memory(disk, ROOT).known)
    body = b"".join(key + len(data).to_bytes(4, "little") + data for key in known)
    write_state(disk, ROOT, "results", [body])
    disk.remove_file(f"{ROOT}/.sfwgen/last.json")
    assert build(disk, ROOT).published is not None
    assert site_of(disk) == wanted
    assert sorted(read_memory(disk, ROOT).known) == known
    assert body not in bytes(read_state(disk, ROOT, "results") or b"")


@pytest.mark.parametrize("name", ["results", "results-newer", "reasons", "last.json", "manifest.json"])
def test_a_record_that_somebody_else_has_written_changes_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own digest is right, and so are the digests under which the results would be looked up."""
    monkeypatch.chdir(tmp_path)
    disk = disk_with(small_project())
    build(disk, ROOT)
    wanted, payloads = site_of(disk), cycle(HOSTILE.values())
    body = HOSTILE["a pickle that opens a file"]
    if name.startswith("results"):
        known = sorted(read_memory(disk, ROOT).known)
        pairs = zip(known, payloads, strict=False)  # the payloads come again and again
        body = b"".join(key + len(data).to_bytes(4, "little") + data for key, data in pairs)
    write_state(disk, ROOT, name, [body])
    assert bytes(read_state(disk, ROOT, name) or b"") == body, "it would not be looked at"
    if name != "last.json":
        disk.remove_file(f"{ROOT}/.sfwgen/last.json")
    assert build(disk, ROOT).published is not None
    assert site_of(disk) == wanted
    assert not (tmp_path / CANARY).exists()
