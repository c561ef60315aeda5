"""The JSON Schema and the decoder accept the same documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator

from tests.content.schemas import (
    BEYOND_THE_SCHEMA,
    FILES,
    changed_documents,
    decoder_faults,
    schema_accepts,
    schemas,
    sound_documents,
)

pytestmark = pytest.mark.no_cover  # drawn at random

FOLDER = Path(__file__).parents[2] / "docs" / "schema"
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("kind", FILES)
def test_what_the_schema_describes_the_decoder_accepts(kind: str) -> None:
    @SLOW
    @given(sound_documents(kind))
    def agree(document: Any) -> None:  # noqa: ANN401 - any document
        assert schema_accepts(kind, document)
        assert decoder_faults(kind, document) <= BEYOND_THE_SCHEMA

    agree()


@pytest.mark.parametrize("kind", FILES)
def test_schema_and_decoder_agree_on_documents_with_something_wrong(kind: str) -> None:
    @SLOW
    @given(changed_documents(kind))
    def agree(document: Any) -> None:  # noqa: ANN401 - any document
        if isinstance(document, dict) and document:
            faults = decoder_faults(kind, document)
            assert faults <= BEYOND_THE_SCHEMA if schema_accepts(kind, document) else faults

    agree()


def test_what_the_schema_cannot_state_is_a_code_of_the_table() -> None:
    from sfwgen.diagnostics.codes import CODES

    assert CODES.keys() >= BEYOND_THE_SCHEMA


@pytest.mark.parametrize("kind", FILES)
def test_schemas_keep_to_draft_7_and_describe_their_fields_in_both_languages(kind: str) -> None:
    schema = schemas()[kind]
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "/" in schema["title"]
    newer = {"$defs", "unevaluatedProperties", "dependentRequired", "prefixItems", "$anchor"}
    assert not newer & set(_keys(schema))


@pytest.mark.parametrize("kind", FILES)
def test_the_schemas_in_docs_are_up_to_date(kind: str) -> None:
    file = FOLDER / f"{kind}.schema.json"
    wanted = json.dumps(schemas()[kind], ensure_ascii=False, indent=2) + "\n"
    present = file.read_text(encoding="utf-8") if file.exists() else ""
    assert present == wanted, f"{file.name} is out of date: renew it with “sfwgen schema --write docs/schema”"


def test_docs_hold_no_schema_that_there_is_no_longer() -> None:
    assert {file.name.partition(".")[0] for file in FOLDER.iterdir()} == schemas().keys()


def _keys(schema: object) -> list[str]:
    if isinstance(schema, dict):
        return [*schema, *(key for value in schema.values() for key in _keys(value))]
    return [key for item in schema for key in _keys(item)] if isinstance(schema, list) else []
