"""What goes through the form unchanged comes out byte for byte; what is changed changes nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sfwgen.content.frontmatter import parse_document
from sfwgen.content.nodes import MappingNode, Node, Scalar
from sfwgen.content.nodes import Sequence as SequenceNode
from sfwgen.content.yaml import parse_mapping
from tests.serve.forms.conftest import Forms

OWN = Path(__file__).parents[3] / "content"
_RUN = """async ([kind, text, change]) => {
  const { readText, writeText } = await import('/admin/format.js');
  const { config } = (window.settings ??= await (await fetch('/admin/settings.json')).json());
  const { fields } = config.collections.find(({ name }) => name === kind);
  const how = { header: kind === 'stories' || kind === 'pages' };
  const content = readText(text.trim().replaceAll('\\r\\n', '\\n'), fields, how);
  // The form fills in what a document does not say.
  const shown = content.line === undefined ? fields.filter(({ i18n }) => i18n) : fields;
  shown.forEach(({ name, widget }) => {
    content[name] ??= widget === 'boolean' ? false : widget === 'list' ? [] : widget === 'object' ? null : '';
  });
  Object.assign(content, change);
  return writeText(content, fields, how).trim();
}"""

AWKWARD = """\
---
# 这份文件是手写的  # 有注释
title:   "2019年：一条|路"   # 标题
summary: >-
  修好了
  一段路。
name: { zh: 一段路,  en: 'A road' }
date: 2019-mid~
line: grassroots   # 服务线

places: [ feifeng ]
extra: {owner: 办公室, 编号: 007, since.day: 1e3}
figures:
  # 先写路
  - {metric: road_length, value: "1,200米", as_of: 2019}
  - id: rate
    value: 1.10
    label: {zh: 比率, en: Rate}   # 单独的数字
    quantity: {qualifier: about, value: 0010}
    example: true
  - {metric: road_length, id: other, value: +8米, period: 2019-01/2019-06-late}
draft: false
aliases:
- old/road.html
sources:
- zh: 2019年年中报纸报道
  en: |-
    A newspaper report
- { zh: 另一份, en: Another, url: https://example.org/a#b }
published: 2019-07-02 09:30
---


第一段 {=road_length}，{~一包四联~}。

| 表 | 头 |
|----|----|
| *a* | \\_b\\_ |

<!-- 说明 -->
最后一行[^1]。

[^1]: 脚注
"""
AWKWARD_EN = """\
---
title: 'A road: {=road_length} mended'
summary: "Mended: all of it # and more"
---
    An indented first line.

Text with 84,000 residents.
"""


def through(forms: Forms, kind: str, text: str, **change: object) -> str:
    """What a document becomes that is saved in the form after a change."""
    return str(forms.page.evaluate(_RUN, [kind, text, change]))


def header(text: str) -> Any:  # noqa: ANN401 - what YAML may hold
    """The header of a text, as sfwgen reads it."""
    if text.startswith("---"):
        document, faults = parse_document(text, "a.md")
        assert not faults
        assert document is not None
        return plain(document.header)
    node, faults = parse_mapping(text, "a.yaml")
    assert not faults
    return plain(node)


def plain(node: Node | None) -> Any:  # noqa: ANN401 - what YAML may hold
    """A node as lists, mappings and texts."""
    if isinstance(node, MappingNode):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, SequenceNode):
        return [plain(each) for each in node.items]
    return node.text if isinstance(node, Scalar) else None


def documents() -> Mapping[str, str]:
    """The documents of the example that a form edits, by path."""
    return {
        path.relative_to(OWN).as_posix(): path.read_bytes().decode()
        for kind in ("stories", "pages", "bulletins", "tallies")
        for path in sorted((OWN / kind).rglob("index.*.md" if kind in ("stories", "pages") else "*.yaml"))
    }


def test_every_document_of_the_example_comes_back_as_it_was(forms: Forms) -> None:
    for path, text in documents().items():
        assert through(forms, path.split("/")[0], text) == text.strip(), path


@pytest.mark.parametrize("text", [AWKWARD, AWKWARD_EN, AWKWARD.replace("\n", "\r\n"), "\ufeff" + AWKWARD])
def test_a_document_written_by_hand_comes_back_as_it_was(forms: Forms, text: str) -> None:
    assert through(forms, "stories", text) == text.replace("\r\n", "\n").removeprefix("\ufeff").strip()


def test_a_change_leaves_everything_else_as_it_was_written(forms: Forms) -> None:
    saved = through(forms, "stories", AWKWARD, date="2019-06-27", draft=True, places=["feifeng", "xincun"])
    assert saved == AWKWARD.strip().replace("2019-mid~", "2019-06-27").replace(
        "draft: false", "draft: true"
    ).replace("[ feifeng ]", "[ feifeng, xincun ]")


@pytest.mark.parametrize(
    "value",
    [
        "{=road_length} 米", "true", "null", "~", "- 一", "? 二", "# 三", "a: b", "第 #3 期", "'引号'", '"引号"', "84,000人",
        "@x", "`y`", "100%", "*z*", "&w", "!v", "2019-mid", "0x1F", "1_000", "1.10", "yes", "key：值，其他：值", "> 一",
        "| 二", "[三]", "，name：甲",
    ],
)  # fmt: skip
def test_whatever_is_typed_is_read_as_it_was_typed(forms: Forms, value: str) -> None:
    figures = [{"metric": "road_length", "value": value, "label": {"zh": value, "en": value}}]
    sources = [{"zh": value, "en": value}, {"zh": "另一份", "en": "Another"}]
    saved = header(through(forms, "stories", AWKWARD, title=value, figures=figures, sources=sources))
    before = header(AWKWARD)
    assert saved.pop("title") == value
    assert saved.pop("figures") == figures
    assert saved.pop("sources") == sources
    assert saved == {key: before[key] for key in saved}


def test_items_that_move_or_go_take_their_comments_along(forms: Forms) -> None:
    road, rate, other = (
        {"metric": "road_length", "value": "1,200米", "as_of": "2019"},
        {
            "id": "rate", "value": "1.10", "label": {"zh": "比率", "en": "Rate"}, "example": True,
            "quantity": {"qualifier": "about", "value": "0010"},
        },
        {"metric": "road_length", "id": "other", "value": "+8米", "period": "2019-01/2019-06-late"},
    )  # fmt: skip
    saved = through(forms, "stories", AWKWARD, figures=[rate, {**other, "value": "9米"}])
    assert "# 单独的数字" in saved
    assert "- { metric: road_length, id: other, value: 9米, period: 2019-01/2019-06-late }" in saved
    assert [each["id"] for each in header(saved)["figures"]] == ["rate", "other"]
    again = header(through(forms, "stories", AWKWARD, figures=[other, rate, road]))
    assert [each.get("id") for each in again["figures"]] == ["other", "rate", None]


def test_a_text_that_cannot_be_read_is_not_written_over(forms: Forms) -> None:
    for text in ("title: 没有头\n", "---\ntitle: [\n---\n正文\n"):
        with pytest.raises(Exception, match="Error"):
            through(forms, "stories", text)
