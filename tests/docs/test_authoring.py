"""The guide for writers: complete, true, and with examples that work."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from PIL import Image

from sfwgen.content import document_schemas
from sfwgen.diagnostics.codes import CODES
from tests.docs.blocks import apply, blocks_of, field_tables, quotation_below, quotations_of, read_document
from tests.docs.projects import diagnostics_with, example, faults_of_site, told

pytestmark = pytest.mark.no_cover  # what documents show is run by the tests of what they are about, too

GUIDES = {"zh": "docs/authoring.zh.md", "en": "docs/authoring.md"}
# The fields of official sites, which the example is not, have a guide of their own; tests/official loads its example.
OFFICIAL = {"zh": "docs/official.zh.md", "en": "docs/official.md"}
# Reviews, which the example asks for none of.
WORKFLOW = {"zh": "docs/workflow.zh.md", "en": "docs/workflow.md"}
NEEDED = {"zh": {"必写": True, "可不写": False}, "en": {"yes": True, "no": False}}


def shapes() -> dict[str, dict[str, Any]]:
    """The schema of each kind of document, and of each part that has fields of its own, by name."""
    found: dict[str, dict[str, Any]] = {}
    for kind, schema in document_schemas(("zh", "en")).items():
        parts = dict(schema["definitions"])
        found[kind] = parts.pop("Entry", schema)
        found |= parts
    return found


def read_guides(lang: str) -> str:
    """The guides of a language, one after the other."""
    return "\n".join(read_document(guides[lang]) for guides in (GUIDES, OFFICIAL, WORKFLOW))


@pytest.fixture(params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_field_is_in_the_guide_and_no_field_that_does_not_exist(lang: str) -> None:
    tables = field_tables(read_guides(lang))
    documented = {name: set(table) for name, table in tables.items()}
    assert documented == {name: set(shape["properties"]) for name, shape in shapes().items()}


def test_the_guide_says_which_fields_are_needed(lang: str) -> None:
    for name, table in field_tables(read_guides(lang)).items():
        required = set(shapes()[name].get("required", ()))
        assert {field: NEEDED[lang][cell] for field, cell in table.items()} == {
            field: field in required for field in table
        }, name


def test_every_field_occurs_in_an_example(lang: str) -> None:
    text = read_guides(lang)
    shown = "\n".join(block.text for block in blocks_of(text) if block.path and not block.is_wrong)
    keys = set(re.findall(r"([a-z_]+):(?:\s|$)", shown))
    missing = {field for shape in shapes().values() for field in shape["properties"]} - keys
    assert missing == set()


def test_every_example_of_the_guide_loads_without_a_fault(lang: str) -> None:
    files = example()
    blocks = [block for block in blocks_of(read_document(GUIDES[lang])) if block.path and not block.is_wrong]
    assert len(blocks) > 20
    for block in blocks:
        files, diagnostics = diagnostics_with(block, files)
        assert [(block.line, each.location, told(each, lang)) for each in diagnostics] == []


def test_the_first_story_of_the_guide_makes_a_site_without_a_fault(lang: str) -> None:
    files = example()
    for block in blocks_of(read_document(GUIDES[lang]))[:6]:
        if block.path:
            files = apply(files, block)
    assert len(files) == len(example()) + 2
    assert faults_of_site(files) == []


def photograph() -> bytes:
    """A small photograph, all of one colour."""
    buffer = io.BytesIO()
    Image.new("RGB", (60, 40), "grey").save(buffer, "JPEG")
    return buffer.getvalue()


def test_the_project_with_every_example_of_the_guide_is_a_site_without_a_fault(lang: str) -> None:
    files = example()
    for block in blocks_of(read_document(GUIDES[lang])):
        if block.path and not block.is_wrong:
            files = apply(files, block)
    # The photographs that the guide tells of lie in the folders of their stories.
    shown = {
        f"{path.rpartition('/')[0]}/{name}"
        for path, data in files.items()
        for name in re.findall(r"image: (\w+\.jpg)", data.decode(errors="ignore"))
    }
    assert len(shown) == 2
    files |= dict.fromkeys(shown, photograph())
    assert faults_of_site(files) == []


def test_every_slip_of_the_guide_is_told_in_the_words_that_the_guide_quotes(lang: str) -> None:
    text = read_document(GUIDES[lang])
    slips = [block for block in blocks_of(text) if block.is_wrong]
    assert len(slips) > 10
    for block in slips:
        quoted = quotation_below(text, block)
        assert quoted, f"line {block.line}: nothing is quoted below the slip"
        _, diagnostics = diagnostics_with(block, example())
        said = [told(each, lang) for each in diagnostics]
        assert any(each.startswith(quoted) for each in said), (block.line, quoted, said)


def test_every_quoted_message_is_one_of_the_code_table(lang: str) -> None:
    for quoted in quotations_of(read_document(GUIDES[lang])):
        assert any(_may_say(slug, quoted, lang) for slug in CODES), quoted


def _may_say(slug: str, quoted: str, lang: str) -> bool:
    message = CODES[slug].zh if lang == "zh" else CODES[slug].en
    joint = "" if lang == "zh" else " "
    whole = f"{message.text}{joint}{message.hint}".replace("[[", "").replace("]]", "")
    pattern = re.sub(r"\\\{[a-z_]+\\\}", ".+?", re.escape(whole))
    return re.match(pattern, quoted) is not None or _begins(pattern, quoted)


def _begins(pattern: str, quoted: str) -> bool:
    """Whether the quotation is the first sentences of what the pattern describes."""
    parts = re.split(r"(?<=[。？?])|(?<=\\\.)(?:\\ )?", pattern)
    starts = ("".join(parts[:end]) for end in range(1, len(parts)))
    return any(re.fullmatch(start, quoted) for start in starts if start)
