"""The pages on templates: the contract as `sfwgen.plan.views` has it, with what each field means."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from scripts.reference.texts import template_text, views
from sfwgen.plan.views import frame, pages, parts
from sfwgen.render.renderer import make_environment
from sfwgen.theme import CONTRACT

PAGES: Mapping[str, str] = {"zh": "docs/templates.zh.md", "en": "docs/templates.md"}
"""Where the page of each language stands."""

_OWN_FILTERS = {"first_sentence", "json_script", "safe_url", "unbroken"}
_HEADS = {
    "zh": ("| 字段 | 类型 | 意思 |", "| 模板 | 内容 | 哪一页 |"),
    "en": ("| field | type | meaning |", "| template | view | page |"),
}


def view_types() -> dict[str, type]:
    """Returns every view type by its name, in the order of the contract."""
    return {
        name: each
        for module in (parts, frame, pages)
        for name, each in vars(module).items()
        if is_dataclass(each) and isinstance(each, type) and each.__module__ == module.__name__
    }


def make_templates_page(lang: str) -> str:
    """Returns the page of a language."""
    known = sorted(make_environment({}).filters.keys() - _OWN_FILTERS)
    filters = ", ".join(f"`{name}`" for name in known).replace(", ", "、" if lang == "zh" else ", ")
    text = template_text(lang).replace("@@filters@@", filters)
    text = text.replace("@@contract@@", str(CONTRACT)).replace("@@templates@@", "\n".join(_templates(lang)))
    tables = [line for name, each in view_types().items() for line in _view(name, each, lang)]
    return text + "\n".join(tables) + "\n"


def _templates(lang: str) -> Iterator[str]:
    yield _HEADS[lang][1]
    yield "| --- | --- | --- |"
    for template, told in views()["templates"].items():
        yield f"| `{template}` | [{told['view']}](#{told['view'].lower()}) | {told[lang]} |"


def _view(name: str, view: type, lang: str) -> Iterator[str]:
    meanings = views()["views"][name]
    about = meanings["about"] if lang == "zh" else inspect.cleandoc(view.__doc__ or "")
    yield f"\n### {name}\n\n{about}\n"
    yield _HEADS[lang][0]
    yield "| --- | --- | --- |"
    for field in fields(view):
        meaning = meanings[field.name][lang != "zh"]
        written = str(field.type).replace("|", "\\|")
        yield f"| `{field.name}` | `{written}` | {meaning} |"
