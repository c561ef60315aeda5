"""A project of three hundred made-up stories with all that a site meets over the years; for tests only.

It is that of `benchmarks.corpus`, with some stories changed: long titles, photographs, corrections, missing
translations, villages in towns, places that are in none, teams, things left open, figures with a qualifier;
and with a dozen bulletins.
"""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.corpus import make_corpus

STORIES = 300
BULLETINS = 12
_PHOTO = Path(__file__).parents[1] / "cases/image/project/content/stories/road/road.jpg"
_ZH = re.compile(r"content/stories/.*case-0*(?P<number>\d+)/index\.zh\.md")

_LONG_ZH = "市政管网更新|老旧小区加装电梯|农贸市场改造和城乡道路修复|一批大家盼了多年的事陆续办成"
_LONG_EN = (
    "Municipal pipelines renewed, lifts added to old estates, the wholesale market rebuilt and rural roads "
    "repaired: things long hoped for are done one after another"
)
_PLACES = """\
village-a: {name: {zh: 甲一村, en: Jiayi Village}, kind: village, within: town-1}
village-b: {name: {zh: 甲二村, en: Jia'er Village}, kind: village, within: town-1}
estate: {name: {zh: 锦绣家园, en: Jinxiu Estate}, kind: estate}
"""
_TEAMS = "roads: {name: {zh: 道路, en: Roads}}\nhousing: {name: {zh: 住房, en: Housing}}\n"
_CORRECTION = """\
corrections:
  - date: 2020-01-06
    wrong: {zh: 路修了一半, en: half of the road is repaired}
    right: {zh: 路修好了, en: the road is repaired}
"""
_UNKNOWN = "unknown:\n  - {zh: 还有哪些路要修，没有说明。, en: Which other roads are to be repaired is not stated.}\n"


def many_files() -> dict[str, bytes]:
    """Returns the files of the project by path."""
    texts = dict(make_corpus(STORIES, characters=300, words=130))
    files: dict[str, bytes] = {}
    for path in list(texts):
        if found := _ZH.fullmatch(path):
            files |= _change(texts, path, int(found["number"]))
    texts["content/vocabulary/places.yaml"] += _PLACES
    texts["content/vocabulary/teams.yaml"] = _TEAMS
    for number in range(1, BULLETINS + 1):
        texts[f"content/bulletins/issue-{number:03}.yaml"] = _bulletin(number)
    return files | {path: text.encode() for path, text in texts.items()}


def _change(texts: dict[str, str], path: str, number: int) -> dict[str, bytes]:
    """Changes a story by its number; returns the photographs that it needs."""
    english = path.replace("index.zh", "index.en")
    zh, en = texts[path], texts[english]
    if number % 25 == 3:
        zh = re.sub(r"(?<=\ntitle: ).*", f"案例编号{{~{number}~}}：|{_LONG_ZH}", zh, count=1)
        en = re.sub(r"(?<=\ntitle: ).*", f"'Case {{~{number}~}}: {_LONG_EN}'", en, count=1)
    if number % 12 == 6:
        zh = re.sub(r"(value: |慰问金)(?=\d+元)", r"\1约", zh)
        en = re.sub(r"(?<=and )(?=[\d,]+ yuan)", "about ", en)
    zh = re.sub(r"(?<=\nplaces: )\[.*\]", _places(number), zh, count=1) if _places(number) else zh
    zh = zh.replace("\nfigures:", f"\n{_header(number)}figures:", 1)
    photos = {}
    if number % 60 == 5:
        photos[f"{path.rpartition('/')[0]}/road.jpg"] = _PHOTO.read_bytes()
        zh += "\n![修好的路](road.jpg)\n"
        en += "\n![The repaired road](road.jpg)\n"
    texts[path] = zh
    texts[english] = en
    if number % 20 == 7:
        del texts[english]
    return photos


def _places(number: int) -> str:
    return {1: "[village-a]", 2: "[village-b, town-3]", 9: "[estate]"}.get(number % 30, "")


def _header(number: int) -> str:
    lines = ""
    if number % 2:
        lines += f"published: 2020-01-{number % 28 + 1:02} 09:30\n"
    if number % 4 == 1:
        lines += "updated: 2020-02-03 16:00\n"
    if number % 3 == 0:
        lines += f"teams: [{'roads' if number % 2 else 'housing'}]\n"
    if number % 30 == 4:
        lines += _CORRECTION
    if number % 16 == 8:
        lines += _UNKNOWN
    return lines


def _bulletin(number: int) -> str:
    stories = ", ".join(f"case-{number * 20 + at:06}" for at in range(1 + number % 6))
    return (
        f"number: {number}\n"
        f"date: 2019-{number:02}-28\n"
        "title: {zh: 一批路修好了, en: Roads are repaired}\n"
        "lede: {zh: 虚构的内容。, en: Made-up content.}\n"
        f"stories: [{stories}]\n"
    )
