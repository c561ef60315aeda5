"""`sfwgen reconcile` on a file of totals, parts and rates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sfwgen.cli import main

SUMS = """\
走访: {total: 237次, parts: {企业: 219次, 基层: 18次}}
用气: {total: 8.4万名, parts: [84237名]}
其中: {total: 42件, parts: [35件], complete: false}
解决率: {share: {part: 35件, whole: 42件, percent: 83.3%}}
"""


def run(tmp_path: Path, text: str | bytes, *options: str) -> int:
    file = tmp_path / "合计.yaml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return main(["reconcile", str(file), *options])


def test_each_statement_gets_its_verdict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, SUMS, "--lang", "zh") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "相符：走访 237次 = 企业 219次 + 基层 18次",
        "四舍五入后相符：用气 8.4万名 = 84237名，算得 84237，差额 -237",
        "无法核对：其中 42件 = 35件，算得 35，差额 7，列出的只是一部分",
        "四舍五入后相符：解决率 83.3% = 部分 35件 / 整体 42件，算得 83.33%，相差 -0.03 个百分点",
        "核对 4 项：相符 1，四舍五入后相符 2，不符 0，无法核对 1。",
    ]


def test_a_mismatch_ends_with_1_and_says_by_how_much(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "a: {total: 237 visits, parts: [200 visits, 18 visits]}\n", "--lang", "en") == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "mismatch: a 237 visits = 200 visits + 18 visits, it comes to 218, remainder 19"
    )


def test_json_has_verdict_remainder_and_what_was_stated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "a: {total: 237次, parts: {b: 200次, c: 18次}}\n", "--format", "json") == 1
    report = json.loads(capsys.readouterr().out)
    assert report["diagnostics"] == []
    assert report["results"] == [
        {
            "name": "a",
            "kind": "total",
            "verdict": "mismatch",
            "reason": "fewer",
            "stated": "237次",
            "terms": [{"name": "b", "stated": "200次"}, {"name": "c", "stated": "18次"}],
            "expected": "218",
            "remainder": "19",
        }
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: {total: 5户, parts: [3次, 2户]}\n", "sums-units"),
        ("a: {total: 5户, parts: [XX户]}\n", "figure-placeholder"),
        ("a: {total: 5户, parts: {b: 很多户}}\n", "figure-unreadable"),
        ("a: {total: 5户}\n", "relation-form"),
        ("a: 5户\n", "value-not-mapping"),
        ("a: {share: {part: 3户, whole: 5户, percent: 60户}}\n", "sums-percent"),
        ("- a\n", "yaml-not-mapping"),
        ("走访: {total: 1次, parts: [1次]}\n".encode("gbk"), "encoding-gbk"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | bytes, code: str
) -> None:
    assert run(tmp_path, text, "--lang", "zh") == 1
    assert f"[{code}]" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reconcile", str(tmp_path / "nothing.yaml"), "--lang", "zh"]) == 2
    assert "找不到文件" in capsys.readouterr().err


def test_an_empty_file_says_that_there_was_nothing_to_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "# 还没有\n", "--lang", "zh") == 0
    assert "没有可以核对的内容" in capsys.readouterr().out
