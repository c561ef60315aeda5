"""304 posts made up after the manuals of Hugo and Hexo: each becomes a draft that passes, and no word is lost unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sfwgen.build import make_site
from sfwgen.cli.commands.import_drafts import Drafts
from sfwgen.dates import parse_date
from sfwgen.diagnostics import Severity, has_errors
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from tests.posts.grammar import Made, make_hexo, make_hugo
from tests.posts.support import import_files, import_into, project

COUNT = 152
MANY = 1_500

pytestmark = pytest.mark.no_cover
# What only a text that nobody has written yet can cause, or figures that nobody has stated yet.
_LEFT_TO_DO = {
    "figure-unexplained",
    "translation-images",
    "translation-headings",
    "translation-links",
    "place-name-missing",
}


@pytest.fixture(scope="module", params=["hugo", "hexo"])
def imported(request: pytest.FixtureRequest, long: bool) -> tuple[Made, Drafts]:
    """A site with many posts, and what was made of it."""
    made = _made(request.param, 1, MANY if long else COUNT)
    return made, import_files(made.files)


def _made(tool: str, seed: int, count: int) -> Made:
    return make_hugo(seed, count) if tool == "hugo" else make_hexo(seed, count)


def test_every_post_becomes_a_draft_that_passes_every_check(imported: tuple[Made, Drafts]) -> None:
    made, drafts = imported
    assert made.posts >= COUNT
    assert not has_errors(drafts.told), [each for each in drafts.told if each.severity is Severity.ERROR][:3]
    assert len(drafts.stories) == made.posts
    assert {path for story in drafts.stories for path in story.post.paths} == made.words.keys()
    headers = [
        data.split(b"\n---\n")[0] for path, data in drafts.files.items() if path.endswith("index.zh.md")
    ]
    assert all(re.search(rb"^draft: true ", header, re.MULTILINE) for header in headers)


def test_every_word_of_every_post_is_in_its_draft_or_in_what_is_told(imported: tuple[Made, Drafts]) -> None:
    made, drafts = imported
    lost = [(path, word) for path, word, place in _words(made, drafts) if word not in place]
    assert lost == []


def _words(made: Made, drafts: Drafts) -> Iterator[tuple[str, str, str]]:
    """Each word with its post and all the places where it may be."""
    for story in drafts.stories:
        folder = f"content/stories/{story.post.slug}/"
        texts = [drafts.files[f"{folder}index.{lang}.md"].decode() for lang in ("zh", "en")]
        told = [each.message("en") for each in story.told]
        place = "\n".join((*texts, *told, *story.pictures, folder))
        for path in story.post.paths:
            written = made.files[path].decode()
            yield from ((path, word, place) for word in made.words[path] if word in written)


def test_what_is_told_names_the_line_of_the_post(imported: tuple[Made, Drafts]) -> None:
    made, drafts = imported
    lines = {
        f"old/{path}": data.decode().split("\n") for path, data in made.files.items() if path in made.words
    }
    told = [each for story in drafts.stories for each in story.told if "tag" in dict(each.words)]
    assert len(told) > made.posts // 4
    for each in told:
        around = "\n".join(lines[each.location.file][each.location.line - 1 :][:3])
        assert all(word in around for word in re.findall("zq[0-9]+q", dict(each.words)["tag"])), each


def test_a_second_import_changes_nothing(imported: tuple[Made, Drafts]) -> None:
    made, drafts = imported
    again = import_into({**project()[0], **drafts.files}, made.files)
    assert again.stories == ()
    assert [each.code for each in again.told if each.severity is not Severity.NOTE] == []
    assert sum(each.code == "post-known" for each in again.told) == made.posts


@pytest.mark.parametrize("tool", ["hugo", "hexo"])
def test_the_same_posts_give_the_same_bytes_whatever_the_order(tool: str) -> None:
    made = _made(tool, 3, 8)
    turned = dict(reversed(made.files.items()))
    assert import_files(turned).files == import_files(made.files).files


@pytest.mark.parametrize("tool", ["hugo", "hexo"])
def test_links_images_and_old_addresses_of_drafts_hold_once_these_are_public(tool: str, long: bool) -> None:
    made = _made(tool, 2, 150 if long else 8)
    drafts = import_files(made.files)
    pictures = {path: made.files[old] for path, old in drafts.pictures.items()}
    sources = {**project()[0], **drafts.files, **pictures}
    checked = make_site(make_sources(sources), theme_files(), drafts=True, as_of=parse_date("2019-07-05"))
    assert {each.code for each in checked.diagnostics if each.severity is not Severity.NOTE} <= _LEFT_TO_DO
