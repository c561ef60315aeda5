"""The JSON Schema (2020-12) of a data set's document."""

from __future__ import annotations

from sfwgen.plan.context import Context
from sfwgen.plan.data import Json
from sfwgen.plan.open_data.fields import Dataset, Field, Kind

_DECIMAL: dict[str, Json] = {"type": ("string", "integer", "null"), "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
_TYPES: dict[Kind, dict[str, Json]] = {
    Kind.TEXT: {"type": ("string", "null")},
    Kind.NUMBER: _DECIMAL,
    Kind.FLAG: {"type": "boolean"},
    Kind.DAY: {"type": ("string", "null"), "format": "date"},
    Kind.TIME: {"type": ("string", "null"), "format": "date-time"},
    Kind.LIST: {"type": "array", "items": {"type": "string"}},
}


def make_schema(context: Context, dataset: Dataset, address: str) -> Json:
    """Returns the schema of a data set's document, which stands at `address`."""
    text: dict[str, Json] = {
        "type": ("object", "null"),
        "properties": {each.id: {"type": "string"} for each in context.languages},
        "additionalProperties": False,
    }
    fields: dict[str, Json] = {each.name: _field(each) for each in dataset.fields}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": f"{dataset.zh} / {dataset.en}",
        "description": f"{dataset.zh_text} / {dataset.en_text}",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "title": {"$ref": "#/$defs/text"},
            "homepage": {"type": "string", "format": "uri"},
            "license": {"type": ("object", "null")},
            "as_of": {"type": ("string", "null")},
            "package": {"type": "string", "format": "uri"},
            dataset.name: {"type": "array", "items": {"$ref": "#/$defs/record"}},
        },
        "required": ("title", "homepage", "license", "as_of", "package", dataset.name),
        "additionalProperties": False,
        "$defs": {
            "text": text,
            "record": {
                "type": "object",
                "properties": fields,
                "required": tuple(fields),
                "additionalProperties": False,
            },
        },
    }


def _field(field: Field) -> Json:
    title = f"{field.zh} / {field.en}"
    words = f"{field.zh_text} / {field.en_text}" if field.zh_text else ""
    described: dict[str, Json] = {"title": title}
    if words:
        described["description"] = words
    if field.localized:
        return described | {"$ref": "#/$defs/text"}
    if field.nested:
        return described | {"type": "array", "items": {"type": "object"}}
    if field.choices:
        return described | {"enum": field.choices if field.required else (*field.choices, None)}
    return described | _demanded(_TYPES[field.kind], required=field.required)


def _demanded(type_: dict[str, Json], *, required: bool) -> dict[str, Json]:
    """The type of a field without null where every record has it."""
    types = type_["type"]
    if not required or not isinstance(types, tuple):
        return type_
    return type_ | {"type": tuple(each for each in types if each != "null")}
