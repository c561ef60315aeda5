"""What readers will see come, go and change on pages, and what only machines see."""

from __future__ import annotations

from sfwgen.changes import Change
from sfwgen.changes.pages import Line, compare_outputs


def page(main: str, title: str = "飞凤路", foot: str = "页脚", head: str = "") -> bytes:
    return (
        f'<!doctype html><html lang="zh-Hans"><head><title>{title}</title>{head}</head>'
        f"<body><header>报头</header><main>{main}</main><footer>{foot}</footer></body></html>"
    ).encode()


def test_pages_that_come_and_go_are_named_with_their_titles() -> None:
    changes = compare_outputs({"old.html": page("旧", "旧页")}, {"new.html": page("新", "新页")})
    assert [(each.path, each.change, each.title, each.lang) for each in changes.pages] == [
        ("new.html", Change.ADDED, "新页", "zh-Hans"),
        ("old.html", Change.REMOVED, "旧页", "zh-Hans"),
    ]
    assert changes.withdrawn == ("old.html",)


def test_of_a_changed_page_the_lines_are_told_that_a_reader_sees() -> None:
    before = page("<h1>路</h1><p>长<data value='200'>200米</data>。</p><p>已经完工。</p>")
    after = page(
        "<h1>路</h1><p>长<data value='300'>300米</data>。</p><p>已经完工。</p><ul><li>又及</li></ul>"
    )
    (changed,) = compare_outputs({"a.html": before}, {"a.html": after}).pages
    assert changed.lines == (
        Line(Change.REMOVED, "长200米。"),
        Line(Change.ADDED, "长300米。"),
        Line(Change.ADDED, "又及"),
    )


def test_what_cannot_be_seen_or_stands_on_every_page_is_only_counted() -> None:
    before = page("<p>正文</p>")
    for after in (
        page("<p class='x'>正文</p>"),
        page("<p>正文</p><script>1</script>"),
        page("<p>正文</p>", foot="别的页脚"),
        page("<p>正文</p>", head="<meta name='x'>"),
    ):
        changes = compare_outputs({"a.html": before}, {"a.html": after})
        assert (changes.pages, changes.unseen) == ((), 1)


def test_a_new_title_and_another_picture_are_seen() -> None:
    before, after = page("<img alt='旧照片'>"), page("<img alt='新照片'>")
    assert compare_outputs({"a.html": before}, {"a.html": after}).pages
    assert compare_outputs({"a.html": before}, {"a.html": page("<img alt='旧照片'>", "新题")}).pages


def test_files_are_told_apart_from_pages_and_the_search_index_is_passed_over() -> None:
    old = {
        "data/figures.csv": b"1",
        "feed.xml": b"x",
        "search/t0-ab.js": b"1",
        "en/search/t0-ab.js": b"1",
        ".sfwgen-site": b"1",
    }
    new = {"data/figures.csv": b"2", "feed.xml": b"x", "search/t0-cd.js": b"2", "stories/road.jpg": b"2"}
    changes = compare_outputs(old, new)
    assert [(each.path, each.change) for each in changes.files] == [
        ("data/figures.csv", Change.CHANGED),
        ("stories/road.jpg", Change.ADDED),
    ]


def test_pages_of_many_thousand_lines_are_compared_too() -> None:
    lines = "".join(f"<p>{number}</p>" for number in range(5000))
    (changed,) = compare_outputs({"a.html": page(lines)}, {"a.html": page(lines + "<p>又及</p>")}).pages
    assert changed.lines == (Line(Change.ADDED, "又及"),)
