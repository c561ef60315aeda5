"""The search index holds every text to the character, whatever is written, and nothing that is not public."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sfwgen.build import check
from sfwgen.each import NOTHING, Result, Shared
from sfwgen.plan.outputs import AssetOutput
from sfwgen.plan.search.index import PART_BYTES, SearchDocument, make_index
from sfwgen.plan.search.letters import fold, tidy
from sfwgen.plan.search.texts import html_text
from sfwgen.plan.views import Html
from tests.build.projects import ROOT, disk_with, small_project, with_second_story
from tests.search.reading import HAN, Index, read_index
from tests.support.example import plan_of


def document(title: str, text: str, *filters: str) -> SearchDocument:
    return SearchDocument("a.html", (title,), ("进展",), filters, "", text)


def index_of(*documents: SearchDocument) -> Index:
    """The index of documents, the oldest first, which is how it numbers them."""
    return read_index({file.name: file.content.decode() for file in make_index(documents[::-1])})


def own_index(folder: str, files: Mapping[str, bytes] | None = None) -> Index:
    outputs = plan_of(files).outputs
    found = [each for each in outputs if isinstance(each, AssetOutput) and each.path.startswith(folder)]
    return read_index({each.path: each.content.decode() for each in found})


def substrings(text: str, longest: int) -> set[str]:
    return {
        run[start : start + length]
        for run in HAN.findall(text)
        for length in range(2, longest + 1)
        for start in range(len(run) - length + 1)
    }


@pytest.mark.parametrize("folder", ["search/", "en/search/"])
def test_every_run_of_han_in_the_example_is_found_in_the_texts_that_hold_it_and_in_no_other(
    folder: str,
) -> None:
    index = own_index(folder)
    wholes = [fold(index.whole(number)) for number in range(len(index.texts))]
    asked = {each for whole in wholes for each in substrings(whole, 6)}
    asked |= {run for whole in wholes for run in HAN.findall(whole) if len(run) > 1}
    assert len(asked) > (5000 if folder == "search/" else 10)
    for each in asked:
        holding = {number for number, whole in enumerate(wholes) if each in whole}
        assert index.phrase(each) == holding, each


@pytest.mark.parametrize("folder", ["search/", "en/search/"])
def test_every_word_of_the_example_is_found_by_each_of_its_beginnings(folder: str) -> None:
    index = own_index(folder)
    wholes = [fold(index.whole(number)) for number in range(len(index.texts))]
    words = [set(re.findall(r"[a-z]+", whole)) for whole in wholes]
    asked = {word[:length] for some in words for word in some for length in range(1, len(word) + 1)}
    assert len(asked) > (2000 if folder == "en/search/" else 10)
    for each in asked:
        holding = {number for number, some in enumerate(words) if any(word.startswith(each) for word in some)}
        assert index.words(each) == holding, each


HAN_TEXT = st.text(st.sampled_from("天然气管道〇々𠮷豈，。 \nAbé1２.,企业"), max_size=40)


@given(st.lists(st.tuples(HAN_TEXT, HAN_TEXT), max_size=5))
def test_any_two_texts_are_told_apart(texts: list[tuple[str, str]]) -> None:
    documents = [document(tidy(title), text) for title, text in texts]
    index = index_of(*documents)
    wholes = [fold(each.whole) for each in documents]
    for each in {each for whole in wholes for each in substrings(whole, 40)}:
        assert index.phrase(each) == {number for number, whole in enumerate(wholes) if each in whole}
    for character in {character for whole in wholes for character in whole if HAN.fullmatch(character)}:
        assert index.words(character) >= {number for number, whole in enumerate(wholes) if character in whole}


@given(st.text(max_size=60))
def test_folding_keeps_the_place_of_every_character(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ＧＡＳ Line", "gas"),
        ("供气８００余家", "800"),
        ("about 84,000 residents", "84000"),
        ("8.4万名群众", "8.4"),
        ("Größe", "größe"),
    ],
)
def test_width_case_and_thousands_do_not_matter(text: str, asked: str) -> None:
    assert index_of(document("标题", text)).words(asked) == {0}


@pytest.mark.parametrize("pair", ["第1", "1期", "0余", "g天", "气l"])
def test_han_beside_a_number_or_a_word_is_found_as_it_stands(pair: str) -> None:
    index = index_of(document("第1期", "800余家，PNG天然气LNG"))
    assert index.phrase(pair) == {0}


def test_what_a_title_holds_is_told_from_what_a_text_holds() -> None:
    index = index_of(document("管道贯通", "天然气"), document("天然气", "管道 gas"))
    assert index.titled("管") == {0}
    assert index.titled("气") == {1}
    assert index.titled("gas") == set()


def test_a_phrase_does_not_reach_from_one_text_or_block_into_the_next() -> None:
    index = index_of(document("天", "然\n气"), document("管", "道"))
    assert (
        index.phrase("天然") == index.phrase("然气") == index.phrase("气管") == index.phrase("管道") == set()
    )


def test_the_same_documents_give_the_same_bytes_and_others_another_head() -> None:
    one, other = document("管道", "天然气"), document("管道", "天燃气")
    assert make_index([one, other]) == make_index([one, other])
    heads = {make_index(each)[0].name for each in ([one, other], [other, one], [one])}
    assert len(heads) == 3


def large(count: int, more: str = "") -> list[SearchDocument]:
    """Documents of made-up characters, the oldest first; `more` stands in the newest."""
    texts = ["".join(chr(0x4E00 + (number * 37 + at) % 5000) for at in range(900)) for number in range(count)]
    texts[-1] += more
    return [document(f"第{number}篇", text) for number, text in enumerate(texts)]


def test_a_changed_text_renames_only_the_files_that_hold_what_is_new() -> None:
    before, after = ({file.name for file in make_index(large(150, more)[::-1])} for more in ("", "。天然气"))
    gone = {name.partition("-")[0] for name in before - after}
    assert {name.partition("-")[0] for name in after - before} == gone
    assert {"head", "t37"} <= gone
    assert len([name for name in gone if name[0] == "p"]) <= 3
    assert len(before) > 60


def test_a_new_story_leaves_the_numbers_of_the_others() -> None:
    before, after = index_of(*large(5)), index_of(*large(5), document("新的", "天然气"))
    assert after.texts[:5] == before.texts
    assert after.phrase("天然") == {5}


def test_blocks_are_worked_out_once_for_the_same_texts() -> None:
    asked: list[list[str]] = []

    def each(
        kind: str, keys: Sequence[str], work: Callable[[int], Result], _: Shared = NOTHING
    ) -> list[Result]:
        assert kind == "search block"
        asked.append(list(keys))
        return [work(number) for number in range(len(keys))]

    make_index(large(150)[::-1], each)
    make_index(large(150, "天然气")[::-1], each)
    assert [len(keys) for keys in asked] == [2, 2]
    assert asked[0][0] == asked[1][0]
    assert asked[0][1] != asked[1][1]


def test_a_large_index_is_cut_into_parts_of_which_a_query_needs_few() -> None:
    documents = large(150)
    files = make_index(documents[::-1])
    pairs = [file for file in files if file.name[0] == "p"]
    assert len(pairs) > 7
    assert all(len(file.content) < 2 * PART_BYTES for file in pairs)
    index = read_index({file.name: file.content.decode() for file in files})
    for asked in (documents[59].text[:3], documents[-1].text[-4:], "篇"):
        holding = {number for number, each in enumerate(documents) if asked in each.whole}
        assert (index.phrase(asked) if len(asked) > 1 else index.words(asked)) == holding


def test_texts_too_long_for_a_block_of_narrow_codes_are_found_too() -> None:
    documents = [document("长", f"{'天地' * 70_000}玄黄{number}宇宙") for number in range(2)]
    index = index_of(*documents)
    assert index.phrase("玄黄") == {0, 1}
    assert index.phrase("0宇") == {0}
    assert index.phrase("地天地") == {0, 1}
    assert index.phrase("黄天") == set()


def test_an_index_of_nothing_can_be_read() -> None:
    assert index_of().texts == []


def test_markup_is_not_found_and_does_not_part_a_word() -> None:
    html = Html('<p title="a > b">天<b>然</b>气&amp;管</p>\n<ul><li>一<li>二</ul><p>全线\n贯通</p>')
    assert [tidy(each) for each in html_text(html).split("\n\n") if tidy(each)] == [
        "天然气&管",
        "一",
        "二",
        "全线贯通",
    ]


def test_a_draft_is_in_no_file_of_the_index() -> None:
    for more, found in (("", True), ("draft: true\n", False)):
        disk = disk_with(with_second_story(small_project(), more=more))
        outputs = check(disk, ROOT).outputs
        for folder, words in (("search/", "另一段路"), ("en/search/", "Another road")):
            text = "".join(data.decode() for path, data in outputs.items() if path.startswith(folder))
            assert "feifeng-road" in text
            assert (words in text) == found
            assert ("second-road" in text) == found


def test_a_text_that_is_shown_in_another_language_is_found_there_and_marked() -> None:
    files = with_second_story(small_project())
    del files["content/stories/second-road/index.en.md"]
    outputs = check(disk_with(files), ROOT).outputs
    index = read_index(
        {path: data.decode() for path, data in outputs.items() if path.startswith("en/search/")}
    )
    (number,) = index.phrase("也整修完成")
    assert index.texts[number]["href"] == "stories/second-road.html"
    assert index.texts[number]["tag"] == "zh-Hans"
