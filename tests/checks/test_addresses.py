"""Everything that a finished page leads to or fetches is on the site."""

import pytest

from tests.checks.pages import BASE, Sample, codes, page, report

OTHER = Sample("stories/b.html", '<h1>乙</h1><h2 id="停工">停工</h2>')
FILES = {
    "style.css": b"",
    "pic.jpg": b"",
    "icons.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><g id="q5"/></svg>',
}


def reported(body: str, head: str = "") -> list[tuple[str, str]]:
    found = report(page(body, head), OTHER, files=FILES)
    return [
        (each.code, dict(each.words).get("target") or dict(each.words).get("markup", "")) for each in found
    ]


@pytest.mark.parametrize(
    "href",
    [
        *("stories/b.html", "./stories/b.html", "stories/b.html#停工", "stories/b.html#%E5%81%9C%E5%B7%A5"),
        *(
            "stories/b.html?q=1",
            "#",
            "#top",
            "#own",
            "style.css",
            f"{BASE}stories/b.html",
            "/bulletin/stories/b.html",
        ),
        *("mailto:a@b.cn", "tel:+8657912345678", "https://www.zj.gov.cn/", "//www.zj.gov.cn/"),
    ],
)
def test_links_that_lead_somewhere_are_left_alone(href: str) -> None:
    assert reported(f'<p id="own"><a href="{href}">乙</a>') == []


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("stories/c.html", "stories/c.html"),
        ("../stories/b.html", "../stories/b.html"),
        ("stories/", "stories/"),
        ("stories", "stories"),
        ("", ""),
        (f"{BASE}c.html", "c.html"),
        ("/bulletin/c.html", "c.html"),
        ("/stories/b.html", "/stories/b.html"),
    ],
)
def test_a_link_to_no_file_of_the_site_is_told(href: str, target: str) -> None:
    assert reported(f'<a href="{href}">乙</a>') == [("output-link-broken", target)]


def test_a_fault_names_the_page_its_source_and_the_target_in_both_languages() -> None:
    [found] = report(page('<a href="b.html#x">乙</a>'))
    assert found.location.file == "content/a.html.md"
    for message in (found.message("zh"), found.message("en")):
        assert "a.html" in message
        assert "b.html" in message
        assert "{" not in message


def test_a_link_that_differs_in_capitals_is_told_the_right_spelling() -> None:
    [found] = report(page('<a href="Stories/B.html">乙</a>'), OTHER)
    assert "stories/b.html" in found.message("en")


def test_a_place_that_a_page_lacks_is_told_with_the_nearest() -> None:
    own = '<h2 id="sources">来源</h2><a href="#sourcess">来源</a>'
    [found] = report(page(own))
    assert (found.code, dict(found.words)["nearest"]) == ("output-anchor-missing", "sources")
    assert reported('<a href="stories/b.html#开工">乙</a>') == [
        ("output-anchor-missing", "stories/b.html#开工")
    ]


@pytest.mark.parametrize(
    "body",
    [
        '<img src="pic.jpg" alt="">',
        '<img srcset="pic.jpg 1x, pic.jpg 2x" src="pic.jpg" alt="">',
        '<svg><symbol id="q5"/><use href="#q5"/></svg>',
        '<svg><use xlink:href="icons.svg#q5"/></svg>',
        '<img src="data:image/svg+xml,%3Csvg/%3E" alt="">',
    ],
)
def test_images_and_symbols_that_are_there_are_left_alone(body: str) -> None:
    assert reported(body) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<img src="none.jpg" alt="">', "output-link-broken"),
        ('<img src="pic.jpg" srcset="none.jpg 2x" alt="">', "output-link-broken"),
        ('<svg><use href="#q4"/></svg>', "output-anchor-missing"),
        ('<svg><use href="icons.svg#q4"/></svg>', "output-anchor-missing"),
        ('<script src="none.js"></script>', "output-link-broken"),
        ('<label for="fs1">大</label>', "output-anchor-missing"),
        ('<nav aria-labelledby="own nav">', "output-anchor-missing"),
    ],
)
def test_images_scripts_and_symbols_that_are_not_there_are_told(body: str, code: str) -> None:
    assert [each for each, _ in reported(f'<i id="own"></i>{body}')] == [code]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ('<img src="https://img.example/a.png" alt="">', ""),
        ('<img src="//img.example/a.png" alt="">', ""),
        ('<img src="pic.jpg" srcset="https://img.example/a.png 2x" alt="">', ""),
        ('<script src="https://cdn.example/a.js"></script>', ""),
        ("", '<link rel="stylesheet" href="https://fonts.example/a.css">'),
        ("", '<link rel="preconnect" href="https://fonts.example">'),
        ("", '<link rel="icon" href="HTTPS://fonts.example/a.ico">'),
        ('<iframe src="https://map.example/"></iframe>', ""),
        ('<video poster="https://img.example/a.png"></video>', ""),
        ('<svg><use href="https://img.example/a.svg#x"/></svg>', ""),
    ],
)
def test_whatever_would_be_fetched_from_another_host_is_told(body: str, head: str) -> None:
    assert [code for code, _ in reported(body, head)] == ["output-outside-request"]


def test_addresses_that_the_head_merely_names_are_no_requests() -> None:
    head = (
        f'<link rel="canonical" href="{BASE}a.html"><link rel="license" href="https://cc.example/by/4.0/">'
        f'<meta property="og:url" content="{BASE}a.html">'
        '<link rel="alternate" type="application/atom+xml" href="f.xml">'
    )
    found = report(page("", head), files={"f.xml": b"<feed/>"})
    assert found == ()
    missing = head.replace("a.html", "c.html").replace("f.xml", "g.xml")
    assert {target for code, target in reported("", missing) if code == "output-link-broken"} == {
        "c.html",
        "g.xml",
    }


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "JavaScript:x"])
def test_links_that_run_code_are_told(href: str) -> None:
    assert reported(f'<a href="{href}">x</a>') == [("output-unsafe", href)]


def test_a_redirect_leads_to_a_page() -> None:
    assert codes(page("", '<meta http-equiv="refresh" content="0; url=stories/b.html">'), OTHER) == []
    assert codes(page("", '<meta http-equiv="refresh" content="0; url=c.html">')) == ["output-link-broken"]


def test_a_fault_of_a_template_is_told_once_with_the_number_of_pages() -> None:
    samples = [Sample(f"p{n}.html", '<h1>甲</h1><a href="none.html">x</a>') for n in range(40)]
    deeper = Sample("en/p.html", '<h1>甲</h1><a href="../none.html">x</a>')
    [found] = report(*samples, deeper)
    assert dict(found.words)["more"] == "40"
    assert dict(found.words)["page"] == "en/p.html"
    assert len(found.related) == 5
    assert "40" in found.message("zh")


def test_what_stands_in_comments_scripts_and_texts_is_not_read() -> None:
    body = (
        '<!-- <a href="none.html"> -->'
        '<script type="application/ld+json">{"a": "<a href=\'none.html\'>"}</script>'
        "<textarea><img src=none.jpg></textarea>"
        '<p title=\'<a href="none.html">\'>a &lt;a href="none.html"&gt;</p>'
    )
    assert reported(body) == []
