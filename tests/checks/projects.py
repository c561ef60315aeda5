"""A small sound project in two languages, and what is reported once some of its files are changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sfwgen.checks import check_site
from sfwgen.checks.project import Project
from sfwgen.checks.site import RULES
from sfwgen.content import load_site
from sfwgen.counters import aggregate
from sfwgen.diagnostics import Diagnostic, Severity
from sfwgen.model import Site
from tests.support.memory import MEMORY

GAS_ZH = "content/stories/gas/index.zh.md"
GAS_EN = "content/stories/gas/index.en.md"
ROAD_ZH = "content/stories/road/index.zh.md"
ROAD_EN = "content/stories/road/index.en.md"
ABOUT_ZH = "content/pages/about/index.zh.md"
ABOUT_EN = "content/pages/about/index.en.md"
BULLETIN = "content/bulletins/issue-001.yaml"
TALLY = "content/tallies/2019-mid.yaml"
METRICS = "content/vocabulary/metrics.yaml"
PLACES = "content/vocabulary/places.yaml"
UNITS = "content/vocabulary/units.yaml"
GLOSSARY = "content/vocabulary/glossary.yaml"
COUNTERS = "content/vocabulary/counters.yaml"
CONFIG = "config.yaml"

FILES: Mapping[str, str] = {
    CONFIG: """\
title: {zh: 三服务简报, en: Three Services Bulletin}
subtitle: {zh: 进展, en: Progress}
description: {zh: 工作进展, en: Progress of the work}
lede: {zh: 走访企业。, en: Enterprises are visited.}
url: https://sfw.example/
languages:
  - {id: zh, tag: zh-Hans, name: 中文}
  - {id: en, tag: en, name: English}
lines:
  enterprises:
    name: {zh: 服务企业, en: Enterprises}
    motto: {zh: 解决难题。, en: Problems solved.}
source_line: {zh: 据一份报道, en: From a report}
notice: {zh: 非官方, en: Unofficial}
""",
    GAS_ZH: """\
---
title: 东永二线|天然气管道贯通
summary: 象珠镇的企业用上天然气。
line: enterprises
places: [xiangzhu]
figures:
  - {metric: enterprises_supplied, value: 800余家}
timeline:
  - {state: done, name: {zh: 贯通, en: Through}, zh: 象珠段贯通。, en: The Xiangzhu section is through.}
sources:
  - {zh: 一份报道, en: A report}
---
管道在象珠段停工，后来贯通。

## 停工

政策处理没有谈妥。见[道路](../road/index.zh.md)和[关于](../../pages/about/index.zh.md#数字怎么读)。

## 贯通

{=enterprises_supplied}企业受益，见[上文](#停工)。
""",
    GAS_EN: """\
---
title: The Dongyong No. 2 gas line is through
summary: Enterprises in Xiangzhu Town have gas.
---
The line stood still at Xiangzhu and was then built.

## Standstill

Terms were not settled. See [the road](../road/index.en.md) and
[About](../../pages/about/index.en.md#reading-figures).

## Through

{=enterprises_supplied} benefit; see [above](#standstill).
""",
    ROAD_ZH: """\
---
title: 西城街道道路整修
summary: 道路修好了。
line: enterprises
places: [xicheng]
sources:
  - {zh: 一份报道, en: A report}
---
西城街道的道路修好了。
""",
    ROAD_EN: """\
---
title: A road repaired in Xicheng Subdistrict
summary: The road is repaired.
---
The road in Xicheng Subdistrict is repaired.
""",
    ABOUT_ZH: """\
---
title: 关于本站
summary: 内容的来历。
---
说明。

## 数字怎么读

余表示多于。
""",
    ABOUT_EN: """\
---
title: About
summary: Where the content comes from.
---
Notes.

## Reading figures

“More than” means above.
""",
    BULLETIN: """\
number: 1
title: {zh: 第一期, en: First issue}
lede: {zh: 本期内容。, en: In this issue.}
stories: [gas, road]
""",
    TALLY: """\
as_of: 2019-mid
sources: [{zh: 一份报道, en: A report}]
figures:
  - {metric: visits, value: 237次}
""",
    UNITS: """\
enterprise: {zh: 家, dimension: enterprise}
visit: {zh: 次, en: {one: visit, many: visits}, dimension: visit}
""",
    METRICS: """\
enterprises_supplied:
  label: {zh: 企业, en: Enterprises}
  noun: {zh: 企业, en: {one: enterprise, many: enterprises}}
  description: {zh: 受益企业。, en: Enterprises that benefit.}
  unit: enterprise
  kind: stock
  total: never
visits:
  label: {zh: 走访, en: Visits}
  description: {zh: 走访次数。, en: Visits made.}
  unit: visit
  kind: stock
  total: latest
""",
    COUNTERS: """\
visits:
  metric: visits
  from: tallies
  label: {zh: 走访, en: Visits}
  counted: {zh: 走访次数。, en: Visits made.}
""",
    PLACES: """\
yongkang: {name: {zh: 永康市, en: Yongkang}, kind: city}
xiangzhu: {name: {zh: 象珠镇, en: Xiangzhu Town}, kind: town, within: yongkang}
xicheng: {name: {zh: 西城街道, en: Xicheng Subdistrict}, kind: subdistrict, within: yongkang}
""",
    GLOSSARY: """\
dongyong-line:
  zh: 东永二线
  en: [Dongyong No. 2 Line, Dongyong No. 2]
  avoid: {en: [Second Dongyong Line]}
contractor:
  zh: 施工单位
  en: [contractor]
  avoid: {en: [construction unit], zh: [施工方]}
public-rental-housing:
  zh: 公租房
  en: [public rental housing]
  avoid: {zh: [廉租房], en: [low-rent housing]}
overhaul:
  zh: 整转
  en: [整转]
  settled: false
""",
}


def edit(path: str, old: str, new: str) -> dict[str, str]:
    """The file with one stretch of its text replaced."""
    assert FILES[path].count(old) == 1, f"{old!r} does not stand once in {path}"
    return {path: FILES[path].replace(old, new)}


def read(changes: Mapping[str, str | None]) -> Site:
    """The site of the project with some files replaced, added, or (None) removed; sound by itself."""
    files = {path: text for path, text in {**FILES, **changes}.items() if text is not None}
    site, faults = load_site({path: text.encode() for path, text in files.items()}, each=MEMORY.each)
    assert site is not None
    assert not faults, [(each.code, each.location, each.message("en")) for each in faults]
    return site


def diagnose(
    changes: Mapping[str, str | None] | None = None, images: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """What the site rules report, notes left out."""
    site = read(changes or {})
    counters, _ = aggregate(site)
    found = check_site(site, counters, images=images)
    for rule in RULES:
        assert {each.code for each in rule.check(Project(site, counters, images))} <= set(rule.codes)
    return tuple(each for each in found if each.severity is not Severity.NOTE)


def places(changes: Mapping[str, str | None] | None = None, images: Collection[str] = ()) -> list[str]:
    """What the site rules report as `code file:line:column`, notes left out."""
    return [shown(each) for each in diagnose(changes, images)]


def shown(each: Diagnostic) -> str:
    place = each.location
    return f"{each.code} {place.file}:{place.line}:{place.column}"
