"""What follows from the figures of a story need not be stated: shares, so many for each, so much for all."""

from __future__ import annotations

import pytest

from tests.prose.projects import check
from tests.prose.test_checking import GAS_ZH
from tests.support.example import changed

UNITS = (
    "# 单位。量纲",
    """lift: {zh: 部, en: {one: lift, many: lifts}, dimension: lift}
# 单位。量纲""",
)
STATED = """figures:
  - {id: lifts, label: {zh: 加装电梯, en: Lifts added}, unit: lift, value: 36部}
  - {id: grant, label: {zh: 每部补助, en: Grant for each lift}, unit: yuan, value: 15万元}
  - {id: homes, label: {zh: 受益户数, en: Homes}, unit: household, value: 432户}
  - {id: signed, label: {zh: 同意户数, en: Homes in agreement}, unit: household, value: 400户}
"""
ALL = "36部电梯每部补助15万元，432户受益，其中400户同意。"


def told(sentence: str) -> list[str]:
    """What is told of a sentence in the gas story, which states the figures of some lifts as well."""
    files = changed(
        units=UNITS,
        figures=("figures:\n  - {metric: towns_supplied", f"{STATED}  - {{metric: towns_supplied"),
        text=("将由此得到全面满足。", f"将由此得到全面满足。{ALL}{sentence}"),
    )
    return [each.code for each in check(files) if each.location.file == GAS_ZH]


@pytest.mark.parametrize(
    "sentence",
    [
        "平均每部电梯服务12户。",
        "36部电梯共补助540万元。",
        "其余32户还在商量。",
        "同意的占九成以上。",
        "同意的超过92%。",
        "同意的接近93%。",
        "同意的占二十七分之二十五。",
        "同意的约占十三分之十二。",
        "同意的约占九成。",
    ],
)
def test_what_follows_from_figures_of_the_story_is_borne_out(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "平均每部电梯服务13户。",
        "36部电梯共补助504万元。",
        "36部电梯共补助540元。",
        "其余23户还在商量。",
        "同意的不到九成。",
        "同意的超过93%。",
        "同意的接近92%。",
        "同意的约占94%。",
        "同意的占四分之三。",
        "同意的约占三分之二。",
    ],
)
def test_what_does_not_follow_is_told(sentence: str) -> None:
    assert told(sentence)
