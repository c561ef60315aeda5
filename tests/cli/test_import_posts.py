"""`sfwgen import FOLDER`: the posts of another site as drafts, on a real disk, and what is said of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sfwgen.cli import exits
from tests.cli.conftest import Command, tree
from tests.posts.grammar import PNG

POSTS = {
    "hugo.toml": b'defaultContentLanguage = "zh"\n[languages.zh]\n[languages.en]\n',
    "content/news/kaigong/index.md": (
        "---\ntitle: 道路开工\ndate: 2019-05-03\ntags: [民生]\n---\n"
        "路面200米，沿街30余户。\n\n![](road.png)\n\n{{< map >}}\n"
    ).encode(),
    "content/news/kaigong/index.en.md": b"---\ntitle: Works begin\n---\nWorks begin.\n",
    "content/news/kaigong/road.png": PNG,
    "content/news/second.md": "---\ntitle: 第二篇\n---\n见[开工](/news/kaigong/)。\n".encode(),
    "content/about.md": "---\ntitle: 关于\n---\n关于\n".encode(),
    "themes/x/content/news/theme.md": b"---\ntitle: theme\n---\n",
}
BROKEN = "+++\ntitle = 开工\n+++\n"


@pytest.fixture
def posts(project: Path) -> Path:
    folder = project.parent / "旧网站"
    for path, data in POSTS.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def test_a_site_of_hugo_becomes_drafts_that_pass(sfwgen: Command, project: Path, posts: Path) -> None:
    run = sfwgen("import", "../旧网站", "--lang", "zh")
    assert run.code == exits.FINE, run.both
    for line in (
        "导入 Hugo 文章，已建立草稿 2 篇：",
        "  content/stories/kaigong/  ←  content/news/kaigong/index.md、content/news/kaigong/index.en.md  数字 2 个，没有带过来 1 处",
        "看不出服务线的 2 篇，先写了 grassroots。",
        "没有对应的分类和标签：民生 1。要让它们对上，先删去这些草稿的文件夹，再用 --map 词=编号 导入。",
        "网站的页面、栏目页和附件 1 个没有导入，要用的写到 content/pages/ 里：../旧网站/content/about.md",
    ):
        assert f"{line}\n" in run.out
    assert "../旧网站/content/news/kaigong/index.md:10:1: warning[post-tag-lost]: “{{< map >}}”" in run.out
    folder = project / "content/stories/kaigong"
    assert {each.name for each in folder.iterdir()} == {"index.zh.md", "index.en.md", "road.png"}
    text = (folder / "index.zh.md").read_text(encoding="utf-8")
    assert "#   - {metric: road_length, value: 200米}    # road_length 道路长度\n" in text
    assert "#   index.md:10 “{{< map >}}”在这里没有意义" in text
    assert sfwgen("check", "--strict").code == exits.FINE


def test_a_second_import_leaves_everything_as_it_is_and_takes_what_is_new(
    sfwgen: Command, project: Path, posts: Path
) -> None:
    (posts / "content/news/third.md").write_text(BROKEN, encoding="utf-8")
    run = sfwgen("import", "../旧网站")
    assert run.code == exits.CONTENT
    assert "content/news/third.md:2:9: error[post-header-toml]" in run.out
    assert "有 1 篇没有导入，原因见上面的“错误”" in run.out
    (project / "content/stories/kaigong").rename(project / "content/stories/road-works")
    before = tree(project / "content")
    assert sfwgen("import", "../旧网站").code == exits.CONTENT
    assert tree(project / "content") == before
    (posts / "content/news/third.md").write_text(
        "---\ntitle: 第三篇\n---\n见[开工](/news/kaigong/)\n", encoding="utf-8"
    )
    (posts / "content/news/second.md").write_text("---\ntitle: 第二篇\n---\n改了。\n", encoding="utf-8")
    run = sfwgen("import", "../旧网站")
    assert run.code == exits.FINE
    assert "content/news/second.md: warning[post-changed]" in run.out
    new = {path: data for path, data in tree(project / "content").items() if path not in before}
    assert new.keys() == {"stories/third/index.zh.md", "stories/third/index.en.md"}
    assert "[开工](../road-works/index.zh.md)" in new["stories/third/index.zh.md"].decode()
    assert {path: tree(project / "content")[path] for path in before} == before


def test_a_dry_run_says_the_same_and_writes_nothing(sfwgen: Command, project: Path, posts: Path) -> None:
    before = tree(project)
    run = sfwgen("import", "../旧网站", "--dry-run", "--format", "json")
    assert tree(project) == before
    told = json.loads(run.out)
    assert told["summary"]["written"] is False
    assert [each["story"] for each in told["summary"]["stories"]] == [
        "content/stories/kaigong",
        "content/stories/second",
    ]
    assert {each["code"] for each in told["diagnostics"]} >= {
        "post-tag-lost",
        "post-terms-kept",
        "post-page-left",
    }


def test_a_story_of_the_same_name_is_never_touched(sfwgen: Command, project: Path, posts: Path) -> None:
    (posts / "content/news/feifeng-road.md").write_text("---\ntitle: 别的\n---\n别的。\n", encoding="utf-8")
    before = tree(project / "content/stories/feifeng-road")
    run = sfwgen("import", "../旧网站")
    assert "content/news/feifeng-road.md: warning[post-name-taken]" in run.out
    assert tree(project / "content/stories/feifeng-road") == before


def test_the_line_and_the_meaning_of_words_can_be_given(sfwgen: Command, project: Path, posts: Path) -> None:
    assert sfwgen("import", "../旧网站", "--map", "民生=feifeng", "--line", "grassroots").code == exits.FINE
    text = (project / "content/stories/kaigong/index.zh.md").read_text(encoding="utf-8")
    assert "places: [feifeng]\n" in text
    assert "words" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("../旧网站", "kaigong"), "导入文件夹不写短名"),
        (("../旧网站", "--map", "民生"), "--map 的“民生”写得不对"),
        (("../旧网站", "--map", "民生=minsheng"), "“minsheng”不是服务线、地点或小分队的编号"),
        (("../旧网站", "--line", "minsheng"), "没有“minsheng”这条服务线"),
        (("../旧网站", "--language", "fr"), "本站没有“fr”这种语言，只有：zh、en"),
        (("../旧网站/content/about.md",), "是一篇文章。要导入 Hugo 或 Hexo 的文章，写网站的文件夹"),
        (("../旧网站/themes",), "看不出“../旧网站/themes”是 Hugo 还是 Hexo 的文章"),
        (("../旧网站/themes", "--from", "hexo", "--project", "."), "没有找到Hexo文章"),
        (("content",), "里有本项目的文件"),
        (("nowhere",), "找不到文件“nowhere”"),
        (("config.yaml",), "导入 Word 文件要写英文短名"),
        (("config.yaml", "x", "--dry-run"), "只用于导入 Hugo、Hexo 的文章"),
    ],
)
def test_what_cannot_be_imported_is_said_and_nothing_written(
    sfwgen: Command, project: Path, posts: Path, words: tuple[str, ...], said: str
) -> None:
    (posts / "themes/x/content/news/theme.md").unlink()
    before = tree(project)
    run = sfwgen("import", *words, "--lang", "zh")
    assert run.code == exits.USAGE, run.both
    assert said in run.err
    assert tree(project) == before


def test_links_that_lead_out_of_the_folder_are_not_followed(
    sfwgen: Command, project: Path, posts: Path
) -> None:
    outside = project.parent / "secret.md"
    outside.write_text("---\ntitle: 内部\n---\n内部。\n", encoding="utf-8")
    (posts / "content/news/secret.md").symlink_to(outside)
    assert sfwgen("import", "../旧网站").code == exits.FINE
    assert not (project / "content/stories/secret").exists()


def test_many_drafts_are_named_in_one_line_and_bury_no_error(
    sfwgen: Command, project: Path, posts: Path
) -> None:
    for number in range(6):
        post = f"---\ntitle: 第{number}篇\n---\n正文。\n"
        (posts / f"content/news/post-{number}.md").write_text(post, encoding="utf-8")
    assert sfwgen("import", "../旧网站").code == exits.FINE
    run = sfwgen("check")
    assert "草稿 8 篇没有放进网站，写好一篇，就删去它的 draft: true：kaigong、post-0、" in run.out
    assert "draft-held" not in run.out
    told = json.loads(sfwgen("check", "--format", "json").out)["diagnostics"]
    assert sum(each["code"] == "draft-held" for each in told) == 8
