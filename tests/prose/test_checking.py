from __future__ import annotations

import pytest

from sfwgen.diagnostics import Diagnostic, Severity
from tests.prose.projects import check, count
from tests.support.example import changed

GAS_ZH = "content/stories/gas-pipeline/index.zh.md"
GAS_EN = "content/stories/gas-pipeline/index.en.md"


def in_file(faults: tuple[Diagnostic, ...], file: str) -> list[tuple[str, int]]:
    return [(each.code, each.location.line) for each in faults if each.location.file == file]


def words(fault: Diagnostic) -> dict[str, str]:
    return dict(fault.words)


def line_of(files: dict[str, bytes], file: str, text: str) -> int:
    before, found, _ = files[file].decode().partition(text)
    assert found
    return before.count("\n") + 1


def test_the_example_has_no_figure_that_rests_on_nothing() -> None:
    assert check(changed()) == ()


def test_a_text_of_thousands_of_figures_is_one_fault() -> None:
    old = "象珠、唐先两镇800余家企业和8.4万名群众的用气需求，将由此"
    faults = check(changed(slip=(old, "\n\n施工用了18天。" * 1100 + "\n\n" + old)))
    assert [each.code for each in faults if each.location.file == GAS_ZH] == ["figures-too-many"]


def test_what_was_checked_is_counted() -> None:
    counts = count(changed())
    assert counts.unexplained == 0
    assert counts.bound == counts.found - counts.excused - counts.derived >= 50


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (
            "象珠、唐先两镇800余家企业和8.4万名群众的用气需求，将由此",
            "象珠、唐先两镇800余家企业和4.8万名群众的用气需求，将由此",
            "figure-digits-transposed",
        ),
        (
            "象珠、唐先两镇800余家企业和8.4万名群众的用气需求，将由此",
            "象珠、唐先两镇800余家企业和8.4名群众的用气需求，将由此",
            "figure-magnitude-differs",
        ),
        (
            "象珠、唐先两镇800余家企业和8.4万名群众的用气需求，将由此",
            "象珠、唐先两镇800家企业和8.4万名群众的用气需求，将由此",
            "figure-qualifier-differs",
        ),
        (
            "象珠、唐先两镇800余家企业和8.4万名群众的用气需求，将由此",
            "象珠、唐先两镇900余家企业和8.4万名群众的用气需求，将由此",
            "figure-value-differs",
        ),
        (
            "象珠、唐先两镇800余家企业和8.4万名群众的用气需求，将由此",
            "象珠、唐先两镇800余家企业和8.4万户群众的用气需求，将由此",
            "figure-unit-differs",
        ),
        (
            "象珠、唐先两镇800余家企业和8.4万名群众的用气需求，将由此",
            "象珠、唐先两镇800余家企业和8.4万名群众的用气需求，投资3.5亿元，将由此",
            "figure-unexplained",
        ),
        ("最高时下降超过1元/立方米", "最高时下降约0.2元/立方米", "figure-statistic-differs"),
    ],
)
def test_a_slip_in_a_text_is_named_at_its_line(old: str, new: str, code: str) -> None:
    files = changed(slip=(old, new))
    assert (code, line_of(files, GAS_ZH, new)) in in_file(check(files), GAS_ZH)


def test_the_nearest_figure_is_named_as_it_would_be_printed() -> None:
    files = changed(
        slip=(
            "and 84,000 residents in the two towns of Xiangzhu and Tangxian will be met in full.\n\n## Held",
            "and 48,000 residents in the two towns of Xiangzhu and Tangxian will be met in full.\n\n## Held",
        )
    )
    (fault,) = [each for each in check(files) if each.location.file == GAS_EN]
    assert words(fault) == {
        "found": "48,000 residents",
        "figure": "residents_supplied",
        "stated": "84,000 residents",
    }
    assert fault.location.column == 138


def test_a_slip_in_a_folded_summary_is_told_on_its_own_line() -> None:
    files = changed(
        slip=(
            "in May, and the gas demand of more than 800 enterprises",
            "in May, and the gas demand of more than 900 enterprises",
        )
    )
    faults = check(files)
    assert ("figure-value-differs", line_of(files, GAS_EN, "more than 900 enterprises")) in in_file(
        faults, GAS_EN
    )


def test_a_slip_in_a_timeline_is_told_on_its_own_line() -> None:
    files = changed(slip=("zh: 40名业主共同反映小区逾期交付。", "zh: 50名业主共同反映小区逾期交付。"))
    file = "content/stories/shanshui-yuyuan/index.zh.md"
    assert in_file(check(files), file) == [("figure-value-differs", line_of(files, file, "50名业主"))]


def test_a_figure_across_bold_and_line_breaks_is_found_at_its_place() -> None:
    files = changed(slip=("将由此得到全面满足。", "将由此得到全面满足。\n\n还有**900**余家企业\n正在等待。"))
    line = line_of(files, GAS_ZH, "还有**900**")
    assert in_file(check(files), GAS_ZH) == [("figure-value-differs", line)]


def test_a_figure_in_an_image_text_is_checked() -> None:
    files = changed(slip=("\n## 通气之后", "\n![管道经过900余家企业](pipe.jpg)\n\n## 通气之后"))
    assert ("figure-value-differs", line_of(files, GAS_ZH, "管道经过900")) in in_file(check(files), GAS_ZH)


def test_text_in_braces_with_tildes_is_no_figure() -> None:
    files = changed(slip=("将由此得到全面满足。", "将由此得到全面满足。{~900余家~}企业也在其中。"))
    assert check(files) == ()
    assert count(files).excused == count(changed()).excused + 1


def test_a_phrase_of_the_project_is_no_figure() -> None:
    text = ("将由此得到全面满足。", "将由此得到全面满足。这是“三块清零”的做法，共3块清零牌。")
    assert in_file(check(changed(slip=text)), GAS_ZH)
    files = changed(slip=text, phrase=("official: false", "official: false\nno_figures: [3块清零牌]"))
    assert in_file(check(files), GAS_ZH) == []


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ("", "管道经过两个镇。"),
        ("", "工程从停工到贯通用了3个月。"),
        (
            "  - {id: extra, metric: relief_money, value: 500元}\n  - {id: more, metric: relief_money, value: 700元, scope: {zh: 甲, en: A}}\n",
            "合计1200元。500元和700元分批送出。",
        ),
        (
            "  - {id: whole, metric: owners_reporting, value: 40名}\n  - {id: part, metric: owners_thanking, value: 30名}\n",
            "40名业主中的30名，占75%。",
        ),
        ("  - {id: pipe, label: {zh: 管道, en: Pipe}, unit: metre, value: 3000米}\n", "管道长3公里。"),
    ],
)
def test_what_follows_from_the_figures_is_accepted(figures: str, sentence: str) -> None:
    files = changed(
        figures=("figures:\n  - {metric: towns_supplied", f"figures:\n{figures}  - {{metric: towns_supplied"),
        text=("将由此得到全面满足。", f"将由此得到全面满足。{sentence}"),
    )
    assert in_file(check(files), GAS_ZH) == []


def test_a_sum_of_what_may_not_be_added_is_not_accepted() -> None:
    files = changed(slip=("市建设局全面摸清情况", "前后共80余名业主，市建设局全面摸清情况"))
    faults = check(files)
    assert [each.code for each in faults] == ["figure-value-differs"]


def test_a_total_of_the_site_may_be_cited_by_its_name() -> None:
    files = changed(text=("将由此得到全面满足。", "将由此得到全面满足。市建设局累计走访企业237次。"))
    assert in_file(check(files), GAS_ZH) == []


def test_a_number_that_happens_to_be_a_total_is_not_explained_by_it() -> None:
    files = changed(text=("将由此得到全面满足。", "将由此得到全面满足。施工单位到场237次。"))
    assert in_file(check(files), GAS_ZH) == [
        ("figure-unexplained", line_of(files, GAS_ZH, "施工单位到场237次"))
    ]


def test_an_older_total_is_not_accepted_once_a_newer_one_stands() -> None:
    tally = "as_of: 2019-12-31\nsources:\n  - {zh: 年末统计, en: Year-end count}\nfigures:\n  - {metric: service_teams, value: 6个}\n"
    faults = check(changed({"content/tallies/2019-end.yaml": tally}))
    assert {each.location.file for each in faults} == {
        "content/pages/about/index.en.md",
        "content/pages/about/index.zh.md",
    }


def test_a_figure_that_one_language_lacks_is_told_with_both_places() -> None:
    files = changed(slip=("; it could save an average of 2,000 yuan a day in costs.", "."))
    (fault,) = check(files)
    assert (fault.code, fault.location.file) == ("translation-figure-missing", GAS_EN)
    assert words(fault)["figure"] == "saving_daily"
    assert [each.file for each in fault.related] == [GAS_ZH, GAS_ZH]


def test_a_figure_may_be_filled_in_on_one_side_and_written_out_on_the_other() -> None:
    files = changed(slot=("平均每天可节约成本2000元。", "平均每天可节约成本{=saving_daily}。"))
    assert check(files) == ()


def test_a_story_that_cites_none_of_its_figures_is_told_so() -> None:
    files = changed(
        zh=("200米黄土路段|和路旁绿化", "黄土路段|和路旁绿化"),
        summary=("飞凤社区有200米长的黄土路段，路面坑洼", "飞凤社区有黄土路段，路面坑洼"),
        body=(
            "西城街道飞凤社区内，200米长的黄土路段及其路旁绿化",
            "西城街道飞凤社区内，黄土路段及其路旁绿化",
        ),
    )
    assert "figures-not-cited" in [each.code for each in check(files)]


@pytest.mark.parametrize(("policy", "severity"), [("strict", Severity.ERROR), ("warn", Severity.WARNING)])
def test_the_policy_of_a_section_says_how_much_it_matters(policy: str, severity: Severity) -> None:
    files = changed(
        policy=("official: false", f"official: false\nfigures: {{stories: {policy}}}"),
        slip=("将由此得到全面满足。", "将由此得到全面满足。投资3.5亿元。"),
    )
    assert [each.severity for each in check(files)] == [severity]


def test_a_section_may_be_left_unchecked() -> None:
    files = changed(
        policy=("official: false", 'official: false\nfigures: {stories: "off"}'),
        slip=("将由此得到全面满足。", "将由此得到全面满足。投资3.5亿元。"),
    )
    assert check(files) == ()


def test_a_thing_without_an_english_word_may_be_called_by_any() -> None:
    figures = "figures:\n  - {id: shops, label: {zh: 店铺, en: Shops}, unit: enterprise, value: 30余家}\n"
    files = changed(
        figures=("figures:\n  - {metric: towns_supplied", f"{figures}  - {{metric: towns_supplied"),
        zh=("将由此得到全面满足。", "将由此得到全面满足。沿街30余家店铺也在内。"),
        en=(
            "residents in the two towns of Xiangzhu and Tangxian will be met in full.\n\n## Held",
            "residents in the two towns of Xiangzhu and Tangxian will be met in full. More than 30 shops are among them.\n\n## Held",
        ),
    )
    assert check(files) == ()


def test_words_that_state_no_number_rest_on_nothing_and_need_not() -> None:
    files = changed(text=("将由此得到全面满足。", "将由此得到全面满足。几个部门约到一起，多名群众到场。"))
    assert check(files) == ()
    assert count(files).vague == 2


def test_an_order_of_magnitude_is_a_figure_that_needs_data() -> None:
    files = changed(text=("将由此得到全面满足。", "将由此得到全面满足。数百名群众到场。"))
    assert in_file(check(files), GAS_ZH)


ROAD_ZH = "content/stories/feifeng-road/index.zh.md"
TWO = (
    "figures:\n"
    "  - {id: visited, label: {zh: 走访住户, en: Homes visited}, unit: household, value: 100户}\n"
    "  - {id: helped, label: {zh: 解决困难, en: Homes helped}, unit: household, value: 40户}\n"
    "  - {metric: towns_supplied"
)


def test_the_same_number_of_another_size_of_unit_is_a_slip() -> None:
    files = changed(slip=("西城街道飞凤社区内，200米长的黄土路段", "西城街道飞凤社区内，200公里长的黄土路段"))
    assert in_file(check(files), ROAD_ZH) == [("figure-unit-differs", line_of(files, ROAD_ZH, "200公里"))]
    files = changed(fine=("西城街道飞凤社区内，200米长的黄土路段", "西城街道飞凤社区内，0.2公里长的黄土路段"))
    assert check(files) == ()


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("走访住户100户，解决困难40户。", []),
        ("走访住户40户，解决困难100户。", ["figure-value-differs", "figure-value-differs"]),
        ("共有100户，其中40户。", []),
    ],
)
def test_two_figures_of_one_unit_may_not_change_places(sentence: str, codes: list[str]) -> None:
    files = changed(
        figures=("figures:\n  - {metric: towns_supplied", TWO),
        zh=("将由此得到全面满足。", f"将由此得到全面满足。{sentence}"),
        en=(
            "residents in the two towns of Xiangzhu and Tangxian will be met in full.\n\n## Held",
            "residents in the two towns of Xiangzhu and Tangxian will be met in full. 100 homes were visited; 40 homes were helped.\n\n## Held",
        ),
    )
    assert [code for code, _ in in_file(check(files), GAS_ZH)] == codes


@pytest.mark.parametrize("share", ["超过40%", "不到40%", "近40%", "250%"])
def test_a_share_is_not_accepted_with_a_qualifier_or_upside_down(share: str) -> None:
    files = changed(
        figures=("figures:\n  - {metric: towns_supplied", TWO),
        zh=("将由此得到全面满足。", f"将由此得到全面满足。100户中的40户，占{share}。"),
    )
    assert line_of(files, GAS_ZH, share) in [line for _, line in in_file(check(files), GAS_ZH)]


def test_an_average_that_the_data_do_not_call_one_is_a_slip() -> None:
    files = changed(
        slip=("西城街道飞凤社区内，200米长的黄土路段", "西城街道飞凤社区内，平均200米长的黄土路段")
    )
    assert in_file(check(files), ROAD_ZH) == [
        ("figure-statistic-differs", line_of(files, ROAD_ZH, "平均200米"))
    ]


def test_a_unit_with_chinese_forms_only_takes_any_english_noun() -> None:
    figures = "figures:\n  - {id: people, label: {zh: 居民, en: People}, unit: resident, value: 约1.2万名}\n"
    files = changed(
        figures=("figures:\n  - {metric: towns_supplied", f"{figures}  - {{metric: towns_supplied"),
        zh=("将由此得到全面满足。", "将由此得到全面满足。沿线居民约1.2万名。"),
        en=(
            "residents in the two towns of Xiangzhu and Tangxian will be met in full.\n\n## Held",
            "residents in the two towns of Xiangzhu and Tangxian will be met in full. About 12,000 people live along it.\n\n## Held",
        ),
    )
    assert check(files) == ()


def test_a_bare_number_is_not_compared_with_figures_of_things() -> None:
    files = changed(slip=("将由此得到全面满足。", "将由此得到全面满足。全长4.0。"))
    (fault,) = [each for each in check(files) if each.location.file == GAS_ZH]
    assert fault.code == "figure-unexplained"


@pytest.mark.parametrize(
    ("old", "new", "file"),
    [
        (
            "永康市建设局下沉一线，走访企业、基层和群众：",
            "永康市建设局累计走访企业273次，走访基层和群众：",
            "config.yaml",
        ),
        (
            "zh: 是否已计入走访群众的累计户数，报道没有载明。\n      en: Whether they",
            "zh: 4户是否已计入走访群众的累计户数，报道没有载明。\n      en: Whether they",
            "content/stories/housing-support/index.zh.md",
        ),
    ],
)
def test_the_lede_and_the_notes_of_figures_are_checked_too(old: str, new: str, file: str) -> None:
    assert {each.location.file for each in check(changed(slip=(old, new)))} == {file}


def test_a_correction_may_not_state_a_number_that_the_data_do_not() -> None:
    correction = "corrections:\n  - {date: 2019-08-01, wrong: {zh: 800家, en: 800 enterprises}, right: {zh: 900余家, en: more than 900 enterprises}}\nunknown:\n  - zh: 工程从何时起"
    faults = check(changed(correction=("unknown:\n  - zh: 工程从何时起", correction)))
    assert [each.code for each in faults] == ["figure-value-differs", "figure-value-differs"]


def test_two_qualifiers_that_exclude_each_other_are_warned_of_where_they_stand() -> None:
    old = "生产成本平均下降约0.2元/立方米"
    faults = check(changed(slip=(old, "生产成本平均下降约0.2余元/立方米")))
    assert [(each.code, each.severity) for each in faults if each.code == "figure-qualifiers-two"] == [
        ("figure-qualifiers-two", Severity.WARNING)
    ]


def test_a_range_that_is_about_right_is_told_from_one_that_is_exact() -> None:
    figures = "figures:\n  - {id: days, label: {zh: 天数, en: Days}, unit: household, value: 约3至5户}\n"
    stated = ("figures:\n  - {metric: towns_supplied", f"{figures}  - {{metric: towns_supplied")
    for told, codes in (("约3至5户", []), ("3至5户", ["figure-qualifier-differs"])):
        text = ("将由此得到全面满足。", f"将由此得到全面满足。{told}先通。")
        faults = check(changed(figures=stated, text=text))
        assert [each.code for each in faults if each.location.file == GAS_ZH] == codes


def test_a_figure_that_falls_by_its_name_and_rises_in_a_text_is_told() -> None:
    faults = check(changed(slip=("最高时下降超过1元/立方米", "最高时上升超过1元/立方米")))
    assert {each.code for each in faults if each.location.file == GAS_ZH} == {"figure-direction-differs"}


def test_a_figure_that_rises_in_one_language_and_falls_in_the_other_is_told_with_both_places() -> None:
    towns = "  - {metric: towns_supplied"
    cost = "  - {id: cost, label: {zh: 成本变化, en: Change in cost}, unit: yuan, value: 70元}\n"
    stated = (f"figures:\n{towns}", f"figures:\n{cost}{towns}")
    zh = ("将由此得到全面满足。", "将由此得到全面满足。成本下降70元。")
    for verb, codes in (("fell", []), ("rose", ["figure-direction-differs"])):
        files = changed(figures=stated, zh=zh)
        text = files[GAS_EN].decode()
        head, _, body = text.partition("\n---\n")
        files[GAS_EN] = f"{head}\n---\nCosts {verb} by 70 yuan.\n\n{body}".encode()
        faults = check(files)
        assert [each.code for each in faults if each.location.file == GAS_EN] == codes
        assert all(each.related[0].file == GAS_ZH for each in faults)
