"""Figures in texts: what does not agree with the data, and what rests on nothing."""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = (
    error(
        "figure-unexplained",
        zh=(
            "文中的“{found}”没有数据支持。",
            "在这一篇的 figures 中写上这个数字；不是数据的，写成 {~{found}~}，或列入 config.yaml 的 no_figures。",
        ),
        en=(
            "“{found}” in the text rests on no figure.",
            "State it among the figures of the story; if it is no figure, write {~{found}~} or list it under no_figures in config.yaml.",
        ),
    ),
    error(
        "figures-too-many",
        zh=("这一篇文字里的数字超过了 {limit} 个。", "成批的数字放进台账或汇总；文字分成几篇。"),
        en=(
            "This text has more than {limit} figures.",
            "Put masses of figures into a register or a tally, or divide the text.",
        ),
    ),
    error(
        "figure-value-differs",
        zh=(
            "文中写的是“{found}”，数字“{figure}”是“{stated}”。",
            "核对来源，改正其中一处；另有所指的，在 figures 中另写一个数字。",
        ),
        en=(
            "The text says “{found}”; the figure “{figure}” is “{stated}”.",
            "Check the source and correct one of them; if something else is meant, state a figure of its own.",
        ),
    ),
    error(
        "figure-magnitude-differs",
        zh=(
            "文中写的是“{found}”，数字“{figure}”是“{stated}”：位数不同，可能漏写或多写了“万”或零。",
            "核对来源，改正其中一处。",
        ),
        en=(
            "The text says “{found}”; the figure “{figure}” is “{stated}”: a zero, 万 or a word such as million may be lost or too many.",
            "Check the source and correct one of them.",
        ),
    ),
    error(
        "figure-digits-transposed",
        zh=(
            "文中写的是“{found}”，数字“{figure}”是“{stated}”：数字的次序可能颠倒了。",
            "核对来源，改正其中一处。",
        ),
        en=(
            "The text says “{found}”; the figure “{figure}” is “{stated}”: the digits may have been transposed.",
            "Check the source and correct one of them.",
        ),
    ),
    error(
        "figure-qualifier-differs",
        zh=(
            "文中写的是“{found}”，数字“{figure}”是“{stated}”：限定词（余、约、超过等）不一致。",
            "两处写成一样；限定词不能省略，也不能加重。",
        ),
        en=(
            "The text says “{found}”; the figure “{figure}” is “{stated}”: the qualifiers differ.",
            "Use the same qualifier in both; it is never dropped or strengthened.",
        ),
    ),
    error(
        "figure-qualifiers-two",
        zh=(
            "“{found}”用了两个互相矛盾的限定词（如“约”和“余”），读者不知道是上下都可能，还是只多不少。",
            "只留一个：约800家，或800余家。数据里这样写是错误，文中这样写只警告。",
        ),
        en=(
            "“{found}” is qualified in two ways that exclude each other: is it near the number, or above it?",
            "Keep one: about 800, or more than 800. It is an error in the data and a warning in a text.",
        ),
    ),
    error(
        "figure-unit-differs",
        zh=(
            "文中写的是“{found}”，数字“{figure}”是“{stated}”：数值相同，单位不同。",
            "核对单位；另有所指的，在 figures 中另写一个数字。",
        ),
        en=(
            "The text says “{found}”; the figure “{figure}” is “{stated}”: the same number of something else.",
            "Check the unit; if something else is meant, state a figure of its own.",
        ),
    ),
    error(
        "figure-statistic-differs",
        zh=(
            "文中的“{found}”和数字“{figure}”（{stated}）一个是平均、一个是最高。",
            "核对来源，改正文字或数字的 statistic。",
        ),
        en=(
            "“{found}” in the text and the figure “{figure}” ({stated}) are not the same kind: one is an average, the other a peak.",
            "Check the source; correct the text or the figure's statistic.",
        ),
    ),
    error(
        "figure-direction-differs",
        zh=(
            "“{found}”和“{stated}”说的是同一个数字“{figure}”，一个说升，一个说降。",
            "核对来源，改正其中一处。",
        ),
        en=(
            "“{found}” and “{stated}” tell of the same figure, “{figure}”, but one says up and the other down.",
            "Check the source and correct one of them.",
        ),
    ),
    warning(
        "figures-not-cited",
        zh=(
            "“{slug}”写有 {count} 个数字，文中一个也没有用到。",
            "核对是否写错了单位或指标；不需要的数字可以删去。",
        ),
        en=(
            "“{slug}” states {count} figures, and its text cites none of them.",
            "Check their units and metrics; remove those that are not needed.",
        ),
    ),
    error(
        "translation-figure-missing",
        zh=(
            "数字“{figure}”（{stated}）在 {other} 的正文里有，这里没有。",
            "在这一种文字里补上，或从另一种文字里删去。",
        ),
        en=(
            "The figure “{figure}” ({stated}) is cited in {other} but not here.",
            "Cite it in this language too, or remove it from the other.",
        ),
    ),
)
