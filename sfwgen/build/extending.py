"""What extensions add to a plan: files beside ours, and findings of rules of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Final, TypeVar

from sfwgen.diagnostics import Diagnostic, Location, Severity, fault, sort_diagnostics
from sfwgen.extensions import NO_EXTENSIONS, ExtensionError, Extensions, Hook, load_extensions
from sfwgen.hooks import File, Finding, Page, Pages
from sfwgen.model import SiteConfig
from sfwgen.plan.data import WrittenData
from sfwgen.plan.outputs import BuildPlan, DataOutput, Output, PageOutput
from sfwgen.publish.names import folded, is_safe, path_fault
from sfwgen.render import filter_names

ENDINGS: Final = tuple(f".{each}" for each in "txt md csv tsv json geojson jsonld xml atom rss ics".split())
"""Files of text and data: nothing that a browser runs, and no page."""
MOST_BYTES: Final = 16 << 20
MOST_GIVEN: Final = 10_000
"""How large a file may be, and how many files or findings one function may give."""
_XML: Final = (".xml", ".atom", ".rss")
_RUNS: Final = (b"<script", b"<?xml-stylesheet", b"http://www.w3.org/1999/xhtml")

Given = TypeVar("Given", File, Finding)


def extensions_of(config: SiteConfig | None) -> tuple[Extensions, tuple[Diagnostic, ...]]:
    """Returns what the packages that a project names add, and what is wrong with these."""
    if config is None or not config.extensions:
        return NO_EXTENSIONS, ()
    return load_extensions(config.extensions, filter_names())


def extend(
    plan: BuildPlan, extensions: Extensions, sources: Mapping[str, bytes]
) -> tuple[BuildPlan, tuple[Diagnostic, ...]]:
    """Returns the plan with the files that extensions add, what their rules find, and what is wrong there."""
    if not extensions.rules and not extensions.outputs:
        return plan, ()
    pages = Pages([each for each in plan.outputs if isinstance(each, PageOutput)])
    faults: list[Diagnostic] = []
    for hook in extensions.rules:
        faults += (_tell(hook, found, sources) for found in _given(hook, pages, Finding, faults))
    owners = {folded(each.path): "sfwgen" for each in (*plan.outputs, *plan.prints)}
    added: list[Output] = []
    for hook in extensions.outputs:
        for file in _given(hook, pages, File, faults):
            refused = _refusal(hook, file, owners)
            if refused is not None:
                faults.append(refused)
                continue
            owners[folded(file.path)] = hook.extension
            added.append(DataOutput(file.path, WrittenData(_bytes(file)), hook.location))
    outputs = tuple(sorted((*plan.outputs, *added), key=lambda each: each.path)) if added else plan.outputs
    return replace(plan, outputs=outputs), sort_diagnostics(faults)


def _given(hook: Hook, pages: Pages, kind: type[Given], faults: list[Diagnostic]) -> tuple[Given, ...]:
    """What a function gives, all of the right kind; none where it fails, which is told."""
    try:
        return tuple(_taken(hook, hook.call(pages), kind))
    except ExtensionError as error:
        told = fault(
            "extension-failed", hook.location, name=error.extension, hook=error.hook, problem=error.problem
        )
        faults.append(told)
        return ()


def _taken(hook: Hook, given: object, kind: type[Given]) -> Iterator[Given]:
    if not isinstance(given, Iterable):
        raise hook.wrong(given)
    # A generator does its work, and fails, only here.
    each = iter(given)
    for number in range(MOST_GIVEN + 1):
        try:
            one = next(each)
        except StopIteration:
            return
        except Exception as error:
            raise hook.error(error) from error
        if not isinstance(one, kind) or not _is_sound(one) or number == MOST_GIVEN:
            raise hook.wrong(one)
        yield one


def _is_sound(given: object) -> bool:
    """Whether everything in a value is of the kind that its class says: authors may not check types."""
    kinds = {"path": str, "content": str | bytes, "page": Page, "zh": str, "en": str, "quote": str}
    fields = {name: getattr(given, name) for name in kinds if hasattr(given, name)}
    return all(isinstance(value, kinds[name]) for name, value in fields.items())


def _tell(hook: Hook, found: Finding, sources: Mapping[str, bytes]) -> Diagnostic:
    place = _place(found.page.source, found.quote, sources)
    told = fault(
        "extension-finding", place, name=hook.extension, hook=hook.name, said_zh=found.zh, said_en=found.en
    )
    return replace(told, severity=Severity.ERROR) if found.severity == "error" else told


def _place(file: str, quote: str, sources: Mapping[str, bytes]) -> Location:
    text = sources.get(file, b"").decode("utf-8-sig", "replace").replace("\r\n", "\n")
    start = text.find(quote) if quote else -1
    if start < 0:
        return Location(file)
    return Location(file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def _refusal(hook: Hook, file: File, owners: Mapping[str, str]) -> Diagnostic | None:
    """Why a file cannot be added, or None."""
    told = partial(fault, name=hook.extension, hook=hook.name, path=file.path)
    other = owners.get(folded(file.path))
    if other is not None:
        return told("extension-path-taken", hook.location, other=other)
    reason = _wrong_path(file.path) or _wrong_content(file)
    if reason is None:
        return None
    return told("extension-file-refused", hook.location, reason_zh=reason[0], reason_en=reason[1])


def _wrong_path(path: str) -> tuple[str, str] | None:
    if not is_safe(path) or path_fault(path) or any(part.startswith(".") for part in path.split("/")):
        return "地址不是网站里的普通文件名", "its path is not that of a plain file in the site"
    if not path.lower().endswith(ENDINGS):
        return f"只能以 {'、'.join(ENDINGS)} 结尾", f"it may end with {', '.join(ENDINGS)} only"
    return None


def _wrong_content(file: File) -> tuple[str, str] | None:
    data = _bytes(file)
    if len(data) > MOST_BYTES:
        return f"超过 {MOST_BYTES >> 20} MiB", f"it is larger than {MOST_BYTES >> 20} MiB"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "不是 UTF-8 文本", "it is no text in UTF-8"
    lower = data.lower()
    if file.path.lower().endswith(_XML) and any(each in lower for each in _RUNS):
        return "里面有浏览器会运行的东西", "it holds what a browser runs"
    return None


def _bytes(file: File) -> bytes:
    return file.content.encode("utf-8", "surrogatepass") if isinstance(file.content, str) else file.content
