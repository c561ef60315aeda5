"""Why each file of a site was made, in words and as data: counts by reason, then names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sfwgen.cli.words import number, say

if TYPE_CHECKING:
    from sfwgen.build.explaining import Explanation, InputChanges, Made

_SHOWN = 5
"""How many names of a kind stand in the text; all of them are in the JSON."""

REASONS: dict[str, tuple[str, str]] = {
    "text": ("正文、标题等文字改了", "its text changed"),
    "figure": ("案例的数字改了", "the figures of its story changed"),
    "counter": ("累计数改了", "a counter changed"),
    "list": ("列出的案例改了", "the stories that it lists changed"),
    "neighbour": ("前一篇或后一篇改了", "the story before or after it changed"),
    "related": ("相关案例改了", "a related story changed"),
    "language": ("另一种语言的版本改了", "its version in another language changed"),
    "picture": ("图片改了", "a picture changed"),
    "issue": ("最新一期简报改了", "the newest issue changed"),
    "search": ("搜索索引改了", "the search index changed"),
    "head": ("网页的说明或外框改了", "what the page says of itself, or its frame, changed"),
    "data": ("内容改了，数据文件跟着改", "a file of data: the content changed"),
    "template": ("模板改了", "a template changed"),
    "strings": ("界面文字改了", "interface strings changed"),
    "static": ("样式或脚本改了", "a style sheet or script changed"),
    "vocabulary": ("词汇表改了", "the vocabulary changed"),
    "config": ("config.yaml 改了", "config.yaml changed"),
    "options": ("生成的选项改了", "the options of the build changed"),
    "engine": ("sfwgen、所用的库或 Python 换了", "sfwgen, a library or Python changed"),
    "new": ("新的文件", "new"),
    "gone": ("不再需要，已删除", "no longer wanted, removed"),
    "otherwise": (
        "网站里的不是上次生成的样子，已恢复",
        "missing, or not as the last build left it: put back",
    ),
    "forgotten": ("没有留下记录，重新生成", "nothing was remembered of it, made again"),
}
"""What each reason is called, in Chinese and English."""


def print_explanation(explanation: Explanation, lang: str) -> str:
    """Returns the explanation as text."""
    return "".join(f"{line}\n" for line in _lines(explanation, lang))


def explanation_data(explanation: Explanation) -> dict[str, object]:
    """Returns the explanation as data for JSON, every file by its name."""
    groups = _by_reason(explanation.made)
    return {
        "inputs": None if explanation.inputs is None else _inputs_data(explanation.inputs),
        "reasons": [
            {"id": id_, "zh": REASONS[id_][0], "en": REASONS[id_][1], "files": len(groups[id_])}
            for id_ in REASONS
            if id_ in groups
        ],
        "files": [
            {
                "path": each.path,
                "did": each.did.value,
                "reasons": [reason.value for reason in each.reasons],
                "sources": list(each.sources),
            }
            for each in explanation.made
        ],
        "kept": list(explanation.kept),
    }


def _inputs_data(inputs: InputChanges) -> dict[str, object]:
    return {
        "new": list(inputs.new),
        "changed": list(inputs.changed),
        "removed": list(inputs.removed),
        "options": inputs.options,
        "engine": list(inputs.engine),
    }


def _lines(explanation: Explanation, lang: str) -> Iterator[str]:
    yield say(lang, "explain-head")
    if explanation.inputs is None:
        yield say(lang, "explain-first")
    else:
        yield from _inputs(explanation.inputs, lang)
    counts = _counts(explanation, lang)
    yield say(lang, "explain-files", counts=counts)
    groups = _by_reason(explanation.made)
    for id_, (zh, en) in REASONS.items():
        if id_ in groups:
            names = _names([each.path for each in groups[id_]], lang)
            words = zh if lang == "zh" else en
            yield say(lang, "explain-reason", n=len(groups[id_]), words=words, names=names)


def _inputs(inputs: InputChanges, lang: str) -> Iterator[str]:
    kinds = (("new", inputs.new), ("changed", inputs.changed), ("removed", inputs.removed))
    for kind, paths in kinds:
        if paths:
            file_s = number(len(paths), "file", "files")
            yield say(lang, f"explain-{kind}", n=len(paths), file_s=file_s, names=_names(paths, lang))
    if inputs.options:
        yield say(lang, "explain-options")
    if inputs.engine:
        yield say(lang, "explain-engine", names=_names(inputs.engine, lang))
    if not (inputs.paths or inputs.options or inputs.engine):
        yield say(lang, "explain-nothing")


def _counts(explanation: Explanation, lang: str) -> str:
    numbers = {"kept": len(explanation.kept)}
    for each in explanation.made:
        numbers[each.did] = numbers.get(each.did, 0) + 1
    kinds = ("new", "changed", "restored", "same", "removed", "kept")
    parts = [say(lang, f"did-{kind}", n=numbers[kind]) for kind in kinds if numbers.get(kind)]
    return ("、" if lang == "zh" else ", ").join(parts)


def _by_reason(made: Sequence[Made]) -> dict[str, list[Made]]:
    groups: dict[str, list[Made]] = {}
    for each in made:
        for reason in each.reasons:
            groups.setdefault(reason.value, []).append(each)
    return groups


def _names(paths: Sequence[str], lang: str) -> str:
    from sfwgen.cli.console import shown

    names = ("、" if lang == "zh" else ", ").join(map(shown, paths[:_SHOWN]))
    more = len(paths) - _SHOWN
    return names + (say(lang, "explain-more", n=more) if more > 0 else "")
