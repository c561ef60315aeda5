"""Figures that have to agree with each other, and figures that look wrong by themselves."""

from sfwgen.diagnostics.codes._entry import error, note, warning
from sfwgen.diagnostics.model import Code

_REGISTERS: tuple[Code, ...] = (
    note(
        "register-agrees",
        zh=(
            "台账“{register}”：指标“{metric}”有 {rows} 行，合计{counted_zh}，与汇总“{tally}”的{stated_zh}相符。",
            "不必改动。",
        ),
        en=(
            "The register “{register}” has {rows} rows of “{metric}”, {counted_en} in all; the tally “{tally}” states {stated_en}, which agrees.",
            "Nothing needs to be done.",
        ),
    ),
    note(
        "register-fewer",
        zh=(
            "台账“{register}”：指标“{metric}”有 {rows} 行，合计{counted_zh}，汇总“{tally}”是{stated_zh}[[，还有{rest_zh}没有逐条记录]]。",
            "补齐台账后会自动核对；网页上会写明记录不全。",
        ),
        en=(
            "The register “{register}” has {rows} rows of “{metric}”, {counted_en} in all; the tally “{tally}” states {stated_en}[[: {rest_en} are without records]].",
            "Once the register is complete they are compared again; the page says that records are fewer.",
        ),
    ),
    error(
        "register-falls-short",
        zh=(
            "台账“{register}”写明一条不缺（complete: true），指标“{metric}”却只有{counted_zh}，汇总“{tally}”是{stated_zh}[[，差{rest_zh}]]。",
            "补齐台账，或者核对汇总；台账不全的，删去 complete: true。",
        ),
        en=(
            "The register “{register}” says complete: true, but has {counted_en} of “{metric}”; the tally “{tally}” states {stated_en}[[: {rest_en} are missing]].",
            "Add the missing rows or check the tally; where the register is not complete, delete complete: true.",
        ),
    ),
    error(
        "register-exceeds",
        zh=(
            "台账“{register}”：指标“{metric}”有 {rows} 行，合计{counted_zh}，比汇总“{tally}”的{stated_zh}还多[[，多出{rest_zh}]]。",
            "看台账里有没有重复的行、不该计入的行；台账没有错，就更新汇总。",
        ),
        en=(
            "The register “{register}” has {rows} rows of “{metric}”, {counted_en} in all: more than the {stated_en} of the tally “{tally}”[[, by {rest_en}]].",
            "See whether rows stand there twice or do not belong there; if the register is right, renew the tally.",
        ),
    ),
    warning(
        "register-unlikely",
        zh=(
            "台账“{register}”：指标“{metric}”合计{counted_zh}，汇总“{tally}”写的是{stated_zh}，相差太大。",
            "核对两处；“800余”指的是 800 多、不到 900。",
        ),
        en=(
            "The register “{register}” has {counted_en} of “{metric}”; the tally “{tally}” states {stated_en}, which nobody would say of that number.",
            "Check both; more than 800 is taken to be less than 900.",
        ),
    ),
    note(
        "register-unreported",
        zh=(
            "台账“{register}”：指标“{metric}”有 {rows} 行，合计{counted_zh}，没有汇总可以核对。",
            "有了汇总数，写进 content/tallies/ 就会自动核对。",
        ),
        en=(
            "The register “{register}” has {rows} rows of “{metric}”, {counted_en} in all; no tally states a number to compare with.",
            "Once a tally in content/tallies/ has one, the two are compared.",
        ),
    ),
    note(
        "register-unjudged",
        zh=(
            "台账“{register}”：指标“{metric}”合计{counted_zh}，汇总“{tally}”写的是{stated_zh}，没有确数，无法核对。",
            "汇总有了确数再核对。",
        ),
        en=(
            "The register “{register}” has {counted_en} of “{metric}”; the tally “{tally}” states {stated_en}, which is too vague to compare.",
            "They can be compared once the tally has a number.",
        ),
    ),
    note(
        "register-rows-later",
        zh=(
            "台账“{register}”有 {count} 行的日期在汇总截止（{as_of}）之后，没有计入指标“{metric}”：第 {rows} 行。",
            "有了新的汇总就会计入。",
        ),
        en=(
            "In the register “{register}” {count} rows are later than the tally ({as_of}) and are not counted as “{metric}”: {rows}.",
            "They will be counted with the next tally.",
        ),
    ),
)

_RELATIONS: tuple[Code, ...] = (
    error(
        "relation-form",
        zh=(
            "要么写 total 和 parts，要么写 share。",
            "改成 {total: 合计的指标, parts: [各部分的指标]}，或 share: {part: …, whole: …, percent: …}。",
        ),
        en=(
            "A relation has total and parts, or share.",
            "Write total and parts, or share with part, whole and percent.",
        ),
    ),
    error(
        "relation-units",
        zh=(
            "“{value}”的单位是“{unit}”，“{other}”的单位是“{wanted}”，不能相加或相比。",
            "核对指标；单位不同的数不能相加。",
        ),
        en=(
            "“{value}” is in “{unit}” and “{other}” in “{wanted}”: they cannot be added or compared.",
            "Check the metrics; what is counted in different units does not add up.",
        ),
    ),
    error(
        "relation-percent",
        zh=("“{value}”的单位是“{unit}”，不是百分比。", "percent 要写单位为 % 的指标。"),
        en=("“{value}” is in “{unit}”, which is no percentage.", "The metric of percent has the unit %."),
    ),
    note(
        "relation-ok",
        zh=("“{relation}”对得上：{stated_zh}。", "不必改动。"),
        en=("“{relation}” holds: {stated_en}.", "Nothing needs to be done."),
    ),
    note(
        "relation-rounding",
        zh=("“{relation}”在四舍五入的范围内对得上：写的是{stated_zh}，算得{expected_zh}。", "不必改动。"),
        en=(
            "“{relation}” holds within rounding: stated as {stated_en}, it comes to {expected_en}.",
            "Nothing needs to be done.",
        ),
    ),
    error(
        "relation-mismatch",
        zh=(
            "“{relation}”对不上：写的是{stated_zh}，算得{expected_zh}[[，相差 {rest}]]。",
            "核对来源，改正其中一个数字。",
        ),
        en=(
            "“{relation}” does not hold: stated as {stated_en}, it comes to {expected_en}[[; the difference is {rest}]].",
            "Check the source and correct one of the figures.",
        ),
    ),
    warning(
        "relation-unlikely",
        zh=(
            "“{relation}”看来对不上：写的是{stated_zh}，算得{expected_zh}[[，相差 {rest}]]。",
            "核对来源；“800余”指的是 800 多、不到 900。",
        ),
        en=(
            "“{relation}” hardly holds: stated as {stated_en}, it comes to {expected_en}[[; the difference is {rest}]].",
            "Check the source; more than 800 is taken to be less than 900.",
        ),
    ),
    note(
        "relation-incomplete",
        zh=(
            "“{relation}”无法核对：有的数字没有写，或者不是确数[[。写的是{stated_zh}]][[，已知的加起来是{expected_zh}]][[，还有 {rest} 没有着落]]。",
            "数字齐了会自动核对。",
        ),
        en=(
            "“{relation}” cannot be judged: a figure is not stated or not exact[[; it is stated as {stated_en}]][[, what is known comes to {expected_en}]][[; {rest} is unexplained]].",
            "It is judged once all of its figures are there.",
        ),
    ),
    note(
        "relation-several",
        zh=(
            "“{relation}”无法核对：同一篇里，同一指标、同一范围有几个数字。",
            "给各个数字写上不同的 scope 或日期。",
        ),
        en=(
            "“{relation}” cannot be judged: one document has several figures of one metric and scope.",
            "Give them a scope or date of their own.",
        ),
    ),
    note(
        "relation-unmet",
        zh=(
            "“{relation}”没有可以核对的数字：没有一份文件同时写了“{metric}”和有关的数字。",
            "用不上就从 relations.yaml 里删去。",
        ),
        en=(
            "“{relation}” was held against nothing: no document states “{metric}” and a figure that belongs to it.",
            "If it is not needed, take it out of relations.yaml.",
        ),
    ),
    error(
        "sums-units",
        zh=(
            "“{value}”的单位是“{unit}”，“{other}”的单位是“{wanted}”，不能相加或相比。",
            "核对单位；单位不同的数不能相加。",
        ),
        en=(
            "“{value}” is in “{unit}” and “{other}” in “{wanted}”: they cannot be added or compared.",
            "Check the units; what is counted in different units does not add up.",
        ),
    ),
    error(
        "sums-percent",
        zh=("“{value}”不是百分比。", "写成 84.4%、八成或 84.4 per cent。"),
        en=("“{value}” is no percentage.", "Write 84.4% or 84.4 per cent."),
    ),
)

_SUSPICIOUS: tuple[Code, ...] = (
    error(
        "text-placeholder",
        zh=("文中的“{found}”是占位，不是数字。", "填上核实过的数字；还不知道，就把这句话改写或删去。"),
        en=(
            "“{found}” in the text is a placeholder.",
            "Fill in the confirmed figure, or rewrite the sentence without it.",
        ),
    ),
    warning(
        "text-number-missing",
        zh=("“{found}”里少了数字。", "补上数字，例如 35件；不是要写数字的，换一种说法。"),
        en=("A number is missing in “{found}”.", "Put it in, or write the sentence in another way."),
    ),
    warning(
        "figure-unchanged",
        zh=(
            "“{figure}”在{before}和{after}两份汇总里都是{stated_zh}，日期变了，数字没变。",
            "核对是不是忘了更新；确实没变的，在 note 里写一句“与上期相同”。",
        ),
        en=(
            "“{figure}” is {stated_en} in both tallies, {before} and {after}: the date moved, the figure did not.",
            "See whether it was forgotten; if it is right, say so in its note.",
        ),
    ),
    warning(
        "figure-fell",
        zh=(
            "累计数“{figure}”变少了：{before}是{earlier_zh}，{after}是{later_zh}。",
            "核对两份汇总；确实改过口径或更正过的，在 note 里说明。",
        ),
        en=(
            "The running total “{figure}” fell: {before} had {earlier_en}, {after} has {later_en}.",
            "Check both tallies; if the definition changed or it was corrected, say so in its note.",
        ),
    ),
    error(
        "tallies-contradict",
        zh=(
            "两份汇总的日期相同，“{figure}”却一份是{stated_zh}，另一份是{other_zh}。",
            "核对来源，改正其中一份；日期不同的，分别写明 as_of。",
        ),
        en=(
            "Two tallies of the same date disagree on “{figure}”: {stated_en} in one, {other_en} in the other.",
            "Check the source and correct one of them; if their dates differ, state each as_of.",
        ),
    ),
    note(
        "tally-partial",
        zh=(
            "最新的汇总“{tally}”截至{as_of}，其中没有 {count} 项累计数：{ids}；这些仍是更早的数（最早截至{oldest}），网页上各自写明日期。",
            "有了新的数就补进这份汇总；没有的，不必改。",
        ),
        en=(
            "The newest tally, “{tally}”, is as of {as_of} and lacks {count} of the totals: {ids}. These stay at an earlier date (the oldest at {oldest}), and the pages say so beside each.",
            "Add them to the tally when they are known; if they are not, nothing need be done.",
        ),
    ),
    warning(
        "figure-bound-contradicted",
        zh=(
            "“{figure}”有两种说法：一处是{stated_zh}，另一处同一日期、同一范围是{other_zh}。",
            "核对来源，改正其中一处；“800余”指的是 800 多、不到 900。",
        ),
        en=(
            "“{figure}” is stated in two ways: {stated_en}, and {other_en} of the same date and scope.",
            "Check the source and correct one of them; more than 800 is taken to be less than 900.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*_REGISTERS, *_RELATIONS, *_SUSPICIOUS)
