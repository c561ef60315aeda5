"""What a printed unit measures, the same in both languages: 公里 and kilometres are 1,000 metres."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from fractions import Fraction
from functools import cache, lru_cache
from typing import Final

from sfwgen.figures.scanning import by_phrase, by_word, phrase_list
from sfwgen.languages import family

SHARE: Final = "share"
POINTS: Final = "points"
MULTIPLE: Final = "multiple"
COUNT: Final = "count"


@dataclass(frozen=True, slots=True)
class Measure:
    """One meaning of a unit: what it measures, how many base units it is, and for a count what is counted.

    `per` is what the lower part of a rate measures, empty where none is printed, and `per_factor` its size.
    """

    dimension: str
    factor: Fraction = Fraction(1)
    counted: str = ""
    per: str = ""
    per_factor: Fraction = Fraction(1)


class Fit(IntEnum):
    """How the units of two figures go together."""

    CLASH = 0
    """They measure or count different things."""
    OPEN = 1
    """Nothing speaks against it: one of them is not printed, or is a noun of no known kind."""
    SAME = 2


def measures(unit: str, lang: str) -> tuple[Measure, ...]:
    """Returns every meaning of a printed unit, none where no unit is printed."""
    chinese = family(lang) == "zh" and (not unit.isascii() or unit in _tables()[0])
    return _chinese(unit) if chinese or (not unit.isascii() and unit > "一") else _english(unit.casefold())


def may_count(unit: str, lang: str) -> bool:
    """Returns whether a printed unit can be one of things that are counted, not only one of measurement."""
    return any(each.dimension == COUNT for each in measures(unit, lang))


@lru_cache(maxsize=4096)
def may_say_otherwise(unit: str, lang: str, other: str, other_lang: str) -> bool:
    """Returns whether two units may give the same in other numbers: months and years, or any two shares."""
    return any(
        one.dimension == two.dimension != COUNT or {one.dimension, two.dimension} <= {SHARE, MULTIPLE}
        for one in measures(unit, lang)
        for two in measures(other, other_lang)
        if one.factor != two.factor or one.dimension in (SHARE, MULTIPLE)
    )


def fit(zh: Measure, en: Measure) -> Fit:
    """Returns how one meaning of a Chinese unit and one of an English unit go together."""
    if zh.dimension != en.dimension:
        return Fit.CLASH
    if zh.per and en.per and zh.per != en.per:
        return Fit.CLASH
    if not zh.counted or not en.counted:
        return Fit.OPEN if zh.dimension == COUNT else Fit.SAME
    if en.counted in _FITTING.get(zh.counted, frozenset()):
        return Fit.SAME
    return Fit.CLASH


_SIZES: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "yuan": {
        "1": ("元 圆 块钱 元人民币 块", "yuan|rmb|cny|renminbi|¥|rmb yuan"),
        "0.1": ("角", "jiao"),
        "0.01": ("分钱", "fen"),
    },
    "dollar": {"1": ("美元", "dollar|us dollar|us$|$|usd")},
    "hong kong dollar": {"1": ("港元", "hong kong dollar|hk$")},
    "euro": {"1": ("欧元", "euro|€")},
    "yen": {"1": ("日元", "yen")},
    "pound": {"1": ("英镑", "pound|£")},
    "length": {
        "0.001": ("毫米 mm ㎜", "millimetre|millimeter|mm"),
        "0.01": ("厘米 cm ㎝", "centimetre|centimeter|cm"),
        "1": ("米 m 延米 延长米", "metre|meter|m"),
        "500": ("里 里路", "li"),
        "1000": ("公里 千米 km ㎞", "kilometre|kilometer|km"),
        "1609.344": ("英里", "mile"),
        "1852": ("海里", "nautical mile"),
    },
    "area": {
        "0.0001": ("平方厘米", "square centimetre"),
        "1": ("平方米 平米 平方 m² m2 ㎡", "square metre|square meter|sq m|m2|m²"),
        "2000/3": ("亩 亩次", "mu"),
        "10000": ("公顷 hm² ha", "hectare|ha"),
        "1000000": ("平方公里 平方千米 km² km2", "square kilometre|square kilometer|sq km|km2|km²"),
    },
    "volume": {
        "0.000001": ("毫升 立方厘米 ml mL", "millilitre|cubic centimetre|ml"),
        "0.001": ("升 L", "litre|liter"),
        "1": ("立方米 立方 方 标方 标准立方米 m³ m3 ㎥", "cubic metre|cubic meter|m3|m³"),
    },
    "mass": {
        "0.000001": ("毫克 mg", "milligram|mg"),
        "0.001": ("克 g", "gram"),
        "0.5": ("斤", "jin"),
        "1": ("千克 公斤 kg ㎏", "kilogram|kilo|kg"),
        "50": ("担", "dan"),
        "1000": (
            "吨 公吨 t 吨标准煤 吨标煤",
            "tonne|ton|metric ton|tonne of standard coal|tonnes of standard coal",
        ),
    },
    "energy": {
        "1": ("度 度电 千瓦时 kWh", "kilowatt-hour|kilowatt hour|kwh|unit of electricity"),
        "1000": ("兆瓦时", "megawatt-hour|megawatt hour|mwh"),
        "1000000": ("吉瓦时 GWh", "gigawatt-hour|gigawatt hour|gwh"),
    },
    "power": {
        "1": ("瓦", "watt"),
        "1000": ("千瓦 kW", "kilowatt|kw"),
        "1000000": ("兆瓦 MW", "megawatt|mw"),
        "1000000000": ("吉瓦 GW", "gigawatt|gw"),
    },
    "voltage": {"1": ("伏", "volt"), "1000": ("千伏 kV", "kilovolt|kv")},
    "temperature": {
        "1": ("℃ °C 摄氏度 度 °", "degree|degrees celsius|degree celsius|°c|℃"),
    },
    "sound": {"1": ("分贝 dB", "decibel|db")},
    "hours": {
        "1/3600": ("秒 s", "second"),
        "1/60": ("分钟 分 min", "minute"),
        "1/4": ("刻钟", ""),
        "1": ("小时 个小时 钟头 个钟头 h", "hour"),
        "24": ("天 日 自然日 个自然日 日历天 个日历天 昼夜 个昼夜", "day|calendar day"),
        "168": ("周 星期 个星期", "week"),
        "336": ("", "fortnight"),
    },
    "working days": {"1": ("工作日 个工作日", "working day|business day|workday")},
    "lessons": {"1": ("课时 学时 个课时 个学时", "lesson|class hour|teaching hour|period")},
    "terms": {"1": ("学期 个学期", "term|semester"), "2": ("学年 个学年", "school year|academic year")},
    "months": {
        "1": ("月 个月", "month"),
        "3": ("季度 个季度", "quarter"),
        "12": ("年 年头 个年头 周年 岁 周岁", "year|years old|year old|years of age|year of age"),
        "120": ("", "decade"),
        "1200": ("世纪 个世纪", "century|centuries"),
    },
    SHARE: {
        "1": ("ratio", "ratio"),
        "0.1": ("成 折", ""),
        "0.01": ("%", "%"),
        "0.001": ("‰", "‰|per mille"),
        "0.0001": ("‱", ""),
    },
    POINTS: {"1": ("百分点 个百分点 个点", "percentage point|point"), "0.01": ("", "basis point")},
    MULTIPLE: {"1": ("倍", "time|fold")},
}
"""Units of measurement by dimension and by how many base units one is, in Chinese and in English."""

_ALSO_COUNTED: Final = phrase_list(
    "point|degree|meter|term|period|lesson|quarter|class hour|unit of electricity|pound|foot|time"
    "|方|块|里|担|角|分"
)
"""Words that measure, and may as well be things that are counted: charging points, 五方."""

_COUNTED_ZH: Final[Mapping[str, str]] = {
    "person": "人 名 位 口",
    "household": "户",
    "attendance": "人次",
    "occasion": "次 趟 回 遍 场 轮 场次 批次 班次 车次 架次 户次 家次",
    "establishment": "家",
    "place": "镇 村 乡 街道 社区 县 乡镇 县区 县市 镇街 村社 镇乡 村庄 小区",
}
_COUNTED_EN: Final[Mapping[str, str]] = {
    "person": (
        "people|person|persons|resident|residents|villager|villagers|individual|individuals|inhabitant|inhabitants|"
        "member|members|man|men|woman|women|child|children|worker|workers|owner|owners|farmer|farmers|student|"
        "students|pupil|pupils|teacher|teachers|official|officials|doctor|doctors|expert|experts|volunteer|volunteers|"
        "graduate|graduates|patient|patients|employee|employees|staff|pensioner|pensioners|inspector|inspectors|"
        "engineer|engineers|nurse|nurses|officer|officers|firefighter|firefighters|lawyer|lawyers|delegate|delegates|"
        "leaders|cadre|cadres|veteran|veterans|retiree|retirees|athlete|athletes|runners|candidate|candidates|"
        "cleaner|cleaners|driver|drivers|technician|technicians|death|deaths|casualties|job|jobs"
    ),
    "role": (
        "visitor|visitors|passenger|passengers|tourist|tourists|participant|participants|spectator|spectators"
    ),
    "household": "household|households|family|families",
    "dwelling": "home|homes|house|houses|flat|flats|apartment|apartments|farmhouse|farmhouses",
    "attendance": "attendance|attendances|person-time|person-times|visitor-time|visitor-times",
    "occasion": (
        "visit|visits|time|times|trip|trips|session|sessions|occasion|occasions|round|rounds|inspection|inspections|"
        "check|checks|meeting|meetings|event|events|performance|performances|lecture|lectures"
    ),
    "establishment": (
        "enterprise|enterprises|company|companies|firm|firms|business|businesses|shop|shops|factory|factories|unit|units"
    ),
    "place": (
        "town|towns|village|villages|community|communities|subdistrict|subdistricts|township|townships|county|"
        "counties|estate|estates"
    ),
}
_FITTING: Final[Mapping[str, frozenset[str]]] = {
    "person": frozenset({"person", "role"}),
    "household": frozenset({"household", "dwelling", "establishment"}),
    "attendance": frozenset({"attendance", "role", "occasion"}),
    "occasion": frozenset({"occasion", "attendance"}),
    "establishment": frozenset({"establishment", "dwelling"}),
    "place": frozenset({"place"}),
}
"""What the nouns after an English number may count where Chinese has a measure word of a kind."""

_ROLES_OF_HOUSEHOLDS: Final = phrase_list(
    "owner|owners|farmer|farmers|member|members|traders|growers|herders|fishermen|tenants|merchants"
)
"""People who may stand for their household (200户业主, 200 owners)."""


@cache
def _tables() -> tuple[Mapping[str, tuple[Measure, ...]], Mapping[str, tuple[Measure, ...]]]:
    zh: dict[str, tuple[Measure, ...]] = {}
    en: dict[str, tuple[Measure, ...]] = {}
    for dimension, sizes in _SIZES.items():
        for factor, (chinese, english) in sizes.items():
            measure = Measure(dimension, Fraction(factor))
            for unit in chinese.split():
                zh[unit] = (*zh.get(unit, ()), measure)
            for unit in filter(None, english.split("|")):
                for form in (unit, f"{unit}s"):
                    en[form] = (*en.get(form, ()), measure)
    for word in _ALSO_COUNTED:
        for table, form in ((zh, word), (en, word), (en, f"{word}s")):
            if form in table:
                table[form] = (*table[form], Measure(COUNT))
    for unit, counted in by_word(_COUNTED_ZH).items():
        zh[unit] = (*zh.get(unit, ()), Measure(COUNT, counted=counted))
    for unit, counted in by_phrase(_COUNTED_EN).items():
        counted = "" if unit in _ROLES_OF_HOUSEHOLDS else counted
        en[unit] = (*en.get(unit, ()), Measure(COUNT, counted=counted))
    return zh, en


@lru_cache(maxsize=4096)
def _chinese(unit: str) -> tuple[Measure, ...]:
    if not unit:
        return ()
    base, _, lower = unit.partition("/")
    known = _tables()[0].get(base, (Measure(COUNT),))
    return tuple(_rates(known, _chinese(lower)))


@lru_cache(maxsize=4096)
def _english(unit: str) -> tuple[Measure, ...]:
    if not unit or unit.startswith("per "):
        # Per thousand may be ‰, or the lower part of a rate that has no upper one: 3 per thousand people.
        return ()
    for joint in (" per ", " a ", " an ", " each ", " every ", "/"):
        base, found, lower = unit.partition(joint)
        if found:
            return tuple(_rates(_english(base), _english(lower)))
    table = _tables()[1]
    last = unit.replace("-", " ").split()[-1] if unit.strip() else unit
    known = table.get(unit) or table.get(unit.replace("-", " "))
    if known is None:
        # Of a noun phrase the last word tells what is counted; a measure has no words before it.
        known = tuple(each for each in table.get(last, ()) if each.dimension == COUNT) or (Measure(COUNT),)
    return known


def _rates(upper: tuple[Measure, ...], lower: tuple[Measure, ...]) -> Iterator[Measure]:
    if not lower:
        yield from upper
        return
    for one in upper:
        for other in lower:
            per = other.dimension if other.dimension != COUNT else other.counted
            yield replace(one, per=per, per_factor=other.factor)
