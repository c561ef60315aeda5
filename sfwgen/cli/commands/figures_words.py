"""What the figures commands say, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from sfwgen.figures import Found, Kind, Qualifier, Quantity
from sfwgen.sentences import Sentences, teller

_WORDS: Final[Sentences] = {
    # wrong usage
    "usage-find": (
        "find 只要一个文件（或用 - 表示标准输入）：sfwgen figures find 文稿.md --lang zh",
        "find takes one file, or - for standard input: sfwgen figures find text.md --lang en",
    ),
    "usage-compare": (
        "compare 要两个文件，先中文后英文：sfwgen figures compare 中文.md 英文.md",
        "compare takes two files, Chinese first: sfwgen figures compare chinese.md english.md",
    ),
    "usage-list": (
        "list 后面不写别的：sfwgen figures list",
        "list takes no argument: sfwgen figures list",
    ),
    "usage-explain": (
        "explain 要一个数字或累计数的标识：sfwgen figures explain 案例#数字",
        "explain takes the id of a figure or counter: sfwgen figures explain story#figure",
    ),
    "usage-diff": (
        "diff 要旧的和新的（新的不写时为项目现在的样子）：sfwgen figures diff 旧 新",
        "diff takes the old state and the new one, by default the project as it is: sfwgen figures diff OLD NEW",
    ),
    "form-invalid": ("{action} 没有“{form}”这种格式。", "{action} has no format “{form}”."),
    "each-line-invalid": ("--each-line 只用于 find。", "--each-line goes with find only."),
    "stdin-twice": ("标准输入只能用一次。", "Standard input can be read only once."),
    "no-file": ("找不到文件“{file}”。", "There is no file “{file}”."),
    "is-folder": (
        "“{file}”是文件夹，这里要写里面的一个文件。",
        "“{file}” is a folder; name a file in it.",
    ),
    "file-large": ("文件“{file}”太大（超过 64 MB）。", "The file “{file}” is too large (more than 64 MB)."),
    "id-unknown": (
        "没有标识为“{id}”的数字或累计数。用 sfwgen figures list 查看全部数字。",
        "There is no figure or counter “{id}”. sfwgen figures list shows all figures.",
    ),
    "stdin-waits": ("请输入文字，按 Ctrl-D 结束：", "Type the text and end it with Ctrl-D:"),
    # find and compare
    "found": ("共找到数字 {n} 个。", "Figures found: {n}."),
    "pair": ("一致：{zh} = {en}（{at}）", "agrees: {zh} = {en} ({at})"),
    "difference": ("不一致：{what}", "differs: {what}"),
    "compared": (
        "一致 {pairs} 处，不一致 {differences} 处。",
        "{pairs} agree, {differences} differ.",
    ),
    "compared-nothing": ("两篇里都没有找到数字。", "There are no figures in either text."),
    # list and explain
    "draft": ("（草稿，未公开）", " (draft, not public)"),
    "cited-nowhere": ("文中没有引用", "not cited in any text"),
    "listed": (
        "共有数字 {n} 个，其中文中引用的 {cited} 个。",
        "{n} figures, {cited} of them cited in the texts.",
    ),
    "label": ("名称", "name"),
    "metric": ("指标", "metric"),
    "definition": ("定义", "definition"),
    "counted": ("口径", "what is counted"),
    "not-counted": ("不包括", "not counted"),
    "printed": ("写法", "printed"),
    "meaning": ("含义", "meaning"),
    "statistic": ("统计量", "statistic"),
    "scope": ("范围", "scope"),
    "example": ("举例", "example"),
    "example-text": (
        "只代表一例，不计入任何累计数",
        "stands for one case and enters no counter",
    ),
    "note": ("说明", "note"),
    "as-of": ("时间", "as of"),
    "as-of-unknown": ("未说明", "not stated"),
    "source": ("来源", "source"),
    "stated": ("出处", "stated"),
    "cited": ("引用", "cited"),
    "counters": ("累计数", "counters"),
    "counter-enters": ("计入 {id}（{label}）", "enters {id} ({label})"),
    "counter-without": ("未计入 {id}（{label}）：{reason}", "not in {id} ({label}): {reason}"),
    "counter-none": ("没有累计这项指标的累计数", "no counter counts this metric"),
    "counter-draft": ("草稿不计入累计数", "a draft enters no counter"),
    "reason-example": ("只代表一例", "it stands for one case"),
    "reason-other_source": (
        "来源不同，只取另一类文件的数字",
        "the counter takes figures of the other kind of file",
    ),
    "reason-older": ("有更新的数字", "a later figure replaces it"),
    "reason-smaller": ("只取最大的", "only the largest counts"),
    "reason-refused": ("这个累计数不作合计（{code}）", "this counter has no total ({code})"),
    "total": ("合计", "total"),
    "total-none": ("没有可以合计的数字", "nothing to total"),
    "total-refused": ("不作合计：{text}", "refused: {text}"),
    "goes-in": ("计入", "goes in"),
    "left-out": ("未计入", "left out"),
    # diff
    "not-a-state": (
        "“{name}”既不是项目文件夹，也不是 figures.json，也不是 git 版本。",
        "“{name}” is no project folder, no figures.json and no git revision.",
    ),
    "not-published": (
        "“{name}”不是网站公布的 figures.json。",
        "“{name}” is no figures.json of a published site.",
    ),
    "no-git": (
        "要读取 git 版本“{name}”，这台电脑上需要装有 git，但没有找到。也可以直接比较两个文件夹。",
        "To read the git revision “{name}”, git has to be installed, and it was not found. Two folders can be compared without it.",
    ),
    "no-repository": (
        "没有“{name}”这个文件夹或文件；项目文件夹也不在可用的 git 仓库里，不能按版本读取（{text}）。",
        "There is no folder or file “{name}”, and the project's folder is in no git repository that could have such a revision ({text}).",
    ),
    "git-failed": ("git 没有给出版本“{name}”：{text}", "git did not give the revision “{name}”: {text}"),
    "state-faulty": ("“{name}”的内容有错误：", "There are errors in the content of “{name}”:"),
    "diff-title": ("公开数字的变化", "Changes to the public numbers"),
    "diff-range": ("从 {old} 到 {new}", "From {old} to {new}"),
    "diff-none": ("公开的数字没有变化。", "No public number changes."),
    "diff-figures": ("数字", "Figures"),
    "diff-counters": ("累计数", "Counters"),
    "diff-pages": ("涉及的网页", "Pages affected"),
    "diff-translations": ("需要重新核对的译文", "Translations to look at again"),
    "diff-texts-unknown": (
        "只比较了公布的数据，看不出涉及哪些译文。",
        "Only published data was compared, which does not tell of translations.",
    ),
    "added": ("新增", "added"),
    "removed": ("删去", "removed"),
    "changed": ("改动", "changed"),
    "column-figure": ("数字", "figure"),
    "column-change": ("变化", "change"),
    "column-before": ("原来", "before"),
    "column-after": ("现在", "after"),
    "stale-wording": ("原文改了，译文没有改", "the original was reworded, the translation was not"),
    "stale-figures": ("仍照旧写着 {figures}", "still says {figures} as it was"),
    "field-label": ("名称", "name"),
    "field-printed": ("写法", "wording"),
    "field-amount": ("数值", "value"),
    "field-qualifier": ("限定", "qualifier"),
    "field-unit": ("单位", "unit"),
    "field-as_of": ("时间", "as-of"),
    "field-statistic": ("统计量", "statistic"),
    "field-scope": ("范围", "scope"),
    "field-example": ("是否举例", "example or not"),
    "field-refusal": ("能否合计", "whether it can be totalled"),
    "field-parts": ("计入的数字", "what goes in"),
}

_QUALIFIERS: Final[Mapping[Qualifier, tuple[str, str]]] = {
    Qualifier.EXACT: ("{n}", "{n}"),
    Qualifier.ABOUT: ("约 {n}", "about {n}"),
    Qualifier.MORE_THAN: ("多于 {n}", "more than {n}"),
    Qualifier.AT_LEAST: ("不少于 {n}", "at least {n}"),
    Qualifier.NEARLY: ("接近 {n}", "nearly {n}"),
    Qualifier.LESS_THAN: ("少于 {n}", "less than {n}"),
    Qualifier.AT_MOST: ("不多于 {n}", "at most {n}"),
    Qualifier.RANGE: ("{low} 到 {high}", "{low} to {high}"),
    Qualifier.INDEFINITE: ("没有确数", "no number stated"),
    Qualifier.NONE: ("0", "0"),
}
_STATISTICS: Final[Mapping[str, tuple[str, str]]] = {
    "average": ("平均", "average"),
    "peak": ("最高", "peak"),
    "lowest": ("最低", "lowest"),
}
_EXTRAS: Final[Mapping[str, tuple[str, str]]] = {
    "order": ("，数量级 {n}", ", of the order of {n}"),
    "unit": ("，单位 {unit}", ", unit {unit}"),
    "statistic": ("，{statistic}", ", {statistic}"),
    "up": ("，增", ", up"),
    "down": ("，降", ", down"),
}

_KINDS: Final[Mapping[Kind, tuple[str, str]]] = {
    Kind.MISSING_EN: ("中文的“{zh}”，英文里没有", "the Chinese “{zh}” is missing in English"),
    Kind.MISSING_ZH: ("英文的“{en}”，中文里没有", "the English “{en}” is missing in Chinese"),
    Kind.MAGNITUDE: (
        "“{zh}”和“{en}”数字相同，大小差了若干位（多了或少了万、亿、thousand、million）",
        "“{zh}” and “{en}” have the same digits but not the same size: a 万, 亿, thousand or million too many or too few",
    ),
    Kind.MILLION_FOR_YI: (
        "“{zh}”译成了“{en}”：1亿是100 million",
        "“{zh}” became “{en}”: 1亿 is 100 million",
    ),
    Kind.TRANSPOSED: (
        "“{zh}”和“{en}”的数字顺序颠倒了",
        "the digits of “{zh}” and “{en}” stand in another order",
    ),
    Kind.ROUNDING: (
        "“{zh}”和“{en}”一处取了整，两种语言的有效数字应当相同",
        "one of “{zh}” and “{en}” is rounded; both languages should show the same digits",
    ),
    Kind.VALUE: ("“{zh}”和“{en}”数值不同", "“{zh}” and “{en}” are different values"),
    Kind.UNIT: ("“{zh}”和“{en}”单位不同", "“{zh}” and “{en}” are in different units"),
    Kind.QUALIFIER_DROPPED: ("“{zh}”的限定，英文“{en}”漏了", "“{en}” drops the qualifier of “{zh}”"),
    Kind.QUALIFIER_ADDED: ("英文“{en}”的限定，中文“{zh}”没有", "“{en}” has a qualifier that “{zh}” has not"),
    Kind.QUALIFIER_STRONGER: ("英文“{en}”说得比中文“{zh}”更满", "“{en}” claims more than “{zh}”"),
    Kind.QUALIFIER_WEAKER: ("英文“{en}”说得比中文“{zh}”更弱", "“{en}” claims less than “{zh}”"),
    Kind.QUALIFIER_SWAPPED: (
        "“{zh}”和“{en}”的限定不同",
        "“{zh}” and “{en}” have different qualifiers",
    ),
    Kind.STATISTIC: (
        "“{zh}”和“{en}”统计量不同（平均、最高）",
        "“{zh}” and “{en}” are not the same statistic (average, peak)",
    ),
    Kind.DIRECTION: (
        "“{zh}”和“{en}”增减方向相反",
        "“{zh}” and “{en}” go in opposite directions",
    ),
    Kind.DATE: (
        "“{zh}”和“{en}”日期不同",
        "“{zh}” and “{en}” are not the same date",
    ),
}


tell = teller(_WORDS)


def kind_words(lang: str, kind: Kind, zh: str, en: str) -> str:
    """Returns what is wrong between two figures."""
    return _in(lang, _KINDS[kind]).format(zh=zh, en=en)


def in_words(lang: str, found: Found) -> str:
    """Returns what a figure says: its value with its qualifier, unit, statistic and direction."""
    text = quantity_words(lang, found.quantity, found.parts)
    if found.unit:
        text += _in(lang, _EXTRAS["unit"]).format(unit=found.unit)
    if found.statistic:
        text += _in(lang, _EXTRAS["statistic"]).format(statistic=statistic_words(lang, found.statistic))
    return text + (_in(lang, _EXTRAS[found.direction]) if found.direction else "")


def statistic_words(lang: str, statistic: str | None) -> str:
    """Returns what a statistic is called; nothing where there is none."""
    return _in(lang, _STATISTICS.get(statistic or "", (statistic or "", statistic or "")))


def quantity_words(lang: str, quantity: Quantity, parts: tuple[int, int] | None = None) -> str:
    """Returns what a quantity says about the true number."""
    number = f"{parts[0]}/{parts[1]}" if parts else _number(quantity.value)
    text = _in(lang, _QUALIFIERS[quantity.qualifier]).format(
        n=number, low=_number(quantity.low), high=_number(quantity.high)
    )
    if quantity.hedged:
        text = _in(lang, _QUALIFIERS[Qualifier.ABOUT]).format(n=text)
    if quantity.base is not None:
        text += _in(lang, _EXTRAS["order"]).format(n=_number(quantity.base))
    return text


def _number(number: object) -> str:
    if not isinstance(number, Decimal):
        return "" if number is None else str(number)
    digits = format(number, ",f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _in(lang: str, pair: tuple[str, str]) -> str:
    return pair[0] if lang == "zh" else pair[1]
