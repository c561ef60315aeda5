"""What the settings of the old site say of its posts, in every form that they are written in."""

from __future__ import annotations

import pytest

from sfwgen.posts import Engine, find_engine, read_settings
from sfwgen.posts.importing import MAX_POST
from tests.posts.support import import_files, tree_of

POST = "---\ntitle: 开工\ndate: 2019-05-03\n---\n路面开工。\n"
FORMS: dict[str, dict[str, bytes | str]] = {
    "toml": {
        "hugo.toml": 'baseURL = "https://www.county.example/"\ndefaultContentLanguage = "zh"\n'
        '[languages.zh]\n[languages.en]\n[permalinks.page]\nnews = "/:year/:filename/"\n'
        "[markup.goldmark.renderer]\nhardWraps = true\n"
    },
    "yaml": {
        "config.yaml": "baseURL: https://www.county.example/\ndefaultContentLanguage: zh\nlanguages: {zh: {}, en: {}}\n"
        "permalinks: {page: {news: '/:year/:filename/'}}\nmarkup: {goldmark: {renderer: {hardWraps: true}}}\n"
    },
    "json": {
        "hugo.json": '{"baseURL": "https://www.county.example/", "defaultContentLanguage": "zh", '
        '"languages": {"zh": {}, "en": {}}, "permalinks": {"news": "/:year/:filename/"}, '
        '"markup": {"goldmark": {"renderer": {"hardWraps": true}}}}'
    },
    "a folder": {
        "config/_default/hugo.toml": 'baseURL = "https://www.county.example/"\ndefaultContentLanguage = "zh"\n'
        "[markup.goldmark.renderer]\nhardWraps = true\n",
        "config/_default/languages.yaml": "zh: {weight: 1}\nen: {weight: 2}\n",
        "config/_default/permalinks.toml": 'news = "/:year/:filename/"\n',
    },
}


@pytest.mark.parametrize("form", FORMS)
def test_settings_of_hugo_say_the_same_in_every_form(form: str) -> None:
    tree = tree_of({**FORMS[form], "content/news/a.md": POST})
    assert find_engine(tree) is Engine.HUGO
    settings, told = read_settings(tree, Engine.HUGO)
    assert not told
    assert (settings.content, settings.url) == ("content", "https://www.county.example/")
    assert (settings.language, dict(settings.languages)) == ("zh", {"zh": "", "en": ""})
    assert (dict(settings.permalinks), settings.breaks) == ({"news": "/:year/:filename/"}, True)


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("hugo.toml", 'title = "x"\nbaseURL = x\n', 2),
        ("hugo.yaml", "title: x\nbaseURL: [x\n", 2),
        ("hugo.json", '{"title": "x",\n"baseURL" "x"}\n', 2),
        ("_config.yml", "title: x\nurl: [x\n", 2),
    ],
)
def test_settings_that_cannot_be_read_are_told_at_their_line_and_stop_nothing(
    path: str, text: str, line: int
) -> None:
    tree = tree_of({path: text, "content/news/a.md": POST})
    _, told = read_settings(tree, Engine.HEXO if path == "_config.yml" else Engine.HUGO)
    assert [(each.code, each.location.file, each.location.line) for each in told] == [
        ("post-settings-unread", f"old/{path}", line)
    ]


def test_languages_that_have_folders_of_their_own_are_put_together() -> None:
    settings = (
        'defaultContentLanguage = "zh"\n[languages.zh]\ncontentDir = "content/chinese"\n'
        '[languages.en]\ncontentDir = "content/english"\n'
    )
    english = POST.replace("开工", "Works begin")
    files = {"content/chinese/news/a.md": POST, "content/english/news/a.md": english}
    drafts = import_files({"hugo.toml": settings, **files})
    assert [story.post.paths for story in drafts.stories] == [tuple(files)]


@pytest.mark.parametrize(
    ("files", "engine"),
    [
        ({"a.md": "+++\n+++\n"}, Engine.HUGO),
        ({"a/index.md": "x"}, Engine.HUGO),
        ({"archetypes/default.md": "x"}, Engine.HUGO),
        ({"source/_posts/a.md": "x"}, Engine.HEXO),
        ({"_posts/a.md": "x"}, Engine.HEXO),
        ({"a.md": "x"}, None),
    ],
)
def test_the_generator_is_seen_from_the_folder(files: dict[str, bytes | str], engine: Engine | None) -> None:
    assert find_engine(tree_of(files)) is engine


def test_a_folder_of_posts_alone_is_imported_whole() -> None:
    drafts = import_files({"a.md": '+++\ntitle = "甲"\n+++\n甲\n', "deep/b/index.md": POST})
    assert [story.post.slug for story in drafts.stories] == ["a", "b"]
    assert b"\naliases:" not in drafts.files["content/stories/a/index.zh.md"]


def test_a_post_that_is_too_large_is_left_and_told() -> None:
    drafts = import_files({"hugo.toml": "", "content/news/a.md": POST + "长" * (MAX_POST // 3)})
    assert drafts.stories == ()
    assert [each.code for each in drafts.told] == ["post-too-large"]
