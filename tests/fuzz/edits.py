"""Valid projects, edited as people, programs and accidents edit them: structure first, bytes last."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from sfwgen.resources import starter_files, theme_files
from tests.support.trees import files

_TESTS = Path(__file__).resolve().parents[1]
Files = dict[str, bytes]
Chance = random.Random

VALUES = (
    *(
        "",
        "~",
        "null",
        "true",
        "no",
        "[]",
        "{}",
        "[[]]",
        "{a: {b: {c: d}}}",
        "[a, b, c]",
        "''",
        '""',
        "'",
        '"',
        "|",
        ">-",
    ),
    *(
        "0",
        "-1",
        "007",
        "1e9999",
        "0x1F",
        "1_000",
        ".5",
        "5.",
        "∞",
        "NaN",
        "9" * 40,
        "12:30",
        "1/0",
        "50%",
        "‰",
    ),
    *(
        "2019",
        "2019-02-30",
        "2019-13",
        "2019-6-27",
        "0000-00-00",
        "9999-12-31",
        "2019-mid",
        "2019-05~",
        "2019-05/2018-01",
    ),
    *(
        "200米",
        "三户",
        "约八百余家",
        "8.4万名",
        "零",
        "几十户",
        "3至5户",
        "5至3户",
        "百分之五十",
        "half",
        "a dozen or so",
    ),
    *(
        "more than 800 enterprises",
        "200",
        "米",
        "-200米",
        "1/3",
        "〇〇七",
        "廿",
        "两万五千里",
        "十万八千",
        "万万亿",
    ),
    *(
        "&a",
        "*a",
        "<<: *a",
        "!!python/object:x",
        "!x y",
        "? a",
        "- ",
        ": ",
        "#",
        "%",
        "@",
        "`",
        "…",
        "---",
        "...",
        "{=x}",
        "{~x~}",
    ),
    *(
        "<b>",
        "</div>",
        "<script>",
        "[x](y)",
        "![x](y.jpg)",
        "[^1]",
        "|",
        "a|b",
        "**",
        "`",
        "\\",
        "&amp;",
        "&#0;",
        "&#xD800;",
    ),
    *(
        "../../etc/passwd",
        "/etc/passwd",
        "con",
        "a/b",
        "a\\b",
        "index.html",
        "zh",
        "en",
        "fr",
        "gas-pipeline",
        "feifeng",
    ),
    *(
        "\u200b",
        "\u202e",
        "\ufeff",
        "\u00a0",
        "\u3000",
        "\u2028",
        "\ue000",
        "\U0001f600",
        "é",
        "e\u0301",
        "İ",
        "ß",
        "𠮷",
        "\t",
    ),
    *(
        "{{ x }}",
        "{% x %}",
        "：",
        "，",
        "“”",
        "（）",
        "＃",
        "１",
        "①",
        "㈱",
        "x" * 300,
        "字" * 200,
        "https://a.cn/",
        "http://[",
        "//a",
    ),
)
"""What may stand where something else stood."""
KEYS = (
    "title summary line places teams figures metric value unit label id as_of period scope note example statistic quantity qualifier "
    "base low high sources zh en date draft extra aliases published updated corrections timeline state name panel heading unknown "
    "before_after image alt drawing number stories lede url languages tag lines motto tally columns field publish from counted home "
    "kind within total factor dimension also one many publish_at expires_at privacy_overrides contacts figures official_site"
).split()
BLOCKS = (
    *(
        "# 标题",
        "## 标题",
        "####### x",
        "- 一\n- 二\n    - 三",
        "1. 一\n3. 二",
        "> 引\n> > 引",
        "```\n代码\n```",
        "```\n未完",
        "    缩进",
    ),
    *(
        "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
        "|---|",
        "词\n: 释",
        "[^1]\n\n[^1]: 注",
        "[^2]",
        "[a]: b",
        "<div>\n\n甲",
        "<!-- 注 -->",
        "***",
        "![图](a.jpg)",
    ),
    *(
        "永康市共走访237次，涉及800余家企业。",
        "We visited 237 times, more than 800 enterprises.",
        "增长了50%，比上年多三分之一。",
        "{=visits}次",
    ),
)
SENTENCES = (
    *(
        "又去看了一次，大家都说好。",
        "*一句*、**一句**和`一句`，还有[网站](https://www.example.com/)。",
        "> 有人这样说。",
    ),
    *("- 甲\n- 乙\n    - 丙", "1. 甲\n2. 乙", "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |", "## 后来\n\n都办好了。"),
    *("词\n: 释义", "见注[^a1]。\n\n[^a1]: 一条注。", "<b>重要</b>，<small>小字</small>", "![](none.jpg)"),
    *(
        "We went again, and people were glad.",
        "*One*, **two** and `three`, and [a site](https://www.example.com/).",
    ),
    *(
        "2019年5月的事。",
        "第3期。",
        "12345热线。",
        "约{~100~}。",
        "&copy; &#169; &nbsp;",
        "\\*星\\*",
        "a" * 900,
    ),
)
TOKEN = re.compile(r"[A-Za-z_][\w-]*|\d[\d.,]*|[\u4e00-\u9fff]+|[^\s\w]+")
TEXTS = (".md", ".yaml", ".csv", ".html")


@cache
def bases() -> tuple[Mapping[str, bytes], ...]:
    """The projects that are edited: the example, the small one of the bad projects, and those of the golden cases."""
    small = files(_TESTS / "bad" / "_base") or {}
    cases = [files(folder) or {} for folder in sorted((_TESTS / "cases").glob("*/project"))]
    return (small, small, *cases, dict(starter_files()))


def edited(chance: Chance) -> Files:
    """A project after some edits."""
    made = dict(chance.choice(bases()))
    # What breaks a header is told at once: half of the projects are edited below theirs only, and come further.
    edits = chance.choice((EDITS, BELOW_HEADERS))
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        chance.choice(edits)(made, chance)
    return made


def _text(files: Files, chance: Chance) -> tuple[str, list[str]]:
    """A text file of the project and its lines, with their ends."""
    paths = sorted(path for path in files if path.endswith(TEXTS)) or ["config.yaml"]
    path = chance.choice(paths)
    return path, files.get(path, b"").decode("utf-8", "replace").splitlines(keepends=True) or ["\n"]


def _lines(change: Callable[[list[str], int, Chance], object]) -> Callable[[Files, Chance], None]:
    """An edit of the lines of a file, near one of them."""

    def edit(files: Files, chance: Chance) -> None:
        path, lines = _text(files, chance)
        change(lines, chance.randrange(len(lines)), chance)
        files[path] = "".join(lines).encode("utf-8", "surrogatepass")

    return edit


def _swap(lines: list[str], at: int, chance: Chance) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _move(lines: list[str], at: int, chance: Chance) -> None:
    lines[at] = " " * chance.choice((1, 2, 4)) + lines[at] if chance.random() < 0.5 else lines[at].lstrip()


def _value(lines: list[str], at: int, chance: Chance) -> None:
    key, colon, _ = lines[at].partition(":")
    lines[at] = f"{key}{colon or ':'} {chance.choice(VALUES)}\n"


def _key(lines: list[str], at: int, chance: Chance) -> None:
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    lines.insert(at, f"{indent}{chance.choice(KEYS)}: {chance.choice(VALUES)}\n")


def _rename(lines: list[str], at: int, chance: Chance) -> None:
    lines[at] = re.sub(r"[\w-]+(?=:)", chance.choice(KEYS), lines[at], count=1)


def _token(lines: list[str], at: int, chance: Chance) -> None:
    found = [*TOKEN.finditer(lines[at])]
    if found:
        one = chance.choice(found)
        lines[at] = lines[at][: one.start()] + chance.choice(VALUES) + lines[at][one.end() :]


def _insert(lines: list[str], at: int, chance: Chance) -> None:
    place = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:place] + chance.choice(VALUES) + lines[at][place:]


def _block(lines: list[str], at: int, chance: Chance) -> None:
    lines.insert(chance.choice((at, len(lines))), f"\n{chance.choice(BLOCKS)}\n\n")


def _drop(lines: list[str], at: int, chance: Chance) -> None:
    del lines[at : at + chance.choice((1, 1, 1, 3))]


def _cut(lines: list[str], at: int, chance: Chance) -> None:
    del lines[at + 1 :]
    lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]


def _splice(files: Files, chance: Chance) -> None:
    path, lines = _text(files, chance)
    _, others = _text(files, chance)
    at, from_ = chance.randrange(len(lines)), chance.randrange(len(others))
    lines[at:at] = others[from_ : from_ + chance.randint(1, 12)]
    files[path] = "".join(lines).encode("utf-8", "surrogatepass")


def _path(files: Files, chance: Chance) -> str:
    return chance.choice(sorted(files) or ["config.yaml"])


def _remove(files: Files, chance: Chance) -> None:
    files.pop(_path(files, chance), None)


def _copy(files: Files, chance: Chance) -> None:
    one, other = _path(files, chance), _path(files, chance)
    files[other] = files.get(one, b"")


def _place(files: Files, chance: Chance) -> None:
    path = _path(files, chance)
    parts = path.split("/")
    parts[chance.randrange(len(parts))] = chance.choice(
        ("index.zh.md", "index.fr.md", "新", "a b", "A", "x.yaml", "stories", "2019")
    )
    files["/".join(parts)] = files.get(path, b"")


def _bytes(files: Files, chance: Chance) -> None:
    path = _path(files, chance)
    data = bytearray(files.get(path, b"") or b"x")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data))
        data[at : at + chance.randint(0, 4)] = bytes(chance.choices(range(256), k=chance.randint(0, 4)))
        data = data or bytearray(b"x")
    files[path] = bytes(data)


def _encode(files: Files, chance: Chance) -> None:
    path, lines = _text(files, chance)
    text = "".join(lines)
    encoding = chance.choice(("gb18030", "utf-16", "utf-8-sig", "big5", "latin-1"))
    files[path] = text.replace("\n", chance.choice(("\n", "\r\n", "\r"))).encode(encoding, "replace")


def _body(change: Callable[[list[str], int, Chance], object]) -> Callable[[Files, Chance], None]:
    """An edit of the lines below the header of a document."""

    def edit(files: Files, chance: Chance) -> None:
        path = chance.choice(sorted(path for path in files if path.endswith(".md")) or ["config.yaml"])
        header, fence, body = files.get(path, b"").decode("utf-8", "replace").rpartition("---\n")
        lines = body.splitlines(keepends=True) or ["\n"]
        change(lines, chance.randrange(len(lines)), chance)
        files[path] = f"{header}{fence}{''.join(lines)}".encode("utf-8", "surrogatepass")

    return edit


def _sentence(lines: list[str], at: int, chance: Chance) -> None:
    lines.insert(at, f"\n{chance.choice(SENTENCES)}\n\n")


def _override(files: Files, chance: Chance) -> None:
    """A file of the theme is replaced by itself with something more."""
    path = chance.choice(sorted(path for path in theme_files() if path.endswith((".html", ".css", ".js"))))
    files[f"templates/{path}"] = theme_files()[path] + b"\n"


BELOW_HEADERS: tuple[Callable[[Files, Chance], None], ...] = (
    *map(_body, (_sentence, _sentence, _sentence, _block, _block, _swap, _drop, _token, _insert)),
    *(_body(lambda lines, at, _: lines.insert(at, lines[at])), _override),
)
EDITS: tuple[Callable[[Files, Chance], None], ...] = (
    *map(
        _lines,
        (_swap, _move, _value, _value, _value, _key, _key, _rename, _token, _token, _token, _insert, _insert),
    ),
    *map(_lines, (_block, _block, _drop, _drop, _cut, lambda lines, at, _: lines.insert(at, lines[at]))),
    *(_splice, _splice, _remove, _copy, _place, _bytes, _encode),
)
