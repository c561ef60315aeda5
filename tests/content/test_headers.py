"""A document begins with a sound header, or is refused: nothing of a header is ever printed as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sfwgen.content.frontmatter import MAX_HEADER, parse_document
from tests.content.projects import PAGE, STORY, good, load, places, sound

TITLE = "title: 关于本站"
TEXT = "本站汇总“三服务”工作的进展。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "header-missing 1:1"),
        ("\n\n", "header-missing 1:1"),
        (f"{TITLE}\n\n{TEXT}\n", "header-missing 1:1"),
        (f"{TEXT}\n\n---\n\n{TEXT}\n", "header-missing 1:1"),
        ("{\n", "header-missing 1:1"),
        (f"\n---\n{TITLE}\n---\n{TEXT}\n", "header-not-first 2:1"),
        (f"关于\n\n---\n{TITLE}\n---\n{TEXT}\n", "header-not-first 3:1"),
        (f"---\n{TITLE}\n\n{TEXT}\n", "header-unclosed 1:1"),
        ("---", "header-unclosed 1:1"),
        (f"---\n{TITLE}\n...\n{TEXT}\n", "header-fence-dots 3:1"),
        (f" ---\n{TITLE}\n---\n{TEXT}\n", "header-fence-indented 1:1"),
        (f"\u200b---\n{TITLE}\n---\n{TEXT}\n", "header-fence-indented 1:1"),
        (f"\u3000---\n{TITLE}\n---\n{TEXT}\n", "header-fence-indented 1:1"),
        (f"---\n{TITLE}\n ---\n{TEXT}\n", "header-fence-indented 3:1"),
        (f"———\n{TITLE}\n---\n{TEXT}\n", "header-fence-wide 1:1"),
        (f"－－－\n{TITLE}\n－－－\n{TEXT}\n", "header-fence-wide 1:1"),
        (f"---\n{TITLE}\n——\n{TEXT}\n", "header-fence-wide 3:1"),
        (f"------\n{TITLE}\n------\n{TEXT}\n", "header-fence-length 1:1"),
        (f"---\n{TITLE}\n--\n{TEXT}\n", "header-fence-length 3:1"),
        (f"---\n---\n{TEXT}\n", "header-empty 1:1"),
        (f"---\n\n\n---\n{TEXT}\n", "header-empty 1:1"),
        (f"---\n# 关于本站\n---\n{TEXT}\n", "header-not-mapping 2:1"),
        (f"---\n- 关于本站\n---\n{TEXT}\n", "header-not-mapping 2:1"),
        (f"---\n关于本站\n---\n{TEXT}\n", "header-not-mapping 2:1"),
        (f"---\ntitle：关于本站\n---\n{TEXT}\n", "yaml-colon-fullwidth 2:6"),
        (f"---\ntitle：关于本站\nsummary: 进展\n---\n{TEXT}\n", "yaml-colon-fullwidth 2:6"),
        (f"---\n{TITLE}\nsummary：进展\n---\n{TEXT}\n", "yaml-colon-fullwidth 3:8"),
        (f"---\ntitle：关于本站\nsummary：进展\n---\n{TEXT}\n", "yaml-colon-fullwidth 2:6"),
    ],
)
def test_a_header_that_would_be_lost_is_refused_where_it_goes_wrong(text: str, expected: str) -> None:
    assert expected in places({PAGE: text})


@pytest.mark.parametrize("end", ["---", "---  ", "---\t"])
def test_spaces_after_a_fence_do_no_harm(end: str) -> None:
    good({PAGE: f"{end}\n{TITLE}\n{end}\n{TEXT}\n"})


def test_a_rule_in_the_text_is_no_fence() -> None:
    document, faults = parse_document(f"---\n{TITLE}\n---\n甲\n\n---\n\n乙\n", PAGE)
    assert faults == ()
    assert document is not None
    assert document.body == "甲\n\n---\n\n乙"


def test_blank_lines_before_the_text_do_not_shift_its_places() -> None:
    assert places({PAGE: f"---\n{TITLE}\n---\n\n\n\n# 关于\n"}) == ["heading-level 7:1"]


def test_dashes_within_a_block_of_text_end_the_header_there() -> None:
    # YAML alone would go on; a fence is a fence wherever it stands, as in every other tool.
    assert places({PAGE: f"---\nextra: |\n---\n{TITLE}\n---\n{TEXT}\n"}) != []


@pytest.mark.parametrize("key", ["content", "handler", "self", "metadata"])
def test_no_name_of_a_field_is_magic(key: str) -> None:
    assert places({PAGE: f"---\n{TITLE}\n{key}: 甲\n---\n{TEXT}\n"}) == ["field-unknown 3:1"]


@pytest.mark.parametrize("key", ["2019", "on", "yes", "null", "1.5", "~", "2019-06-27"])
def test_a_name_that_yaml_would_take_for_a_number_or_a_yes_is_text(key: str) -> None:
    assert places({PAGE: f"---\n{TITLE}\n{key}: 甲\n---\n{TEXT}\n"}) == ["field-unknown 3:1"]


def test_a_header_of_the_largest_size_is_read() -> None:
    line = "  - 本站汇总工作进展\n"
    header = f"{TITLE}\nextra:\n  notes:\n" + line * ((MAX_HEADER - 50) // len(line.encode()))
    good({PAGE: f"---\n{header}---\n{TEXT}\n"})
    assert places({PAGE: f"---\n{header}{line * 4}---\n{TEXT}\n"}) == ["header-too-large 1:1"]


def test_a_draft_whose_header_is_lost_is_not_published() -> None:
    text = sound()[STORY].decode().replace("line:", "draft: true\nline:").replace("\n---\n", "\n\n", 1)
    site, faults = load({STORY: text})
    assert [each.code for each in faults] == ["header-unclosed"]
    assert site is not None
    assert site.stories == ()


@given(st.text(alphabet="-—－. \t\n:：#关a{}[]'\"", max_size=60))
def test_any_text_is_a_document_or_has_a_fault(text: str) -> None:
    document, faults = parse_document(text, PAGE)
    assert document is not None or faults
    assert all(each.location.line >= 1 for each in faults)
