"""The fields of a form, from the JSON Schema of a document: what may be written, in its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Field = dict[str, Any]
Schema = Mapping[str, Any]
Choices = Mapping[str, Sequence[tuple[str, str]]]
"""What a field may be chosen from: ids with their names, by the name of the field."""

_LEFT_OUT = ("extra",)
"""What a project writes for its own use; the form leaves it as it is."""
_ORDERED = ("stories",)
"""What is chosen in an order of its own; the others are sets."""
_SUMMARIES = ("heading", "metric", "date", "id", "state", "value", "wrong")
"""What of an item is shown while it is folded."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a form is made for: its language, the languages of the site by id, and what can be chosen from."""

    lang: str
    languages: Mapping[str, str]
    choices: Choices


def document_fields(schema: Schema, form: Form, *, translated: Sequence[str] = ()) -> list[Field]:
    """Returns the fields of a document in the order of its schema; `translated` are written per language."""
    fields = list(_fields(schema, schema.get("definitions", {}), form))
    return [{**each, "i18n": True} if each["name"] in translated else each for each in fields]


def _fields(schema: Schema, definitions: Schema, form: Form) -> Iterator[Field]:
    required = schema.get("required", ())
    for name, raw in schema.get("properties", {}).items():
        if name not in _LEFT_OUT:
            part = _resolved(raw, definitions)
            yield {
                "name": name,
                "label": _label(name, part, form),
                **_hint(part, form.lang),
                "required": name in required,
                **_widget(name, part, definitions, form),
            }


def _resolved(raw: Schema, definitions: Schema) -> Schema:
    """A part of a schema with what it refers to put in, its own words first."""
    references = [raw] if "$ref" in raw else raw.get("allOf", ())
    names = [each["$ref"].rpartition("/")[2] for each in references]
    found: dict[str, Any] = {}
    for name in names:
        found |= definitions[name]
    found.pop("description", None)
    return {**found, **{key: value for key, value in raw.items() if key not in ("$ref", "allOf")}}


def _label(name: str, part: Schema, form: Form) -> str:
    chinese, _, english = str(part.get("title", "")).partition(" / ")
    if not english:
        return form.languages.get(name, name)
    return chinese if form.lang == "zh" else english[:1].upper() + english[1:]


def _hint(part: Schema, lang: str) -> dict[str, str]:
    """What the schema says of a field, with its first example where that is a text."""
    lines = str(part.get("description", "")).split("\n")
    said = lines[0 if lang == "zh" else -1]
    examples = part.get("examples", ())
    if part.get("enum") is None and examples and isinstance(examples[0], str):
        shown = "、".join(examples) if lang == "zh" else ", ".join(examples)
        said = f"{said}例如 {shown}" if lang == "zh" else f"{said} Such as {shown}"
    # A hint is read as Markdown.
    return {"hint": re.sub(r"([~*_`<\[\]])", r"\\\1", said.strip())} if said.strip() else {}


def _widget(name: str, part: Schema, definitions: Schema, form: Form) -> Field:
    """The kind of input, and what it takes."""
    if set(part.get("enum", ())) >= {True, False}:
        return {"widget": "boolean", "default": False}
    if name == "image":
        return {"widget": "image", "accept": ".jpg,.jpeg,.png,.webp,.gif", "choose_url": False}
    if "enum" in part:
        return {"widget": "select", "options": _enumerated(part, form.lang)}
    if part.get("type") == "array":
        return _list(name, part, definitions, form)
    if part.get("type") == "object":
        return {"widget": "object", "collapsed": False, "fields": list(_fields(part, definitions, form))}
    if options := form.choices.get(name):
        return {"widget": "select", "options": [{"value": id_, "label": label} for id_, label in options]}
    return {"widget": "string", **_pattern(part, form.lang)}


def _list(name: str, part: Schema, definitions: Schema, form: Form) -> Field:
    item = _resolved(part["items"], definitions)
    least = {"min": part["minItems"]} if "minItems" in part else {}
    if item.get("type") == "object":
        fields = list(_fields(item, definitions, form))
        return {"widget": "list", "collapsed": True, **_summary(fields), **least, "fields": fields}
    if options := form.choices.get(name):
        chosen = [{"value": id_, "label": label} for id_, label in options]
        if name in _ORDERED:
            one = {"name": name, "label": _label(name, part, form), "widget": "select", "options": chosen}
            return {"widget": "list", **least, "field": one}
        return {"widget": "select", "multiple": True, **least, "options": chosen}
    return {"widget": "list", **least}


def _summary(fields: Sequence[Field]) -> Field:
    names = [each["name"] for each in fields if each["widget"] in ("string", "select")]
    shown = [name for name in names if name in _SUMMARIES] or names[:1]
    texts = [name for name in names if name not in _SUMMARIES and len(name) == 2][:1]
    chosen = dict.fromkeys((*shown[:3], *texts))
    return {"summary": " · ".join(f"{{{{fields.{name}}}}}" for name in chosen)}


def _enumerated(part: Schema, lang: str) -> list[dict[str, str]]:
    """The words to choose from; in Chinese with what the description says of each: `done 完成`."""
    words = [str(each) for each in part["enum"]]
    described = str(part.get("description", "")).partition("\n")[0] if lang == "zh" else ""
    named = dict(re.findall(r"([a-z_]+) ([^，。：a-z]+(?:、[^，。]+)?)", described))
    return [{"value": word, "label": f"{named[word]}（{word}）" if word in named else word} for word in words]


def _pattern(part: Schema, lang: str) -> Field:
    """The pattern of a text, and what is said where it is not met."""
    pattern = part.get("pattern") or next(
        (each["pattern"] for each in part.get("anyOf", ()) if "pattern" in each), None
    )
    if pattern is None:
        return {}
    examples = [each for each in part.get("examples", ()) if isinstance(each, str)]
    if lang == "zh":
        message = "写法不对" + (f"，例如 {'、'.join(examples)}" if examples else "：要写一行文字，不能空着")
    else:
        message = "Not as it is written" + (
            f": such as {', '.join(examples)}" if examples else ": one line of text"
        )
    return {"pattern": [pattern, message]}
