"""A made-up project of any size, the same for the same size and seed: for measuring, never for publishing.

    python -m benchmarks.corpus FOLDER --stories 1000 [--seed 1]

Each story has about 930 Chinese characters and 400 English words, three figures that both texts cite, a
place, a line, a month. Every rule of sfwgen passes. A story depends on its number and the seed alone, and is
written as soon as it is made: a hundred thousand take no more memory than a hundred.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

TOWNS = 40
MONTHS = 24
CHARACTERS = 930
WORDS = 400

_ZH = (
    "接到反映以后，工作人员先到现场看了情况，把能办的事当场列出来。",
    "村里和社区一起开会商量，先听大家的意见，再定下施工的先后。",
    "雨天路面积水的地方，由专人记下位置，第二天就去疏通管道。",
    "施工单位按照约定的时间进场，材料堆放整齐，出入口有人看守。",
    "住在附近的老人说，晚上出门终于不用打着手电慢慢走。",
    "技术人员反复比较方案，最后选了对交通影响最小的做法。",
    "工程做完以后，社区请居民代表一起验看，提出的意见当场记下。",
    "绿化带里的杂草清理干净，补种的树苗由物业负责浇水养护。",
    "有的事情需要几个部门一起办，就由牵头的单位把时间约到一起。",
    "企业负责人介绍，过去办手续要来回跑，现在材料一次就能交齐。",
    "走访时发现的问题写进台账，办完一件，划去一件，并且告诉提出的人。",
    "沿街商户担心影响生意，施工就安排在夜里，天亮以前恢复通行。",
    "因为地下管线的位置不清楚，开挖以前先用仪器探测，避免挖断。",
    "住户提出楼道灯光太暗，物业换了灯具，还把开关改成感应的。",
    "经办人把政策逐条讲清楚，并留下资料，方便大家以后查看。",
    "从提出问题到着手解决，每一步都有人负责，也都有记录可查。",
    "河道边的栏杆松动多时，修好以后又刷了漆，孩子们玩耍时放心多。",
    "为了不影响上学和上班，早晚高峰时段暂停使用大型机械。",
)
_EN = (
    "After the report came in, staff went to the site first and listed what could be done there and then.",
    "The village and the community met to listen to residents before the order of the works was settled.",
    "Where water stood on rainy days, the places were noted and the drains cleared the day after.",
    "The contractor entered the site at the time agreed, and the way in was watched throughout.",
    "Older people living nearby say that they can go out at night without feeling their way.",
    "Engineers compared the ways of doing it and chose the one that disturbed traffic least.",
    "When the works were done, residents looked them over and their remarks were written down at once.",
    "Weeds were cleared from the beds, and the new trees are watered by the property manager.",
    "Where departments had to act together, the one in the lead brought their dates into line.",
    "The owner of a firm recalls coming back again and again; papers are handed in once now.",
    "Problems found on visits go on the list, and each is crossed off when the person who raised it is told.",
    "Shops along the street feared for their trade, so the works were done at night.",
    "Nobody knew where the pipes lay, so the ground was searched with instruments before digging.",
    "Residents found the stairs too dark; the lamps were changed and made to come on by themselves.",
    "The policy was explained point by point, and leaflets were left for people to look at later.",
    "From the first report to the result, each step has someone in charge and a record.",
    "The railing by the river had been loose for a long time; repaired and painted, it is safe to play there.",
    "So as not to disturb the way to school and work, heavy machines stood still at rush hour.",
)
_HEADINGS_ZH = ("发现问题", "怎样解决", "办成以后")
_HEADINGS_EN = ("What was found", "How it was solved", "Once it was done")
_LINES = ("enterprises", "residents", "grassroots")


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A story: its name, the year in whose folder it lies, and its two files."""

    name: str
    year: int
    zh: str
    en: str

    @property
    def folder(self) -> str:
        """Returns the folder of its files in a project."""
        return f"content/stories/{self.year}/{self.name}"


def write_corpus(folder: Path, stories: int, seed: int = 1) -> None:
    """Writes the project into an empty or new folder."""
    for path, text in make_corpus(stories, seed):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def make_corpus(
    stories: int, seed: int = 1, *, characters: int = CHARACTERS, words: int = WORDS
) -> Iterator[tuple[str, str]]:
    """Yields the files of the project, path and text; texts are about so many characters or words long."""
    yield from make_settings()
    for number in range(stories):
        story = make_story(number, seed, characters=characters, words=words)
        yield f"{story.folder}/index.zh.md", story.zh
        yield f"{story.folder}/index.en.md", story.en


def make_story(number: int, seed: int = 1, *, characters: int = CHARACTERS, words: int = WORDS) -> MadeUp:
    """Returns one story of the project."""
    random_ = random.Random(f"{seed}/{number}")
    facts = _facts(number, random_)
    zh, en = _story_zh(facts, random_, characters), _story_en(facts, random_, words)
    return MadeUp(f"case-{number:06}", 2018 + facts["year"], zh, en)


def _facts(number: int, random_: random.Random) -> dict[str, int]:
    return {
        "number": number,
        "year": random_.randrange(MONTHS) // 12,
        "month": random_.randrange(12) + 1,
        "line": random_.randrange(3),
        "town": random_.randrange(TOWNS),
        "visits": random_.randrange(3, 90),
        "households": random_.randrange(100, 900),
        "money": random_.randrange(1, 90) * 100,
    }


def _story_zh(facts: dict[str, int], random_: random.Random, characters: int) -> str:
    body = _body(_ZH, _HEADINGS_ZH, random_, characters, len, "")
    town, number = facts["town"], facts["number"]
    return f"""---
title: 案例编号{{~{number}~}}：镇里的路修好了
summary: 走访{facts["visits"]}次以后，镇里的路修好，{facts["households"]}户居民出行方便。
date: {2018 + facts["year"]}-{facts["month"]:02}
line: {_LINES[facts["line"]]}
places: [town-{town}]
figures:
  - {{metric: visits, value: {facts["visits"]}次, as_of: {2018 + facts["year"]}-{facts["month"]:02}}}
  - {{metric: households, value: {facts["households"]}户, as_of: {2018 + facts["year"]}-{facts["month"]:02}}}
  - {{metric: money, value: {facts["money"]}元, as_of: {2018 + facts["year"]}-{facts["month"]:02}}}
timeline:
  - {{date: {2018 + facts["year"]}-{facts["month"]:02}, state: done, name: {{zh: 完成, en: Done}}, zh: 路修好了。, en: The road is repaired.}}
sources:
  - {{zh: 虚构, en: Made up}}
---
工作人员走访{facts["visits"]}次，{facts["households"]}户居民受益，送出慰问金{facts["money"]}元。

{body}
"""


def _story_en(facts: dict[str, int], random_: random.Random, words: int) -> str:
    body = _body(_EN, _HEADINGS_EN, random_, words, lambda text: len(text.split()), " ")
    households, money = f"{facts['households']:,}", f"{facts['money']:,}"
    return f"""---
title: The road of case {{~{facts["number"]}~}} is repaired
summary: After {facts["visits"]} visits the road is repaired, which helps {households} households.
---
Staff made {facts["visits"]} visits; {households} households are better off, and {money} yuan in relief money was given.

{body}
"""


def _body(
    sentences: Sequence[str],
    headings: Sequence[str],
    random_: random.Random,
    length: int,
    measure: Callable[[str], int],
    joint: str,
) -> str:
    blocks: list[str] = []
    for heading in headings:
        parts: list[str] = []
        while sum(map(measure, parts)) < length / len(headings) - 15:
            parts.append(random_.choice(sentences))
        half = len(parts) // 2
        blocks += [f"## {heading}", joint.join(parts[:half]), joint.join(parts[half:])]
    blocks.insert(3, "- **现场**：看过" if joint == "" else "- **On site**: seen")
    return "\n\n".join(blocks)


def make_settings() -> Iterator[tuple[str, str]]:
    """Yields the files that are not stories: configuration, vocabulary, a page."""
    yield (
        "config.yaml",
        """title: {zh: 测量用的虚构项目, en: A made-up project for measuring}
subtitle: {zh: 虚构, en: Made up}
description: {zh: 虚构, en: Made up}
lede: {zh: 虚构的内容。, en: Made-up content.}
url: https://made-up.example/
languages:
  - {id: zh, tag: zh-Hans, name: 中文}
  - {id: en, tag: en, name: English}
lines:
  enterprises: {name: {zh: 服务企业, en: Enterprises}, motto: {zh: 虚构, en: Made up}}
  residents: {name: {zh: 服务群众, en: Residents}, motto: {zh: 虚构, en: Made up}}
  grassroots: {name: {zh: 服务基层, en: Grassroots}, motto: {zh: 虚构, en: Made up}}
official: false
notice: {zh: 虚构内容, en: Made up}
source_line: {zh: 虚构, en: made up}
""",
    )
    towns = (
        f"town-{n}: {{name: {{zh: 镇{_han(n)}, en: Town {_latin(n)}}}, kind: town}}\n" for n in range(TOWNS)
    )
    yield "content/vocabulary/places.yaml", "".join(towns)
    yield (
        "content/vocabulary/units.yaml",
        "visit: {zh: 次, en: {one: visit, many: visits}, dimension: visit}\n"
        "household: {zh: 户, en: {one: household, many: households}, dimension: household}\n"
        "yuan: {zh: 元, en: {one: yuan, many: yuan}, dimension: money, amount: true}\n",
    )
    metric = "{id}: {{label: {{zh: {zh}, en: {en}}}, description: {{zh: {zh}, en: {en}}}, unit: {unit}, kind: flow, total: sum}}\n"
    yield (
        "content/vocabulary/metrics.yaml",
        metric.format(id="visits", zh="走访", en="Visits", unit="visit")
        + metric.format(id="households", zh="受益居民", en="Households helped", unit="household")
        + metric.format(id="money", zh="慰问金", en="Relief money", unit="yuan"),
    )
    counter = "{id}: {{metric: {id}, from: stories, label: {{zh: {zh}, en: {en}}}, counted: {{zh: 虚构, en: Made up}}, home: true}}\n"
    yield (
        "content/vocabulary/counters.yaml",
        counter.format(id="visits", zh="走访", en="Visits")
        + counter.format(id="households", zh="受益居民", en="Households helped")
        + counter.format(id="money", zh="慰问金", en="Relief money"),
    )
    about = "---\ntitle: {title}\n---\n{text}\n"
    yield "content/pages/about/index.zh.md", about.format(title="关于", text="虚构的项目，用来测量。")
    yield (
        "content/pages/about/index.en.md",
        about.format(title="About", text="A made-up project for measuring."),
    )


def _han(number: int) -> str:
    return "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in str(number))


def _latin(number: int) -> str:
    return "".join("ABCDEFGHIJ"[int(digit)] for digit in str(number))


def main() -> None:
    """Writes a corpus as the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_corpus(options.folder, options.stories, options.seed)


if __name__ == "__main__":
    main()
