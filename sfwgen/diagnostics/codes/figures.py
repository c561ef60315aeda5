"""Figures as written in documents, and the definitions that they and others refer to."""

from sfwgen.diagnostics.codes._entry import error
from sfwgen.diagnostics.model import Code


def _unknown(slug: str, zh: str, en: str, where_zh: str, where_en: str) -> Code:
    return error(
        slug,
        zh=(f"没有名为“{{value}}”的{zh}。", f"[[是不是“{{nearest}}”？]]{where_zh}"),
        en=(f"There is no {en} “{{value}}”.", f"[[Did you mean “{{nearest}}”? ]]{where_en}"),
    )


def _vocabulary(slug: str, zh: str, en: str, file: str) -> Code:
    return _unknown(
        slug,
        zh,
        en,
        f"全部{zh}见 content/vocabulary/{file}。",
        f"They are defined in content/vocabulary/{file}.",
    )


REFERENCES: tuple[Code, ...] = (
    _vocabulary("metric-unknown", "指标", "metric", "metrics.yaml"),
    _vocabulary("unit-unknown", "单位", "unit", "units.yaml"),
    _vocabulary("place-unknown", "地点", "place", "places.yaml"),
    _vocabulary("team-unknown", "小分队", "team", "teams.yaml"),
    _unknown(
        "line-unknown",
        "服务线",
        "service line",
        "可以写：{known}（config.yaml 的 lines）。",
        "There are: {known} (lines in config.yaml).",
    ),
    _unknown(
        "story-unknown",
        "案例",
        "story",
        "写案例所在文件夹的名字。",
        "Write the name of the story's folder.",
    ),
    _unknown(
        "figure-unknown",
        "数字",
        "figure",
        "数字的编号见本篇默认语言文件的 figures。",
        "The ids stand under figures in the default language's file.",
    ),
    error(
        "page-figure",
        zh=("这是网页，没有自己的数字，{={id}} 印不出来。", "直接写出这个数；它同样会与数据核对。"),
        en=(
            "A page has no figures of its own, so {={id}} prints nothing.",
            "Write the number out; it is compared with the data all the same.",
        ),
    ),
    error(
        "unit-sign-repeated",
        zh=(
            "“{value}”已经是单位“{first}”的写法，同一量纲的两个单位不能写得一样。",
            "从其中一个的 zh、also 或 en 中去掉。",
        ),
        en=(
            "“{value}” is already written for the unit “{first}”; two units of one dimension cannot be written alike.",
            "Take it out of zh, also or en of one of them.",
        ),
    ),
    error(
        "reference-unknown",
        zh=("找不到数字“{value}”。", "[[是不是“{nearest}”？]]写成“案例文件夹名#数字编号”。"),
        en=(
            "There is no figure “{value}”.",
            "[[Did you mean “{nearest}”? ]]Write the story or tally, # and the figure's id.",
        ),
    ),
    error(
        "place-within-itself",
        zh=("地点“{value}”一层层往上又回到了自己。", "改正 within。"),
        en=("The place “{value}” lies within itself.", "Correct within."),
    ),
    error(
        "place-name-twice",
        zh=(
            "地点“{id}”和“{first}”都叫“{value}”，上一级也相同，读者分不清。",
            "是同一个地方的，只留一条；是两个地方的，各写上一级（within），或在名称里区分。",
        ),
        en=(
            "The places “{id}” and “{first}” are both called “{value}” and lie within the same place.",
            "Keep one if they are one place; else state what each lies within, or tell them apart by name.",
        ),
    ),
    error(
        "metric-rate-summed",
        zh=("指标“{metric}”是比率（rate），不能相加（sum）。", "把 total 改成 never、latest 或 max。"),
        en=("The metric “{metric}” is a rate and cannot be summed.", "Set total to never, latest or max."),
    ),
)

VALUES: tuple[Code, ...] = (
    error(
        "figure-metric-missing",
        zh=("这个数字没有写指标（metric）。", "写上 metric；只出现一次的数字，可改写 label 和 unit。"),
        en=(
            "The figure has no metric.",
            "Give its metric; a figure that occurs once in the world may have label and unit instead.",
        ),
    ),
    error(
        "figure-unit-with-metric",
        zh=("写了指标就不能再写单位（unit）：单位由指标决定。", "删除 unit。"),
        en=("A figure with a metric has no unit of its own: the metric gives it.", "Delete unit."),
    ),
    error(
        "figure-id-missing",
        zh=("这个数字没有编号（id）。", "写上 id，例如 road_length。"),
        en=("The figure has no id.", "Give it one, such as road_length."),
    ),
    error(
        "figure-id-repeated",
        zh=("数字编号“{value}”重复，第 {line} 行已有。", "给其中一个写上不同的 id。"),
        en=(
            "The id “{value}” is that of the figure on line {line} already.",
            "Give one of the two an id of its own.",
        ),
    ),
    error(
        "figure-value-missing",
        zh=("这个数字没有写数值（value）。", "加上 value，例如 value: 800余家。"),
        en=("The figure has no value.", "Add it, such as value: more than 800."),
    ),
    error(
        "figure-value-twice",
        zh=("value 和 quantity 只能写一个。", "删除其中一个。"),
        en=("A figure has value or quantity, not both.", "Delete one of the two."),
    ),
    error(
        "figure-time-twice",
        zh=("as_of（截至）和 period（期间）只能写一个。", "删除其中一个。"),
        en=("A figure has as_of or period, not both.", "Delete one of the two."),
    ),
    error(
        "figure-placeholder",
        zh=("“{value}”是占位，不是真实的数字。", "填上核实过的数字；还不知道就删除这个数字。"),
        en=(
            "“{value}” is a placeholder and no figure.",
            "Fill in the figure once it is confirmed, or take it out.",
        ),
    ),
    error(
        "figure-not-a-count",
        zh=(
            "{value} 不是个数：这里数的是个数，只能是零或正整数。",
            "核对数字。平均数写上 statistic: average；可以有小数的单位，在 units.yaml 的“{unit}”里写 amount: true。",
        ),
        en=(
            "{value} is no count: what is counted here is none, or a whole number.",
            "Check the figure. An average has statistic: average; a unit that may have decimals has amount: true "
            "under “{unit}” in units.yaml.",
        ),
    ),
    error(
        "figure-number-missing",
        zh=("“{value}”中没有数字。", "补上数字，例如 35件。"),
        en=("There is no number in “{value}”.", "Add it, such as 35 problems."),
    ),
    error(
        "figure-unreadable",
        zh=(
            "“{value}”不能读成一个数字。",
            "只写限定词、数字和单位，例如 800余家、约0.2元/方、84,000 residents；也可改用 quantity 拆开写。",
        ),
        en=(
            "“{value}” cannot be read as one figure.",
            "Write qualifier, number and unit only, such as 800余家 or more than 800 enterprises; or spell it out "
            "with quantity.",
        ),
    ),
    error(
        "metric-unit-mismatch",
        zh=(
            "“{value}”的单位是“{printed}”，而指标“{metric}”的单位是“{unit}”。",
            "核对指标和单位；同一单位的其他写法，加到 units.yaml 的 also 中。",
        ),
        en=(
            "“{value}” is in “{printed}”, but the metric “{metric}” is in “{unit}”[[ ({en})]].",
            "Check the metric and the unit; other forms of the same unit belong under also in units.yaml.",
        ),
    ),
    error(
        "figure-statistic-contradicts",
        zh=("“{value}”的意思是 {printed}，而 statistic 写的是 {statistic}。", "改正其中一个。"),
        en=("“{value}” reads as {printed}, but statistic says {statistic}.", "Correct one of the two."),
    ),
    error(
        "quantity-parts",
        zh=("qualifier 写 {qualifier} 时，只写 {wanted}。", "改正 quantity 中的内容。"),
        en=("With the qualifier {qualifier} there is to be {wanted} and nothing else.", "Correct quantity."),
    ),
    error(
        "quantity-reversed",
        zh=("下限 {low} 大于上限 {high}。", "核对 low 和 high。"),
        en=("The lower end, {low}, is above the upper end, {high}.", "Check low and high."),
    ),
)

CODES: tuple[Code, ...] = (*REFERENCES, *VALUES)
