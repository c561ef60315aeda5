"""JSON Schemas of the documents, for editors and for the field reference.

They come from the shapes alone. Draft 7 is what editors of YAML understand, so that nothing newer is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from sfwgen.content.scalars import ANY_TEXT, ID_PATTERN
from sfwgen.content.shapes import TEXTS, Shape
from sfwgen.content.shapes_config import ConfigShape
from sfwgen.content.shapes_documents import (
    BulletinShape,
    PageShape,
    PageTranslationShape,
    StoryShape,
    StoryTranslationShape,
    TallyShape,
)
from sfwgen.content.shapes_registers import RegisterShape, RelationShape
from sfwgen.content.shapes_vocabulary import (
    CounterShape,
    MetricShape,
    PlaceShape,
    TeamShape,
    TermShape,
    UnitShape,
)

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
_FIRST = ("title", "description", "type", "required")
"""What is written first of a part of a schema, for those who read it."""

_DOCUMENTS: Mapping[str, tuple[str, type[Shape]]] = {
    "config": ("网站设置 / Settings of the site (config.yaml)", ConfigShape),
    "story": ("案例 / Story (index.zh.md)", StoryShape),
    "translation": ("译文 / Translation of a story (index.en.md)", StoryTranslationShape),
    "page": ("页面 / Page (index.zh.md)", PageShape),
    "page-translation": ("页面译文 / Translation of a page (index.en.md)", PageTranslationShape),
    "tally": ("汇总 / Tally", TallyShape),
    "bulletin": ("简报 / Bulletin", BulletinShape),
    "register": ("台账 / Register", RegisterShape),
}
_VOCABULARY: Mapping[str, tuple[str, type[Shape]]] = {
    "units": ("单位 / Units", UnitShape),
    "metrics": ("指标 / Metrics", MetricShape),
    "counters": ("计数 / Counters", CounterShape),
    "places": ("地点 / Places", PlaceShape),
    "teams": ("小分队 / Teams", TeamShape),
    "glossary": ("术语 / Glossary", TermShape),
    "relations": ("合计和占比 / Relations", RelationShape),
}


class _InOrder(GenerateJsonSchema):
    """Keeps fields, examples and languages in the order of the shapes."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002 - pydantic calls it so
        return value


def document_schemas(languages: tuple[str, ...]) -> Mapping[str, Schema]:
    """Returns the schema of each kind of document; texts are required in each of the languages."""
    documents = {kind: _document(title, shape, languages) for kind, (title, shape) in _DOCUMENTS.items()}
    return documents | {
        kind: _entries(title, shape, languages) for kind, (title, shape) in _VOCABULARY.items()
    }


def _document(title: str, shape: type[Shape], languages: tuple[str, ...]) -> Schema:
    schema, definitions = _schema(shape, languages)
    return {"$schema": DRAFT, **schema, "title": title, "definitions": definitions}


def _entries(title: str, shape: type[Shape], languages: tuple[str, ...]) -> Schema:
    """The schema of a mapping from ids to entries of one shape."""
    schema, definitions = _schema(shape, languages)
    definitions["Entry"] = schema
    return {
        "$schema": DRAFT,
        "title": title,
        "type": "object",
        "propertyNames": {"pattern": f"^{ID_PATTERN}$"},
        "additionalProperties": {"$ref": "#/definitions/Entry"},
        "definitions": definitions,
    }


def _schema(shape: type[Shape], languages: tuple[str, ...]) -> tuple[Schema, Schema]:
    raw = shape.model_json_schema(
        by_alias=True, ref_template="#/definitions/{model}", schema_generator=_InOrder
    )
    definitions = {name: _tidy(each, languages) for name, each in raw.pop("$defs", {}).items()}
    return _tidy(raw, languages), definitions


def _tidy(raw: Any, languages: tuple[str, ...]) -> Any:  # noqa: ANN401 - any part of a JSON document
    """Rewrites a schema of pydantic's: languages filled in, draft 7 only, no null (empty is a fault)."""
    if isinstance(raw, list):
        return [_tidy(each, languages) for each in raw]
    if not isinstance(raw, dict):
        return raw
    schema = {key: value for key, value in raw.items() if key in ("default", "examples", "enum")}
    schema |= {key: _tidy(value, languages) for key, value in raw.items() if key not in schema}
    if schema.get("default", ...) in (None, [], ()):
        del schema["default"]
    if str(schema.get("title", "")).endswith("Shape"):
        del schema["title"]
    schema = _without_null(schema)
    if "patternProperties" in schema:
        schema.setdefault("additionalProperties", False)
    if TEXTS in schema:
        schema = _with_languages(schema, languages)
    if "$ref" in schema and len(schema) > 1:
        schema["allOf"] = [{"$ref": schema.pop("$ref")}]
    first = [key for key in _FIRST if key in schema]
    return {key: schema[key] for key in (*first, *(key for key in schema if key not in first))}


def _without_null(schema: Schema) -> Schema:
    choices = schema.get("anyOf")
    if not choices or {"type": "null"} not in choices:
        return schema
    rest = [each for each in choices if each != {"type": "null"}]
    others = {key: value for key, value in schema.items() if key != "anyOf"}
    return {**rest[0], **others} if len(rest) == 1 else {**others, "anyOf": rest}


def _with_languages(schema: Schema, languages: tuple[str, ...]) -> Schema:
    kind, each = schema.pop(TEXTS), schema.pop("each", ANY_TEXT)
    texts = {language: dict(each) for language in languages}
    schema |= {"type": "object", "additionalProperties": False}
    schema["properties"] = {**schema.get("properties", {}), **texts}
    if kind != "some":
        schema["required"] = [*schema.get("required", ()), *languages]
    return schema
