"""What stands in the text of a post, and what of it stands in the draft: every feature of the two manuals by itself."""

from __future__ import annotations

import pytest

from sfwgen.cli.commands.import_drafts import Drafts
from tests.posts.grammar import PNG
from tests.posts.support import ALT, body_of, import_files

HUGO: dict[str, bytes | str] = {
    "hugo.toml": 'baseURL = "https://www.county.example/"\ndefaultContentLanguage = "zh"\n[languages.zh]\n[languages.en]\n',
    "content/news/other.md": "---\ntitle: 另一篇\ndate: 2019-05-01\n---\n## 结果 {#jg}\n\n成了。\n",
    "static/images/road.png": PNG,
}
HEXO: dict[str, bytes | str] = {
    "_config.yml": "language: zh-CN\nurl: http://www.county.example/blog\npermalink: :year/:month/:day/:title/\n",
    "source/_posts/other.md": "title: 另一篇\ndate: 2019-05-01 08:00:00\n---\n成了。\n",
    "source/images/road.png": PNG,
}

# What is written, what the draft says, and the codes that tell what was left.
IN_HUGO = [
    ('{{< figure src="site.JPG" alt="工地" caption="开工" >}}', "![工地](site.jpg)\n\n开工", ""),
    ("![](/images/road.png)", f"![{ALT}](road.png)", ""),
    ("![路](../../images/road.png)", "![路](road.png)", ""),
    ("![路](https://example.org/a.png)", "[路](https://example.org/a.png)", "post-image-outside"),
    ("![路](gone.png)", "路", "post-image-lost"),
    ("![路](plan.pdf)", "路", "post-image-lost"),
    ("[下载](plan.pdf)", "下载", "post-file-left"),
    ('[另一篇]({{< ref "other.md#jg" >}})', "[另一篇](../other/index.zh.md#结果)", ""),
    ('[]({{< relref "/news/other" >}})', "[另一篇](../other/index.zh.md)", ""),
    ("[另一篇](/news/other/)", "[另一篇](../other/index.zh.md)", ""),
    ("[另一篇](../other.md)", "[另一篇](../other/index.zh.md)", ""),
    ("[另一篇](https://www.county.example/news/other/)", "[另一篇](../other/index.zh.md)", ""),
    ("[另一篇](/news/other/#gone)", "[另一篇](../other/index.zh.md)", "post-link-lost"),
    ("[标签](/tags/road/)", "标签", "post-link-lost"),
    ("[x][1]\n\n[1]: https://example.org/x", "[x](https://example.org/x)", ""),
    ("看 https://example.org/x，好", "看 <https://example.org/x>，好", ""),
    ("{{< youtube w7Ft2ymGmfc >}}", "<https://www.youtube.com/watch?v=w7Ft2ymGmfc>", "post-embed-linked"),
    ('{{< details summary="更多" >}}\n甲\n{{< /details >}}', "**更多**\n\n甲", "post-format-lost"),
    ("{{< param title >}}和{{< param title >}}", "开工和开工", ""),
    ("{{< param nothing.x >}}甲", "甲", "post-tag-lost"),
    ("{{< gist county 12 >}}", "<https://gist.github.com/county/12>", "post-embed-linked"),
    ("\\\\[ a=b \\\\]\n甲", "```tex\na=b\n```\n\n甲", "post-equation-kept"),
    ("<video><source src='https://example.org/a.mp4'></video>", "<https://example.org/a.mp4>", "post-embed-linked"),
    ("[]({{< ref gone >}})甲", "甲", "post-link-lost"),
    ("{{% notice tip %}}\n注意\n{{% /notice %}}", "注意", "post-tag-lost"),
    ("{{< my/chart data=`a\nb` >}}前", "前", "post-tag-lost"),
    ("写作 `{{</* ref */>}}` 和 {{</* x */>}}", "写作 `{{< ref >}}` 和 {{&lt; x >}}", ""),
    ("{{< highlight go >}}\na {{ .B }}\n{{< /highlight >}}", "```go\na {{ .B }}\n```", ""),
    ("```go {linenos=table}\na\n```", "```go\na\n```", "post-format-lost"),
    ("```mermaid\ngraph TD\n```", "```mermaid\ngraph TD\n```", "post-diagram-kept"),
    ("$$\na^2\n$$", "```tex\na^2\n```", "post-equation-kept"),
    ("长 $x_1^2$ 米，$5 和 $6", "长 `x_1^2` 米，$5 和 $6", "post-equation-kept"),
    ("~~旧~~新", "<del>旧</del>新", ""),
    (":tada: 10:30:00", "🎉 10:30:00", ""),
    ("# 大\n\n#### 小 {#a}\n甲", "## 大\n\n### 小\n\n甲", "post-format-lost"),
    ("大\n===\n甲", "## 大\n\n甲", ""),
    ("甲\n- 乙\n  - 丙\n    丁\n- 戊", "甲\n\n- 乙\n    - 丙\n        丁\n- 戊", ""),
    ("- [x] 完\n- [ ] 未", "- ☑ 完\n- ☐ 未", ""),
    ("- 甲\n\n  ```sh\n  ls\n  ```\n- 乙", "- 甲\n\n        ls\n\n- 乙", ""),
    ("    a = 1\n\n    b", "```\na = 1\n\nb\n```", ""),
    ("1) 甲\n\n    乙\n2) 丙", "1. 甲\n\n    乙\n\n2. 丙", ""),
    ("> [!NOTE]\n> 注意", "> **NOTE**  \n> 注意", ""),
    ("甲[^a]\n\n[^a]: 注", "甲[^a]\n\n[^a]: 注", ""),
    ("甲[^a]乙\n\n[^b]: 注", "甲乙", "post-note-lost"),
    ("甲 <!-- 内部 -->乙", "甲 乙", "post-comment-lost"),
    ("<div style='x'>\n\n**甲**\n</div>", "**甲**", "post-format-lost"),
    ("<script>a()</script>甲", "甲", "post-html-lost"),
    ('<font color="red">甲</font><br/>乙', "甲<br>乙", "post-html-lost"),
    ('<img src="/images/road.png" alt="路">', "![路](road.png)", ""),
    ('<a href="/news/other/">看</a>', "[看](../other/index.zh.md)", ""),
    ("{=x} 和 {~y~}", "\\{=x} 和 \\{~y&#126;}", ""),
    ("甲\ue123乙\u200b", "甲乙", "post-character-lost"),
    ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |", ""),
    ("a < b & c", "a < b & c", ""),
    ("甲\n{.lead}", "甲", "post-format-lost"),
]  # fmt: skip
IN_HEXO = [
    ("第一行\n第二行", "第一行  \n第二行", ""),
    ("##小标题\n甲", "## 小标题\n\n甲", ""),
    ("{% blockquote 张三 https://example.org/x %}\n好\n{% endblockquote %}", "> 好\n>\n> —— 张三 <https://example.org/x>", ""),
    ("{% codeblock lang:js 标题 %}\na {{ b }}\n{% endcodeblock %}", "```js\na {{ b }}\n```", "post-format-lost"),
    ('{% asset_img "lu mian.png" "路 面" %}', "![路 面](lu-mian.png)", ""),
    ("{% img left /images/road.png 300 200 '' '路' %}", "![路](road.png)", ""),
    ("![路](/images/road.png)", "![路](road.png)", ""),
    ("![路](lu mian.png)", "![路](lu-mian.png)", ""),
    ("{% post_link other %}", "[另一篇](../other/index.zh.md)", ""),
    ("{% post_link other 看看 %}", "[看看](../other/index.zh.md)", ""),
    ("[看](/2019/05/01/other/)", "[看](../other/index.zh.md)", ""),
    ("[看](http://www.county.example/blog/2019/05/01/other/)", "[看](../other/index.zh.md)", ""),
    ("{% link 官网 https://example.org/ %}", "[官网](https://example.org/)", ""),
    ("{% raw %}{{ a }}{% endraw %}", "{{ a }}", ""),
    ("甲{{ page.title }}", "甲", "post-tag-lost"),
    ("{% note info %}\n注意\n{% endnote %}", "注意", "post-tag-lost"),
    ("{% iframe https://example.org/v 1 1 %}", "<https://example.org/v>", "post-embed-linked"),
    ("`{{ a }}` {% include_code x.py %}", "`{{ a }}` ", "post-tag-lost"),
]  # fmt: skip


def _in_hugo(written: str, slug: str) -> dict[str, bytes | str]:
    folder = f"content/news/{slug}"
    post = f"---\ntitle: 开工\ndate: 2019-05-03\n---\n\n{written}\n"
    return {f"{folder}/index.md": post, f"{folder}/site.JPG": PNG, f"{folder}/plan.pdf": b"%PDF-1.4"}


def _in_hexo(written: str, slug: str) -> dict[str, bytes | str]:
    post = f"title: 开工\ndate: 2019/5/3 8:00:00\n---\n\n{written}\n"
    return {f"source/_posts/{slug}.md": post, f"source/_posts/{slug}/lu mian.png": PNG}


@pytest.fixture(scope="module")
def features() -> dict[str, Drafts]:
    """Every feature as a post of its own, imported together."""
    hugo, hexo = dict(HUGO), dict(HEXO)
    for number, (written, _, _) in enumerate(IN_HUGO):
        hugo |= _in_hugo(written, f"post-{number}")
    for number, (written, _, _) in enumerate(IN_HEXO):
        hexo |= _in_hexo(written, f"post-{number}")
    return {"hugo": import_files(hugo), "hexo": import_files(hexo)}


@pytest.mark.parametrize("number", range(len(IN_HUGO)), ids=[each[0] for each in IN_HUGO])
def test_a_feature_of_hugo_becomes_markdown_or_is_told(features: dict[str, Drafts], number: int) -> None:
    _check(features["hugo"], f"old/content/news/post-{number}/index.md", number, IN_HUGO[number])


@pytest.mark.parametrize("number", range(len(IN_HEXO)), ids=[each[0] for each in IN_HEXO])
def test_a_feature_of_hexo_becomes_markdown_or_is_told(features: dict[str, Drafts], number: int) -> None:
    _check(features["hexo"], f"old/source/_posts/post-{number}.md", number, IN_HEXO[number])


def _check(drafts: Drafts, file: str, number: int, expected: tuple[str, str, str]) -> None:
    written, said, code = expected
    assert body_of(drafts.files[f"content/stories/post-{number}/index.zh.md"]).strip() == said.strip()
    told = {each.code: each for each in drafts.told if each.location.file == file and each.location.line > 4}
    assert set(told) == ({code} if code else set())
    for each in told.values():
        assert each.location.line <= 6 + written.count("\n")


def test_what_stands_above_the_mark_for_more_is_the_summary_of_a_post() -> None:
    post = "---\ntitle: 开工\ndate: 2019-05-03\ndescription: 别的话\n---\n# 开工\n路面**开工**。\n\n<!--more-->\n\n下文。\n"
    drafts = import_files({**HUGO, "content/news/post/index.md": post})
    text = drafts.files["content/stories/post/index.zh.md"].decode()
    assert "summary: 路面开工。\n" in text
    assert '    "description": "别的话"\n' in text
    assert text.endswith("---\n路面**开工**。\n\n下文。\n")


def test_braces_stay_where_a_post_of_hexo_says_that_they_mean_nothing() -> None:
    post = "title: 开工\ndisableNunjucks: true\n---\n{{ a }} {% b %}\n"
    drafts = import_files({**HEXO, "source/_posts/post.md": post})
    assert body_of(drafts.files["content/stories/post/index.zh.md"]) == "{{ a }} {% b %}\n"


def test_a_file_beside_a_post_that_nothing_shows_is_told() -> None:
    drafts = import_files({**HUGO, **_in_hugo("甲", "post")})
    left = {dict(each.words)["target"] for each in drafts.told if each.code == "post-file-left"}
    assert left == {"plan.pdf", "site.JPG"}
