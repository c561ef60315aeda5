"""The tables for programs that know CSV on the Web (W3C): what columns hold, keys between tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sfwgen.model import Localized
from sfwgen.plan.context import Context
from sfwgen.plan.data import Json
from sfwgen.plan.open_data.fields import SEPARATOR, Dataset, Field, Kind, columns_of

_CONTEXT = "http://www.w3.org/ns/csvw"
_DATATYPES = {
    Kind.TEXT: "string",
    Kind.NUMBER: "decimal",
    Kind.FLAG: "boolean",
    Kind.DAY: "date",
    Kind.TIME: "dateTime",
    Kind.LIST: "string",
}


def make_metadata(context: Context, datasets: Sequence[Dataset]) -> Json:
    """Returns the metadata of all tables as one group; it stands in their folder as `csv-metadata.json`."""
    config = context.site.config
    group: dict[str, Json] = {
        "@context": (_CONTEXT, {"@language": config.default.tag}),
        "dc:title": _texts(context, config.title),
    }
    if config.licence:
        group["dc:license"] = {"@id": config.licence.url}
    if config.official and config.publisher:
        group["dc:publisher"] = _texts(context, config.publisher)
    group["tables"] = tuple(_table(context, dataset) for dataset in datasets)
    return group


def _table(context: Context, dataset: Dataset) -> Json:
    schema: dict[str, Json] = {
        "columns": tuple(
            _column(context, name, field, lang)
            for name, field, lang in columns_of(dataset, context.languages)
        ),
        "primaryKey": dataset.key,
    }
    # Some validators take an empty cell of a foreign key for a fault.
    filled = {field.name for field in dataset.fields if field.required}
    keys: tuple[Json, ...] = tuple(
        {"columnReference": field, "reference": {"resource": f"{resource}.csv", "columnReference": "id"}}
        for field, resource in dataset.refers
        if field in filled
    )
    if keys:
        schema["foreignKeys"] = keys
    return {
        "url": f"{dataset.name}.csv",
        "dc:title": _texts(context, {"zh": dataset.zh, "en": dataset.en}),
        "dc:description": _texts(context, {"zh": dataset.zh_text, "en": dataset.en_text}),
        "tableSchema": schema,
    }


def _column(context: Context, name: str, field: Field, lang: str) -> Json:
    # The title of a column is what its header says; what it is called in words is a property beside it.
    column: dict[str, Json] = {
        "name": name,
        "titles": name,
        "dc:title": _texts(context, {"zh": field.zh, "en": field.en}),
        "datatype": _datatype(field),
    }
    if field.zh_text:
        column["dc:description"] = _texts(context, {"zh": field.zh_text, "en": field.en_text})
    if field.kind is Kind.LIST:
        column["separator"] = SEPARATOR
    if lang:
        column["lang"] = next(each.tag for each in context.languages if each.id == lang)
    # A text may lack in a language; only one without languages can be demanded of every row.
    elif field.required:
        column["required"] = True
    return column


def _datatype(field: Field) -> Json:
    datatype = _DATATYPES[field.kind]
    if not field.choices:
        return datatype
    return {"base": datatype, "format": "|".join(re.escape(choice) for choice in field.choices)}


def _texts(context: Context, words: Localized) -> Json:
    """A text in each language of the site that it has, else in English."""
    tags = {each.id: each.tag for each in context.languages if words.get(each.id)} or {"en": "en"}
    return tuple({"@value": words[lang], "@language": tag} for lang, tag in tags.items())
