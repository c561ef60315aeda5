"""Documents made from the schemas, sound or with something changed, and what the decoder says of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from sfwgen.content import document_schemas, load_site
from tests.content.projects import (
    BULLETIN,
    CONFIG,
    PAGE,
    PAGE_TRANSLATION,
    STORY,
    TALLY,
    TRANSLATION,
    project,
)
from tests.support.memory import MEMORY

FILES = {
    "config": CONFIG,
    "story": STORY,
    "translation": TRANSLATION,
    "page": PAGE,
    "page-translation": PAGE_TRANSLATION,
    "tally": TALLY,
    "bulletin": BULLETIN,
    "register": "content/registers/visits.yaml",
    **{
        kind: f"content/vocabulary/{kind}.yaml"
        for kind in ("units", "metrics", "counters", "places", "teams", "glossary", "relations")
    },
}
"""The file that a document of each kind is put in."""

BEYOND_THE_SCHEMA = {
    # What other documents, or other parts of the same one, say.
    "metric-unknown",
    "unit-unknown",
    "place-unknown",
    "place-name-twice",
    "team-unknown",
    "line-unknown",
    "story-unknown",
    "figure-unknown",
    "reference-unknown",
    "register-tally-unknown",
    "register-metric",
    "register-statuses-missing",
    "register-publish-column",
    "register-column-declared-twice",
    "register-field-twice",
    "relation-form",
    "relation-units",
    "relation-percent",
    # Which zones there are.
    "time-zone-invalid",
    # How many days a month has.
    "period-invalid",
    "place-within-itself",
    "bulletin-number-repeated",
    "value-repeated",
    "config-imprint-unofficial",
    "pair-image-missing",
    "pair-alt-missing",
    "pair-drawing-and-image",
    "figure-id-repeated",
    "figure-id-missing",
    "figure-metric-missing",
    "figure-unit-with-metric",
    "figure-value-missing",
    "figure-value-twice",
    "figure-time-twice",
    "figure-statistic-contradicts",
    # Whether a unit counts things one by one, and which other unit is written so.
    "figure-not-a-count",
    "unit-sign-repeated",
    "metric-rate-summed",
    "metric-unit-mismatch",
    "quantity-parts",
    "quantity-reversed",
    "updated-before-published",
    "schedule-reversed",
    "config-notice-missing",
    "config-publisher-unofficial",
    "official-site-missing",
    "official-site-unofficial",
    "official-publisher-missing",
    "official-notice-left",
    "official-domain-differs",
    "official-mark-home-made",
    # What the words of a text mean.
    "official-placeholder",
    "figure-placeholder",
    "figure-number-missing",
    "figure-unreadable",
    "slot-unclosed",
    "slot-id",
    # What the calendar says.
    "date-impossible",
    "period-reversed",
}
"""The faults of one document that a JSON Schema has no means to state."""

_TEXTS = [
    "甲",
    "A report",
    "200米",
    "约0.2元/方",
    "no",
    "1.10",
    "第 #3 期",
    "a: b",
    "{zh}",
    "&x",
    "「锦旗」",
    "road_length",
    "xicheng",
    "feifeng-road",
    "2019-05",
    "true",
    " 甲 ",
    "it's",
    '"甲"',
]
_WRONG: list[object] = [
    "",
    "   ",
    None,
    [],
    {},
    [[]],
    ["甲"],
    {"zh": "甲"},
    {"zh": "甲", "en": "A", "fr": "F"},
    0,
    -1,
    10_000,
    2019,
    0.5,
    True,
    "yes",
    "2019年5月",
    "2019-6",
    "2019-02-30",
    "2019-05/2019-02",
    "甲\n乙",
    "Upper",
    "a b",
    "../x",
    "http://",
    "many",
]
_PLAIN = st.characters(
    min_codepoint=32, max_codepoint=126, exclude_characters="|{}~\\", include_characters="浙备号公网安"
)


@cache
def schemas() -> Mapping[str, dict[str, Any]]:
    """Returns the schema of each kind of document."""
    return document_schemas()


@cache
def _validator(kind: str) -> Draft7Validator:
    return Draft7Validator(schemas()[kind])


def schema_accepts(kind: str, document: object) -> bool:
    """Returns whether the schema finds nothing wrong with a document as an editor sees it."""
    return bool(_validator(kind).is_valid(document))


def decoder_faults(kind: str, document: object) -> set[str]:
    """Returns the codes of the errors in a document."""
    written = yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=10_000)
    path = FILES[kind]
    text = f"---\n{written}---\n正文。\n" if path.endswith(".md") else written
    _, faults = load_site(project({path: text}), each=MEMORY.each)
    return {each.code for each in faults if each.location.file == path and each.severity == "error"}


@cache
def sound_documents(kind: str) -> st.SearchStrategy[Any]:
    """Returns documents of a kind as its schema has them."""
    schema = schemas()[kind]
    return _values(schema, schema["definitions"]).map(_with_languages)


def changed_documents(kind: str) -> st.SearchStrategy[Any]:
    """Returns documents of a kind in which one thing, at any depth, is taken out, added or replaced."""
    return st.tuples(sound_documents(kind), st.randoms(use_true_random=False), st.sampled_from(_WRONG)).map(
        lambda drawn: _with_languages(_changed(*drawn))
    )


def _with_languages(document: Any) -> Any:  # noqa: ANN401 - any document
    # The schema is made for these languages; config.yaml might name others.
    if isinstance(document, dict) and "languages" in document:
        names = [{"id": "zh", "tag": "zh-Hans", "name": "中文"}, {"id": "en", "tag": "en", "name": "English"}]
        return document | {"languages": names}
    return document


def _values(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    if "$ref" in schema:
        return _values(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    for several in ("anyOf", "allOf"):
        if several in schema:
            return st.one_of(*(_values(each, definitions) for each in schema[several]))
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema.get("type") == "object":
        return _mappings(schema, definitions)
    if schema.get("type") == "array":
        items = _values(schema["items"], definitions)
        return st.lists(items, min_size=schema.get("minItems", 0), max_size=3)
    return _scalars(schema)


def _mappings(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    fields = {
        name: _values(each, definitions)
        for name, each in schema.get("properties", {}).items()
        if name != "extra"
    }
    if not fields:
        ids = st.sampled_from(
            ["metre", "household", "road_length", "xicheng", "feifeng", "grassroots", "x-1"]
        )
        inner = next(iter(schema.get("patternProperties", {}).values()), schema.get("additionalProperties"))
        entries = _values(inner, definitions) if isinstance(inner, dict) else st.just("甲")
        return st.dictionaries(ids, entries, min_size=schema.get("minProperties", 0), max_size=3)
    required = {name: fields.pop(name) for name in schema.get("required", ())}
    return st.fixed_dictionaries(required, optional=fields)


def _scalars(schema: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    match schema.get("type"):
        case [*types] if "string" not in types:
            return st.sampled_from([1, 0.5, 2019, True])
        case "integer":
            return st.integers(schema.get("minimum", 1), schema.get("maximum", 9999))
        case "number":
            return st.sampled_from([1, 10, 0.5, 1000])
        case "string" if "pattern" in schema:
            return st.from_regex(schema["pattern"], alphabet=_PLAIN)
        case _:
            return st.sampled_from(_TEXTS)


def _changed(document: Any, chance: Any, wrong: object) -> Any:  # noqa: ANN401 - any part of a document
    if not isinstance(document, dict | list) or not document:
        return wrong
    keys = list(document) if isinstance(document, dict) else list(range(len(document)))
    key, how = chance.choice(keys), chance.random()
    changed = dict(document) if isinstance(document, dict) else list(document)
    if how < 0.6:
        changed[key] = _changed(document[key], chance, wrong)
    elif how < 0.8:
        changed[key] = wrong
    elif how < 0.9 or not isinstance(changed, dict):
        del changed[key]
    else:
        changed[chance.choice(["titel", "extra", "fr", "zh", "note", "date"])] = wrong
    return changed
