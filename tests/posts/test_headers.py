"""The front matter of posts: every form of both generators, and each way in which it can be broken, at its place."""

from __future__ import annotations

import pytest

from sfwgen.diagnostics import Severity
from sfwgen.posts.document import Engine
from sfwgen.posts.headers import split_post

FORMS = {
    "yaml": (Engine.HUGO, "---\ntitle: 开工\ndraft: true\nparams:\n  n: 1.50\n---\n正文\n"),
    "toml": (Engine.HUGO, '+++\ntitle = "开工"\ndraft = true\n[params]\nn = 1.50\n+++\n正文\n'),
    "json": (Engine.HUGO, '{"title": "开工",\n"draft": true,\n"params": {"n": 1.50}}\n正文\n'),
    "yaml of Hexo": (Engine.HEXO, "---\ntitle: 开工\ndraft: true\nparams:\n\tn: 1.50\n---\n正文\n"),
    "no first fence": (Engine.HEXO, "title: 开工\ndraft: true\nparams:\n  n: 1.50\n---\n正文\n"),
    "json of Hexo": (Engine.HEXO, '"title": "开工",\n"draft": true,\n"params": {"n": 1.50},\n;;;\n正文\n'),
    "json between fences": (
        Engine.HEXO,
        ';;;\n"title": "开工",\n"draft": true,\n"params": {"n": 1.50}\n;;;\n正文\n',
    ),
    "long fences": (Engine.HEXO, "-----\ntitle: 开工\ndraft: true\nparams: {n: 1.50}\n-----\n正文\n"),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_header_says_the_same(form: str) -> None:
    engine, text = FORMS[form]
    split, faults = split_post(text, "post.md", engine)
    assert split is not None
    assert not faults
    assert split.header.fields == {"title": "开工", "draft": "true", "params": {"n": "1.50"}}
    assert split.body.strip() == "正文"
    assert text.split("\n")[split.body_line - 1 :][0] == split.body.split("\n")[0]
    assert "draft" in text.split("\n")[split.header.lines["draft"] - 1]
    assert "params" in text.split("\n")[split.header.lines["params"] - 1]


@pytest.mark.parametrize("text", ["正文\n", "# 标题\n正文\n", "一句：话\n", "{{< x >}}\n"])
def test_a_post_without_a_header_is_all_text(text: str) -> None:
    for engine in Engine:
        split, faults = split_post(text, "post.md", engine)
        assert split is not None
        assert (split.body, split.header.fields, faults) == (text, {}, ())


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("---\ntitle: 开工\n正文\n", "post-header-open", 1),
        ('+++\ntitle = "开工"\n', "post-header-open", 1),
        ("+++\nweight = 1\ntitle = 开工\n+++\n", "post-header-toml", 3),
        ('+++\ntitle = "开工"\ntitle = "又"\n+++\n', "post-header-toml", 3),
        ("+++\na = " + "[" * 3000 + "\n+++\n", "post-header-toml", 2),
        ('{"title": "开工",\n "date" 2019}\n正文\n', "post-header-json", 2),
        ('{"title": "开工"\n', "post-header-json", 2),
        ("---\ntitle: 开工\ndate: [2019\n---\n", "yaml-bracket-unclosed", 3),
        ("---\ntitle: 开工\ntitle: 又\n---\n", "yaml-duplicate-key", 3),
        ("---\n- 开工\n---\n", "header-not-mapping", 2),
    ],
)
def test_a_broken_header_is_told_at_its_line_in_both_languages(text: str, code: str, line: int) -> None:
    split, faults = split_post(text, "post.md", Engine.HUGO)
    assert split is None
    assert [(each.code, each.location.line) for each in faults] == [(code, line)]
    assert all(each.severity is Severity.ERROR for each in faults)
    assert all(each.message(lang) and each.hint(lang) for each in faults for lang in ("zh", "en"))
