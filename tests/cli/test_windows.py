"""The commands of a press officer's day as far as they can be tried elsewhere the way they go on Windows.

No fork, no `fcntl`, no `resource` and no modes; msvcrt's lock; output in GBK, as a Chinese Windows gives it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sfwgen.cli import exits
from tests.build.projects import small_project

ROOT = Path(__file__).resolve().parents[2]
# What is not sfwgen's own has parts for each system: it has to be there before this one looks like another.
_START = f"""
import asyncio, json, multiprocessing, ssl, subprocess, sys, tempfile, zoneinfo
import pydantic, jinja2, markdown, yaml, nh3, tornado.web, tornado.httpserver, livereload.handlers, docx
sys.path.insert(0, {str(ROOT)!r})
from tests.support.windows import pretend
pretend()
from sfwgen.cli import main
for words in json.loads(sys.argv[1]):
    print("$", *words, flush=True)
    code = main(words)
    print("->", code, flush=True)
"""


def run(project: Path, *commands: list[str]) -> dict[str, tuple[int, str]]:
    """What each command prints on both streams, and its exit code, by its words."""
    environment = {**os.environ, "PYTHONIOENCODING": "gbk", "LANG": "zh_CN"}
    environment.pop("SOURCE_DATE_EPOCH", None)
    done = subprocess.run(
        [sys.executable, "-B", "-c", _START, json.dumps(commands)],
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=True,
    )
    found: dict[str, tuple[int, str]] = {}
    for part in done.stdout.decode("gbk").split("$ ")[1:]:
        words, _, rest = part.partition("\n")
        said, _, code = rest.rpartition("-> ")
        found[words] = (int(code), said)
    return found


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str]]:
    """A project in a folder with a Chinese name, and what is done to it."""
    project = tmp_path_factory.mktemp("windows") / "工作简报"
    for path, text in small_project().items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(text.replace("\n", "\r\n").encode())
    with (project / "config.yaml").open("a", encoding="utf-8") as file:
        file.write("reviews: {stories: [责任编辑]}\r\n")
    return run(
        project,
        ["build"],
        ["new", "story", "xin-lu", "--title-zh", "新路", "--line", "grassroots"],
        ["fix"],
        ["translations", "confirm", r"content\stories\feifeng-road"],
        ["review", "--all", "--role", "责任编辑", "--date", "2019-07-01"],
        ["build", "--as-of", "2019-07-01"],
        ["build"],
        ["translations", "--format", "json"],
        ["diff"],
        ["export", "wechat", "feifeng-road"],
        ["schema", "--editor"],
    )


def test_every_command_does_what_it_does_elsewhere(day: dict[str, tuple[int, str]]) -> None:
    codes = {words: code for words, (code, _) in day.items()}
    assert codes.pop("build") == exits.FINE
    assert set(codes.values()) == {exits.FINE}, day
    assert not [words for words, (_, said) in day.items() if "自身出错" in said or "Traceback" in said]
    assert "网站已更新：案例 1 篇" in day["build --as-of 2019-07-01"][1]
    assert "已是最新" in day["build"][1]


def test_words_are_chinese_and_json_can_be_read_whatever_the_encoding(
    day: dict[str, tuple[int, str]],
) -> None:
    assert "已确认：stories/feifeng-road" in day[r"translations confirm content\stories\feifeng-road"][1]
    told = day["translations --format json"][1]
    assert told.isascii()
    texts = [piece["original"]["text"] for each in json.loads(told)["translations"] for piece in each["open"]]
    assert any("新路" in text for text in texts)
