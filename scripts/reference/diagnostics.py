"""The pages of diagnostics, made from the code table and from real examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType

from scripts.reference.examples import examples, what_was_done
from scripts.reference.texts import introduction, reasons
from sfwgen.diagnostics import Code, codes
from sfwgen.diagnostics.codes import CODES
from sfwgen.diagnostics.report import print_text

PAGES: Mapping[str, str] = {"zh": "docs/diagnostics.zh.md", "en": "docs/diagnostics.md"}
"""Where the page of each language stands."""

_SEVERITIES = {"error": "错误", "warning": "警告", "note": "说明"}


def make_diagnostics_page(lang: str) -> str:
    """Returns the page of a language."""
    return "\n".join(_lines(lang))


def _lines(lang: str) -> Iterator[str]:
    yield introduction(lang).replace("@@", _printed("metric-unit-mismatch", lang))
    groups = [(name, *_group(name, lang)) for name in modules()]
    for _, title, _ in groups:
        slug = title.lower().replace(" ", "-")
        yield f"- [{title}](#{slug})"
    yield ""
    for name, title, about in groups:
        yield f"## {title}\n\n{about}\n"
        for code in modules()[name]:
            yield from _entry(code, lang)


def modules() -> Mapping[str, tuple[Code, ...]]:
    """Returns the modules of the code table with the codes that each defines, in the order of the table."""
    tables = {
        name: module.CODES
        for name, module in vars(codes).items()
        if isinstance(module, ModuleType) and isinstance(getattr(module, "CODES", None), tuple)
    }
    # A module may hand on another's table with its own: a code belongs to the smaller one.
    largest_first = sorted(tables, key=lambda name: -len(tables[name]))
    owners = {code.slug: name for name in largest_first for code in tables[name]}
    found: dict[str, tuple[Code, ...]] = {}
    for slug, code in CODES.items():
        found[owners[slug]] = (*found.get(owners[slug], ()), code)
    return found


def _group(name: str, lang: str) -> tuple[str, str]:
    title, about = reasons()["groups"].get(name, {lang: (name, "")})[lang]
    return title, about


def _entry(code: Code, lang: str) -> Iterator[str]:
    severity = _SEVERITIES[code.severity] if lang == "zh" else f"{code.severity}".capitalize()
    about = what_was_done().get(code.slug, "") if lang == "en" else ""
    yield f"### {code.slug}\n"
    yield f"**{severity}**" + (f" · {about}" if about else "") + "\n"
    yield f"```text\n{_printed(code.slug, lang)}\n```\n"
    if reason := reasons()["reasons"].get(code.slug):
        yield f"{reason[lang]}\n"


def _printed(slug: str, lang: str) -> str:
    """An example as it is printed, or the texts of the table where there is none."""
    if slug in examples():
        return print_text([examples()[slug]], lang).rstrip("\n")
    message = CODES[slug].zh if lang == "zh" else CODES[slug].en
    return f"{message.text}\n{message.hint}"
