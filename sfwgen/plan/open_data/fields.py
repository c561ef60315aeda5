"""How data sets are declared: fields once, from which records, tables, schemas and documents follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sfwgen.model import Language
from sfwgen.plan.data import Json, TableData

SEPARATOR = " "
"""What stands between the ids of a list in one cell; ids hold no spaces."""

Record = Mapping[str, Json]
"""One row of a data set by the names of its fields; a text by language is a mapping, a number a text."""


class Kind(StrEnum):
    """What a field holds. In JSON numbers are texts, since they are exact; in tables a list is one cell."""

    TEXT = "string"
    NUMBER = "number"
    FLAG = "boolean"
    DAY = "date"
    TIME = "datetime"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a data set: its name, what it holds, what it is called and, where that needs saying, means.

    A `localized` one is a column for each language of the site (`label_zh`, `label_en`). A `nested` one holds
    further records and stands in JSON only.
    """

    name: str
    kind: Kind
    zh: str
    en: str
    zh_text: str = ""
    en_text: str = ""
    localized: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set. `key` are the fields that tell its records apart, `refers` those that name others' records.

    Without `as_document` it is a table only.
    """

    name: str
    zh: str
    en: str
    zh_text: str
    en_text: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    refers: tuple[tuple[str, str], ...] = ()
    as_document: bool = True


def table_of(
    dataset: Dataset, records: Sequence[Record], languages: Sequence[Language], *, bom: bool
) -> TableData:
    """Returns the records of a data set as a table; unknown values are empty cells."""
    columns = columns_of(dataset, languages)
    rows = tuple(tuple(_cell(record, field, lang) for _, field, lang in columns) for record in records)
    return TableData(tuple(name for name, _, _ in columns), rows, bom)


def columns_of(dataset: Dataset, languages: Sequence[Language]) -> tuple[tuple[str, Field, str], ...]:
    """Returns the columns of a data set's table: name, field, and language where it is a text by language."""
    return tuple(_columns(dataset, languages))


def _columns(dataset: Dataset, languages: Sequence[Language]) -> Iterator[tuple[str, Field, str]]:
    for field in dataset.fields:
        if field.localized:
            yield from ((f"{field.name}_{language.id}", field, language.id) for language in languages)
        elif not field.nested:
            yield field.name, field, ""


def _cell(record: Record, field: Field, lang: str) -> str:
    value = record[field.name]
    if lang:
        value = value.get(lang) if isinstance(value, dict) else None
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return SEPARATOR.join(str(each) for each in value)
        case _:
            return str(value)
