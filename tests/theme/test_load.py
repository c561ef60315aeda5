"""Reading a theme: overrides, strings, encodings, and what is said about their faults."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sfwgen.diagnostics import Diagnostic, Location
from sfwgen.resources import theme_files
from sfwgen.theme import Theme, check_files, check_languages, load_theme


def _files(**texts: str) -> Mapping[str, bytes]:
    """Strings files by language."""
    return {f"strings/{name}.yaml": text.encode() for name, text in texts.items()}


def _faults(files: Mapping[str, bytes], overrides: Mapping[str, bytes] | None = None) -> list[Diagnostic]:
    return list(load_theme(files, overrides)[1])


def _codes(diagnostics: list[Diagnostic]) -> list[str]:
    return [each.code for each in diagnostics]


def test_the_packaged_theme_has_no_faults_in_either_language() -> None:
    theme, faults = load_theme(theme_files())
    assert faults == ()
    assert check_languages(theme, ("zh", "en")) == ()
    assert set(theme.strings) == {"zh", "en"}
    assert len(theme.strings["zh"]) > 100


def test_a_project_replaces_single_strings_templates_and_static_files() -> None:
    theme, faults = load_theme(
        {
            "strings/zh.yaml": "print: 打印\nshare: 分享\n".encode(),
            "home.html": b"<p>packaged",
            "list.html": b"<p>list",
            "static/site.js": b"1",
        },
        {
            "strings/zh.yaml": "share: 转发\n".encode(),
            "home.html": b"<p>ours",
            "static/logo.svg": b"<svg/>",
        },
    )
    assert faults == ()
    assert (theme.text("zh", "print"), theme.text("zh", "share")) == ("打印", "转发")
    assert theme.templates == {
        "home.html": "<p>ours",
        "list.html": "<p>list",
        "theme/home.html": "<p>packaged",
    }
    assert theme.static == {"logo.svg": b"<svg/>", "site.js": b"1"}


def test_a_project_may_add_a_language_and_is_told_which_strings_it_lacks() -> None:
    theme, faults = load_theme(_files(zh="print: 打印\nshare: 分享"), _files(fr="print: imprimer"))
    assert theme.text("fr", "print") == "imprimer"
    assert [(each.code, dict(each.words)["key"], each.location.file) for each in faults] == [
        ("theme-string-missing", "share", "templates/strings/fr.yaml")
    ]


def test_a_language_without_any_strings_is_a_fault_at_the_file_to_be_made() -> None:
    theme, _ = load_theme(_files(zh="print: 打印"))
    (missing,) = check_languages(theme, ("zh", "en"))
    assert (missing.code, missing.location.file) == ("theme-language-missing", "templates/strings/en.yaml")


def test_forms_by_number_are_chosen_by_n_and_words_are_filled_in() -> None:
    theme, _ = load_theme(
        _files(en='found: {one: "{n} story", 3: Three stories, many: "{n} stories"}\nat: "at {time}"')
    )
    assert [theme.text("en", "found", n=n) for n in (0, 1, 2, 3)] == [
        "0 stories",
        "1 story",
        "2 stories",
        "Three stories",
    ]
    assert theme.text("en", "at", time="09:30") == "at 09:30"


@pytest.mark.parametrize("key", ["nothing", "at"])
def test_a_string_or_a_word_that_is_not_there_is_never_passed_over(key: str) -> None:
    theme, _ = load_theme(_files(en='at: "at {time}"'))
    with pytest.raises(KeyError):
        theme.text("en", key)


def test_a_word_that_looks_like_a_placeholder_is_printed_as_it_is() -> None:
    theme, _ = load_theme(_files(en='at: "at {time}"'))
    assert theme.text("en", "at", time="{time} {x}") == "at {time} {x}"


def test_a_string_given_twice_is_reported_at_its_second_line() -> None:
    (twice,) = _faults(_files(zh="print: 打印\n# 注释\nprint: 印\n"))
    assert (twice.code, twice.location) == (
        "yaml-duplicate-key",
        Location("templates/strings/zh.yaml", 3, 1),
    )


@pytest.mark.parametrize(
    "line", ["print: [打印]", "print: {one: a}", "print: {one: a, few: b, many: c}", "Print-It: 打印"]
)
def test_a_string_in_a_form_that_cannot_be_used_is_reported(line: str) -> None:
    assert _codes(_faults(_files(zh=line))) == ["theme-string-form"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("print: 打印\nshare: 'open\n", "yaml-quote-unclosed", 2),
        ("a: b: c", "yaml-colon-in-value", 1),
        ("print：打印", "yaml-colon-fullwidth", 1),
        ("- one\n- two", "yaml-not-mapping", 1),
        ("a: &x b\nc: *y", "yaml-anchor", 1),
    ],
)
def test_a_strings_file_that_cannot_be_read_is_told_as_any_document(text: str, code: str, line: int) -> None:
    (broken,) = _faults(_files(zh=text))
    assert (broken.code, broken.location.line) == (code, line)


def test_a_strings_file_nested_without_end_is_a_fault_not_a_crash() -> None:
    assert _codes(_faults(_files(zh="a: " + "[" * 5000))) == ["yaml-too-deep"]


def test_yaml_types_do_not_turn_strings_into_something_else() -> None:
    theme, faults = load_theme(_files(en="yes: no\nnumber: 010\ndate: 2019-05-01\nempty: ''"))
    assert faults == ()
    assert theme.strings["en"] == {"yes": "no", "number": "010", "date": "2019-05-01", "empty": ""}


def test_languages_that_fill_in_other_words_are_told_so() -> None:
    (words,) = _faults(_files(zh="at: 发布{time}", en="at: published {date}"))
    assert words.code == "theme-string-words"
    assert dict(words.words)["key"] == "at"


def test_a_form_for_one_may_do_without_the_number() -> None:
    assert not _faults(_files(zh="n_stories: '{n}篇'", en="n_stories: {one: one story, many: '{n} stories'}"))


@pytest.mark.parametrize("name", ["home.html", "static/style.css"])
def test_a_file_in_another_encoding_is_named_with_the_line(name: str) -> None:
    (encoding,) = _faults({name: "first: x\n打印".encode("gb18030")})
    assert (encoding.code, encoding.location) == ("theme-encoding", Location(f"templates/{name}", 2))


def test_strings_in_gbk_are_told_as_such() -> None:
    (encoding,) = _faults({"strings/zh.yaml": "first: x\nprint: 打印".encode("gb18030")})
    assert (encoding.code, encoding.location.line) == ("encoding-gbk", 2)


def test_a_byte_order_mark_and_windows_line_ends_are_taken_as_they_come() -> None:
    files = {"strings/zh.yaml": "print: 打印\r\n".encode("utf-8-sig"), "a.html": b"<p>\r\n</p>"}
    theme, faults = load_theme(files)
    assert faults == ()
    assert theme.text("zh", "print") == "打印"
    assert theme.templates["a.html"] == "<p>\n</p>"


@pytest.mark.parametrize("text", ["", "# 只有注释\n"])
def test_a_strings_file_without_strings_changes_nothing(text: str) -> None:
    theme, faults = load_theme(_files(zh="print: 打印"), _files(zh=text))
    assert (theme.text("zh", "print"), faults) == ("打印", ())


def test_a_static_file_that_is_no_style_sheet_keeps_its_bytes() -> None:
    data = bytes(range(256))
    assert load_theme({"static/photo.jpg": data})[0].static == {"photo.jpg": data}


def test_what_belongs_to_no_part_of_a_theme_is_left_alone() -> None:
    theme, faults = load_theme(
        {"README.md": b"\xff", "strings/notes.txt": b"\xff", "strings/old/zh.yaml": b""}
    )
    assert (theme, faults) == (Theme({}, {}, {}), ())


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("sotry.html", "story.html"),
        ("stroy.html", "story.html"),
        ("story.htm", "story.html"),
        ("strings/cn.yaml", ""),
        ("strings/zh.yml", "strings/zh.yaml"),
        ("unused.html", ""),
        ("style.css", ""),
    ],
)
def test_a_file_that_replaces_nothing_is_told_with_the_name_that_was_meant(path: str, nearest: str) -> None:
    packaged = ("story.html", "home.html", "static/site.css", "strings/zh.yaml", "strings/en.yaml")
    (found,) = check_files(packaged, [path], {"story.html": ["story.html"]}, ("zh", "en"))
    assert (found.code, found.location) == ("theme-file-unused", Location(f"templates/{path}"))
    assert dict(found.words)["nearest"] == nearest


def test_files_that_replace_or_are_drawn_on_are_no_surprise() -> None:
    own = ("story.html", "strings/fr.yaml", "static/logo.svg", "share-font.otf", "_ours.html")
    assert check_files(("story.html",), own, {"story.html": own}, ("zh", "fr")) == ()
