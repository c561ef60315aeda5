"""The labelled sentences hold together: notation, values, variety, and two halves of equal make-up."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from tests.figures.labelled import Half, Label, Language, Sentence, load_half, parse_line
from tests.figures.labelled.forms import COMMON_UNITS, FIGURE_FORMS, OTHER_FORMS

FILES: tuple[tuple[Language, Half], ...] = (("zh", "dev"), ("zh", "held"), ("en", "dev"), ("en", "held"))
LANGUAGES: tuple[Language, ...] = ("zh", "en")
LEAST_SENTENCES: dict[Language, int] = {"zh": 220, "en": 140}
LEAST_OF_A_FORM = 4
SIGNS = {  # Words inside the marked text of a figure that settle its qualifier; the first match counts.
    "zh": (
        (r"^(?:十|百|千)?[几数若]|^多|^十几", "indefinite"),
        ("^(?:不超过|不高于|[最至]多)|(?:以下|内)$", "at_most"),
        ("^(?:至少|不少于|不低于|上[百千万])|以上$", "at_least"),
        ("^(?:不足|不到|未满|不满|低于|少于)", "less_than"),
        ("^(?:近|将近|接近)", "nearly"),
        ("^(?:约|大约|大概)|(?:左右|上下)$|十来", "about"),
        ("^(?:超|逾|突?破|过半)|余|[^最至]多", "more_than"),
        ("^零[^下点]|^0[^.]", "none"),
    ),
    "en": (
        ("(?i)^(?:dozens|scores|hundreds|thousands|tens of|millions|several)", "indefinite"),
        ("(?i)^(?:no more than|up to|within)| or less", "at_most"),
        ("(?i)^(?:at least|not less than)| or (?:more|over|above)| and over", "at_least"),
        ("(?i)^(?:fewer|less) than|^under", "less_than"),
        ("(?i)^(?:nearly|almost)", "nearly"),
        ("(?i)^(?:about|around|some)", "about"),
        ("(?i)^(?:more than|over) ", "more_than"),
        ("^zero|^0 ", "none"),
    ),
}
SCALES = {
    "zh": {"万亿": 10**12, "亿": 10**8, "万": 10**4, "成": 10},
    "en": {"trillion": 10**12, "billion": 10**9, "bn": 10**9, "million": 10**6, "m": 10**6, "thousand": 1000},
}
LOOKALIKE = {
    "zh": r"[0-9\uff10-\uff19零一二三四五六七八九十百千万亿半两几数多余约近超]",
    "en": r"(?i)\d|\b(?:one|two|three|first|second|third|half|quarter|once|over|within|less|century)\b",
}


@pytest.mark.parametrize(("language", "half"), FILES)
def test_each_half_is_large_enough_and_says_nothing_twice(language: Language, half: Half) -> None:
    texts = [sentence.text for sentence in load_half(language, half)]
    assert len(texts) >= LEAST_SENTENCES[language]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_in_both_halves_not_even_with_other_numbers(language: Language) -> None:
    dev, held = ({_frame(sentence) for sentence in load_half(language, half)} for half in ("dev", "held"))
    assert not dev & held


@pytest.mark.parametrize(("language", "half"), FILES)
def test_a_label_stands_on_the_text_it_names(language: Language, half: Half) -> None:
    for sentence in load_half(language, half):
        position = 0
        for label in sentence.labels:
            assert sentence.text[label.start : label.end] == label.text == label.text.strip()
            assert position <= label.start, sentence
            position = label.end


@pytest.mark.parametrize(("language", "half"), FILES)
def test_a_label_has_the_fields_of_its_qualifier_and_its_numbers_parse(
    language: Language, half: Half
) -> None:
    for label in _labels(language, half):
        present = {name for name in ("value", "low", "high", "base") if getattr(label, name) is not None}
        wanted = {"range": {"low", "high"}, "indefinite": present & {"base"}}.get(label.qualifier, {"value"})
        assert present == wanted, label
        numbers = [_decimal(getattr(label, name)) for name in sorted(present)]
        assert label.qualifier != "range" or numbers[1] < numbers[0], label  # high, low
        assert ("/" in (label.value or "")) == (label.unit == "ratio"), label


@pytest.mark.parametrize(("language", "half"), FILES)
def test_the_qualifier_is_that_of_the_words_inside_the_label(language: Language, half: Half) -> None:
    for label in _labels(language, half):
        for pattern, qualifier in SIGNS[language]:
            if re.search(pattern, label.text):
                assert label.qualifier == qualifier, label
                break


@pytest.mark.parametrize(("language", "half"), FILES)
def test_a_value_printed_in_digits_is_worked_out_from_them(language: Language, half: Half) -> None:
    checked = 0
    for label in _labels(language, half):
        printed = _printed_value(language, label)
        if label.value is not None and printed is not None:
            assert abs(Decimal(label.value)) == printed, label
            checked += 1
    assert checked > 100


@pytest.mark.parametrize(("language", "half"), FILES)
def test_a_value_is_negative_where_the_sentence_says_so_and_then_has_no_direction(
    language: Language, half: Half
) -> None:
    for sentence in load_half(language, half):
        for label in sentence.labels:
            before = sentence.text[: label.start]
            signed = bool(re.match("零下|minus|-", label.text)) or before.endswith("负增长")
            assert signed == (label.value or "").startswith("-"), label
            assert not (signed and label.direction), label


@pytest.mark.parametrize("half", ["dev", "held"])
def test_a_chinese_label_ends_with_its_unit(half: Half) -> None:
    for label in _labels("zh", half):
        text = re.sub(
            "(?:以上|以下|以?内|左右|上下|多)$|％", lambda tail: "%" if tail[0] == "％" else "", label.text
        )
        spoken = label.unit == "ratio" or (label.unit in ("%", "倍") and re.search("[成半百番]", label.text))
        assert spoken or text.removesuffix("半").endswith(label.unit), label


@pytest.mark.parametrize(("language", "half"), FILES)
def test_each_form_of_figure_occurs_often_enough(language: Language, half: Half) -> None:
    labels = _labels(language, half)
    counts = {
        name: sum(bool(re.search(pattern, label.text)) for label in labels)
        for name, pattern in FIGURE_FORMS[language].items()
    }
    counts |= {unit: sum(label.unit == unit for label in labels) for unit in COMMON_UNITS[language]}
    assert {name: count for name, count in counts.items() if count < LEAST_OF_A_FORM} == {}


@pytest.mark.parametrize(("language", "half"), FILES)
def test_each_form_that_is_no_figure_occurs_often_enough(language: Language, half: Half) -> None:
    rests = [_rest(sentence) for sentence in load_half(language, half)]
    counts = {
        name: sum(bool(re.search(pattern, rest)) for rest in rests)
        for name, pattern in OTHER_FORMS[language].items()
    }
    assert {name: count for name, count in counts.items() if count < LEAST_OF_A_FORM} == {}


@pytest.mark.parametrize(("language", "half"), FILES)
def test_about_a_third_of_the_sentences_or_more_hold_something_that_only_looks_like_a_figure(
    language: Language, half: Half
) -> None:
    sentences = load_half(language, half)
    alike = [sentence for sentence in sentences if re.search(LOOKALIKE[language], _rest(sentence))]
    assert 0.3 <= len(alike) / len(sentences) <= 0.6


@pytest.mark.parametrize("language", LANGUAGES)
def test_statistics_and_directions_occur_in_both_halves(language: Language) -> None:
    for half in ("dev", "held"):
        labels = _labels(language, half)
        assert sum(label.statistic == "average" for label in labels) >= LEAST_OF_A_FORM
        assert sum(label.statistic == "peak" for label in labels) >= LEAST_OF_A_FORM
        assert (
            min(sum(label.direction == way for label in labels) for way in ("up", "down")) >= LEAST_OF_A_FORM
        )


def test_a_marked_line_becomes_text_and_records() -> None:
    sentence = parse_line(
        "用气成本平均下降[[大约0.2元/方|~0.2|元/方|avg down]]，走访[[三四十户|30..40|户]]。"
    )
    assert sentence.text == "用气成本平均下降大约0.2元/方，走访三四十户。"
    first, second = sentence.labels
    assert (first.text, first.start, first.end) == ("大约0.2元/方", 8, 16)
    assert (first.value, first.qualifier, first.unit) == ("0.2", "about", "元/方")
    assert (first.statistic, first.direction) == ("average", "down")
    assert (second.value, second.low, second.high, second.qualifier) == (None, "30", "40", "range")


@pytest.mark.parametrize(
    "line", ["[[5个|five|个]]", "[[5个|5|个", "[[5个|5|个|sideways]]", "[[5个|5|个|up down]]"]
)
def test_a_line_that_breaks_the_notation_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="line 7"):
        parse_line(line, 7)


def _labels(language: Language, half: Half) -> list[Label]:
    return [label for sentence in load_half(language, half) for label in sentence.labels]


def _frame(sentence: Sentence) -> str:
    return re.sub(r"[0-9\uff10-\uff19,.]+", "0", sentence.text)


def _rest(sentence: Sentence) -> str:
    text = sentence.text
    for label in reversed(sentence.labels):
        text = text[: label.start] + "■" + text[label.end :]
    return text


def _decimal(number: str) -> Decimal:
    numerator, _, denominator = number.partition("/")
    return Decimal(numerator) / Decimal(denominator or 1)


def _printed_value(language: Language, label: Label) -> Decimal | None:
    """The value, without its sign, of a label with one number in digits and at most one magnitude."""
    number = re.search(r"\d[\d,]*(?:[.．]\d+)?", label.text)
    if number is None:
        return None
    rest = label.text[number.end() :]
    if re.search(r"\d|^[百千](?!瓦|克|米|伏)", rest):
        return None
    names = "|".join(SCALES[language])
    scale = re.match(rf"[ 余多]*({names})(?![a-z])", rest)
    digits = Decimal(number[0].replace(",", "").replace("．", "."))
    return digits * SCALES[language][scale[1]] if scale else digits
