"""The fields of posts, their languages, names and old addresses, as drafts have them."""

from __future__ import annotations

from time import process_time

import pytest

from sfwgen.cli.commands.import_drafts import Drafts
from sfwgen.diagnostics import Severity
from tests.posts.support import import_files, project

POST = "---\ntitle: 开工\ndate: 2019-05-03T09:30:00+08:00\n{more}---\n路面开工。\n"
HUGO = (
    'baseURL = "https://www.county.example/"\ndefaultContentLanguage = "zh"\n[languages.zh]\n[languages.en]\n'
)


def hugo(more: str = "", settings: str = HUGO, path: str = "content/news/kaigong.md") -> Drafts:
    return import_files({"hugo.toml": settings, path: POST.format(more=more)})


def header(drafts: Drafts, lang: str = "zh", slug: str = "kaigong") -> str:
    return drafts.files[f"content/stories/{slug}/index.{lang}.md"].decode().split("\n---\n")[0]


def codes(drafts: Drafts) -> set[str]:
    return {each.code for each in drafts.told if each.severity is not Severity.NOTE}


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ("", ("date: 2019-05-03", "published: 2019-05-03 09:30", '  - "news/kaigong/"')),
        ("lastmod: 2019-06-01T02:00:00Z\n", ("updated: 2019-06-01 10:00",)),
        ("publishDate: 2019-07-01T08:00:00+08:00\n", ("publish_at: 2019-07-01 08:00",)),
        ("publishDate: 2019-05-01\n", ("published: 2019-05-03 09:30", '    "publishDate": "2019-05-01"')),
        ("expiryDate: 2030-01-01\n", ("expires_at: 2030-01-01 00:00",)),
        ("categories: [服务基层]\n", ("line: grassroots",)),
        ("tags: [飞凤社区]\n", ("places: [feifeng]",)),
        ("aliases: [/old/a.html, b, ../c/]\n", ('  - "old/a.html"', '  - "news/b/"', '  - "c/"')),
        ("url: /u/kg.html\n", ('  - "u/kg.html"',)),
        ("weight: 10\nauthor: {name: 张三}\n", ('    "weight": "10"', '    "author": {"name": "张三"}')),
        ("expiryDate: 完工以后\n", ('    "expiryDate": "完工以后"',)),
    ],
)
def test_a_field_of_a_post_is_a_field_of_the_story_or_kept(more: str, lines: tuple[str, ...]) -> None:
    drafts = hugo(more)
    written = header(drafts, slug=drafts.stories[0].post.slug).split("\n")
    assert not set(lines) - set(written)


def test_words_stand_for_what_is_said_of_them() -> None:
    lines = [line.id for line in project()[1].config.lines]
    drafts = import_files(
        {"hugo.toml": HUGO, "content/news/kaigong.md": POST.format(more="tags: [工程, 杂, 道路]\n")},
        工程=lines[-1],
        杂="",
    )
    assert f"line: {lines[-1]}\n" in header(drafts)
    assert [dict(each.words)["words"] for each in drafts.told if each.code == "post-terms-kept"] == ["道路"]
    assert "post-line-assumed" not in {each.code for each in drafts.told}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("content/news/kaigong.md", "content/news/kaigong.en.md"),
        ("content/news/kaigong.zh-cn.md", "content/news/kaigong.en.md"),
        ("content/news/kaigong/index.zh.md", "content/news/kaigong/index.en.md"),
        ("content/zh/news/kaigong.md", "content/en/news/kaigong.md"),
    ],
)
def test_two_languages_of_a_post_are_one_story(zh: str, en: str) -> None:
    english = "---\ntitle: Works begin\ndescription: Works have begun.\n---\nWorks begin.\n"
    drafts = import_files({"hugo.toml": HUGO, zh: POST.format(more=""), en: english})
    assert [story.post.paths for story in drafts.stories] == [(zh, en)]
    text = drafts.files["content/stories/kaigong/index.en.md"].decode()
    assert text == "---\ntitle: Works begin\nsummary: Works have begun.\n---\nWorks begin.\n"
    assert codes(drafts) == set()


def test_texts_of_one_translation_key_are_one_story_whatever_they_are_called() -> None:
    files = {
        "hugo.toml": HUGO,
        "content/news/开工.zh.md": POST.format(more="translationKey: start\n"),
        "content/works-begin.en.md": POST.format(more="translationKey: start\n"),
        "content/news/works-begin.en.md": POST.format(more="translationKey: start\n"),
    }
    drafts = import_files(files)
    assert [story.post.slug for story in drafts.stories] == ["works-begin"]
    assert {each.code for each in drafts.told} >= {"post-page-left"}


def test_a_post_in_the_other_language_alone_leaves_the_default_one_to_be_written() -> None:
    drafts = hugo(path="content/news/kaigong.en.md")
    assert 'title: "（在这里写标题）"' in header(drafts)
    assert "date: 2019-05-03" in header(drafts)
    assert "title: 开工" in header(drafts, "en")
    assert "extra:" not in header(drafts, "en")


def test_a_second_text_in_a_language_is_left_and_told() -> None:
    files = {
        "hugo.toml": HUGO,
        "content/news/a.md": POST.format(more=""),
        "content/news/a.zh.md": POST.format(more=""),
    }
    drafts = import_files(files)
    assert len(drafts.stories) == 1
    assert codes(drafts) == {"post-language-twice"}


@pytest.mark.parametrize(
    ("name", "code"), [("a.fr.md", "post-language-unknown"), ("a.zh-tw.md", "post-language-unknown")]
)
def test_a_text_in_a_language_that_the_site_has_not_is_left_and_told(name: str, code: str) -> None:
    drafts = hugo(path=f"content/news/{name}")
    assert drafts.stories == ()
    assert codes(drafts) == {code}


def test_a_text_that_does_not_look_like_its_language_is_doubted() -> None:
    english = "---\ntitle: Works begin\n---\nWorks begin.\n"
    drafts = import_files({"hugo.toml": HUGO, "content/news/a.md": english})
    assert codes(drafts) == {"post-language-doubtful"}


@pytest.mark.parametrize(
    ("path", "more", "slug"),
    [
        ("content/news/2019-05-03-kai-gong.md", "", "kai-gong"),
        ("content/news/Kai_Gong/index.md", "", "kai-gong"),
        ("content/news/开工.md", "slug: start\n", "start"),
        ("content/news/café.md", "", "cafe"),
    ],
)
def test_a_story_is_named_after_its_post(path: str, more: str, slug: str) -> None:
    assert [story.post.slug for story in hugo(more, path=path).stories] == [slug]


def test_a_name_is_made_up_where_none_can_be_had_and_that_is_told() -> None:
    drafts = hugo(path="content/news/开工.md")
    [story] = drafts.stories
    assert story.post.slug.startswith("post-2019-05-03-")
    assert "post-name-made" in {each.code for each in drafts.told}


def test_posts_of_one_name_get_the_year_or_the_month_or_their_section_beside_it() -> None:
    days = (
        "blog/2019-05-03-a",
        "blog/2020-05-03-a",
        "blog/2020-06-03-a",
        "news/2020-06-04-a",
        "news/2020-06-05-a",
    )
    files = {f"content/{day}.md": f"---\ntitle: 甲\ndate: {day[5:15]}\n---\n甲\n" for day in days}
    drafts = import_files({"hugo.toml": HUGO, **files})
    assert [story.post.slug for story in drafts.stories] == ["a", "a-2020", "a-2020-06", "news-a", "a-2"]


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        ("/:year/:month/:slug/", "2019/05/开工了/"),
        ("/:year/:month/:slugorcontentbasename/", "2019/05/kaigong/"),
        ("/:sections/:day-:title.html", "news/03-开工了.html"),
    ],
)
def test_patterns_of_addresses_give_the_old_address(pattern: str, address: str) -> None:
    settings = HUGO + f'[permalinks.page]\nnews = "{pattern}"\n'
    post = POST.replace("title: 开工", "title: 开工了！").format(more="")
    drafts = import_files({"hugo.toml": settings, "content/news/kaigong.md": post})
    assert f'  - "{address}"' in header(drafts)


def test_an_address_that_cannot_be_told_is_not_made_up() -> None:
    odd = HUGO + '[permalinks]\nnews = "/:yearday/:slug/"\n'
    assert "post-address-unknown" in codes(hugo(settings=odd))
    assert "\naliases:" not in header(hugo(settings=odd))


def test_addresses_stand_in_the_folders_that_the_old_site_had_for_its_languages() -> None:
    settings = (
        'baseURL = "https://www.county.example/"\ndefaultContentLanguage = "zh-cn"\n'
        "defaultContentLanguageInSubdir = true\n[languages.zh-cn]\n[languages.en]\n"
    )
    english = "---\ntitle: Works begin\naliases: [/old/]\n---\nSee [it](/zh-cn/news/kaigong/).\n"
    files = {"content/news/kaigong.zh-cn.md": POST.format(more=""), "content/news/other.en.md": english}
    drafts = import_files({"hugo.toml": settings, **files})
    assert '  - "zh-cn/news/kaigong/"' in header(drafts)
    # An alias is one of each language: /en/old/ and /en/news/other/ are made of these.
    assert '  - "old/"\n  - "news/other/"' in header(drafts, slug="other")
    assert b"[it](../kaigong/index.en.md)" in drafts.files["content/stories/other/index.en.md"]


@pytest.mark.parametrize(
    ("path", "more"),
    [("content/news/kaigong.md", "draft: true\n"), ("content/news/kaigong/index.md", "headless: true\n")],
)
def test_that_a_post_was_not_public_is_told(path: str, more: str) -> None:
    assert "post-was-draft" in {each.code for each in hugo(more, path=path).told}


def test_drafts_of_hexo_and_posts_that_are_not_published_are_told() -> None:
    files = {
        "source/_drafts/a.md": "title: 甲\n---\n甲\n",
        "source/_posts/b.md": "title: 乙\npublished: false\n---\n乙\n",
        "source/about/index.md": "title: 关于\n---\n关于\n",
    }
    told = [each.code for each in import_files(files).told]
    assert told.count("post-was-draft") == 2
    assert told.count("post-page-left") == 1


def test_a_post_in_gbk_is_read_as_such_and_that_is_told() -> None:
    text = "---\ntitle: 道路开工\ndate: 2019-05-03\n---\n路面今天开工，沿街都通知到了。\n"
    drafts = import_files({"hugo.toml": HUGO, "content/news/a.md": text.encode("gbk")})
    assert "路面今天开工" in drafts.files["content/stories/a/index.zh.md"].decode()
    assert "post-recoded" in {each.code for each in drafts.told}


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("电话：\n打15400000001。", "privacy-mobile", 6),
        ("甲\n\n" + "长" * 20_001, "line-too-long", 7),
        ("甲\n\n" + "[" * 300, "markdown-unmatched", 7),
    ],
)
def test_a_draft_that_would_not_pass_is_not_made_and_its_fault_is_told_in_the_post(
    body: str, code: str, line: int
) -> None:
    text = f"---\ntitle: 开工\ndate: 2019-05-03\n---\n{body}\n"
    drafts = import_files(
        {"hugo.toml": HUGO, "content/news/a.md": text, "content/news/b.md": POST.format(more="")}
    )
    assert [story.post.slug for story in drafts.stories] == ["b"]
    assert not any("/a/" in path for path in drafts.files)
    errors = [
        (each.code, each.location.file, each.location.line)
        for each in drafts.told
        if each.severity is Severity.ERROR
    ]
    assert errors == [(code, "old/content/news/a.md", line)]


def test_other_formats_pages_and_parts_of_bundles_are_told() -> None:
    files: dict[str, bytes | str] = {
        "content/_index.md": "",
        "content/about.md": "",
        "content/news/_index.en.md": "",
        "content/news/a/index.md": POST.format(more=""),
        "content/news/a/more.md": "",
        "content/news/b.org": b"",
    }
    drafts = import_files({"hugo.toml": HUGO, **files})
    told = {
        each.location.file.removeprefix("old/content/"): each.code
        for each in drafts.told
        if not each.location.line
    }
    assert told == {
        "_index.md": "post-page-left",
        "about.md": "post-page-left",
        "news/_index.en.md": "post-page-left",
        "news/a/more.md": "post-page-left",
        "news/b.org": "post-format-unread",
    }


def test_a_post_that_loses_very_much_is_a_draft_all_the_same() -> None:
    text = POST.format(more="") + "\n{{< map >}}\n" * 1_500
    drafts = import_files({"hugo.toml": HUGO, "content/news/a.md": text})
    assert [story.post.slug for story in drafts.stories] == ["a"]
    assert sum(each.code == "post-tag-lost" for each in drafts.told) == 1_500
    assert "#   ……还有 1401 条" in drafts.files["content/stories/a/index.zh.md"].decode()


def test_tags_that_never_end_take_no_time() -> None:
    _import_in_time("{% quote %}\n\n" * 5_000)


@pytest.mark.long
@pytest.mark.parametrize(
    "opened", ["{% codeblock %}", "<script>", "<pre>", "`` ` ```", "{% raw %}", "<!--", "$$ a"]
)
def test_nothing_that_never_ends_takes_time(opened: str) -> None:
    _import_in_time(f"{opened}\n\n" * 4_000)


def _import_in_time(body: str) -> None:
    start = process_time()
    import_files({"_config.yml": "language: zh\n", "source/_posts/a.md": f"title: 甲\n---\n{body}"})
    assert process_time() - start < 3
