"""Where links and images may lead."""

import pytest

from sfwgen.model import ImageSlot, LinkSlot
from tests.content.markdown.reading import codes_of, html_of, read


def slots_of(source: str) -> list[LinkSlot | ImageSlot]:
    return [part for part in read(source)[0].parts if isinstance(part, LinkSlot | ImageSlot)]


@pytest.mark.parametrize(
    ("written", "target", "fragment"),
    [
        ("../feifeng-road/index.zh.md", "content/stories/feifeng-road/index.zh.md", ""),
        ("../feifeng-road/", "content/stories/feifeng-road", ""),
        ("../feifeng-road", "content/stories/feifeng-road", ""),
        ("../../pages/about/index.zh.md#联系", "content/pages/about/index.zh.md", "联系"),
        ("./../feifeng-road/./index.en.md", "content/stories/feifeng-road/index.en.md", ""),
        ("../feifeng-road/#%E8%81%94%E7%B3%BB", "content/stories/feifeng-road", "联系"),
        ("<../feifeng road/>", "content/stories/feifeng road", ""),
        ("../%E9%A3%9E/", "content/stories/飞", ""),
        ("table.csv", "content/stories/x/table.csv", ""),
    ],
)
def test_a_link_to_another_document_keeps_its_path_in_the_project(
    written: str, target: str, fragment: str
) -> None:
    [slot] = slots_of(f"见[飞凤路]({written})。")
    assert isinstance(slot, LinkSlot)
    assert (slot.target, slot.fragment) == (target, fragment)
    assert codes_of(f"见[飞凤路]({written})。") == []


def test_a_link_knows_where_its_target_is_written() -> None:
    [slot] = slots_of("甲\n\n见[飞凤路](../feifeng-road/)。")
    assert (slot.location.line, slot.location.column) == (3, 8)
    [slot] = slots_of("见[飞凤路][1]。\n\n[1]: ../feifeng-road/\n")
    assert (slot.location.line, slot.location.column) == (3, 6)


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("[甲](https://www.yk.gov.cn/a?b=1&c=2#d)", "https://www.yk.gov.cn/a?b=1&amp;c=2#d"),
        ("<http://a.cn/>", "http://a.cn/"),
        ("[甲](HTTPS://a.cn/)", "HTTPS://a.cn/"),
        ("[甲](https://a.cn/路)", "https://a.cn/路"),
        ('<a href="https://a.cn/">甲</a>', "https://a.cn/"),
    ],
)
def test_a_link_outside_says_that_it_leads_outside(source: str, address: str) -> None:
    assert f'<a href="{address}" rel="noopener external">' in html_of(source)
    assert codes_of(source) == []


@pytest.mark.parametrize("address", ["mailto:a@b.cn", "tel:+8657912345678", "#天然气-管道"])
def test_mail_telephone_and_the_page_itself_may_be_linked(address: str) -> None:
    assert html_of(f"[甲]({address})") == f'<p><a href="{address}">甲</a></p>'
    assert codes_of(f"[甲]({address})") == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[甲](javascript:alert(1))", "link-scheme 1:5"),
        ("[甲](JaVaScRiPt:alert(1))", "link-scheme 1:5"),
        ("[甲](&#106;avascript:x)", "link-scheme 1:5"),
        ("[甲](javascript&colon;x)", "link-scheme 1:5"),
        ("[甲](java%0ascript:x)", "link-characters 1:5"),
        ("[甲](&#x9;javascript:x)", "link-characters 1:5"),
        ("[甲](data:text/html,x)", "link-scheme 1:5"),
        ("[甲](file:///etc/passwd)", "link-scheme 1:5"),
        ("[甲](vbscript:x)", "link-scheme 1:5"),
        ("[甲](ftp://a.cn/)", "link-scheme 1:5"),
        ("<javascript://a>", "link-scheme 1:16"),
        ("甲[乙]\n\n[乙]: javascript:x", "link-scheme 3:6"),
        ('<a href="javascript:x">甲</a>', "link-scheme 1:10"),
        ("[甲](//evil.cn/a)", "link-no-scheme 1:5"),
        ("[甲](/stories/x.html)", "link-absolute 1:5"),
        ("[甲](%2Fetc/passwd)", "link-absolute 1:5"),
        ("[甲](../../../../etc/passwd)", "link-leaves-project 1:5"),
        ("[甲](%2e%2e/%2e%2e/%2e%2e/%2e%2e/a)", "link-leaves-project 1:5"),
        ("[甲](..\\feifeng-road\\)", "link-characters 1:5"),
        ("[甲](../a%5Cb)", "link-characters 1:5"),
        ("[甲](../a%00b)", "link-characters 1:5"),
        ("[甲](C:/a.md)", "link-scheme 1:5"),
        ("[甲](https://)", "link-malformed 1:5"),
        ("[甲](https:a.cn)", "link-malformed 1:5"),
        ("[甲](https://bank.cn@evil.cn/)", "link-malformed 1:5"),
        ("[甲](https://a.cn:99999/)", "link-malformed 1:5"),
        ("[甲](http://[::1)", "link-malformed 1:5"),
        ("[甲]()", "link-empty 1:5"),
    ],
)
def test_any_other_target_is_refused_where_it_is_written(source: str, expected: str) -> None:
    assert expected in codes_of(source)
    assert "href" not in html_of(source)


def test_an_image_stands_beside_the_story_and_is_described() -> None:
    [slot] = slots_of("![贯通仪式](tongqi.jpg)")
    assert isinstance(slot, ImageSlot)
    assert slot.target == "content/stories/x/tongqi.jpg"
    assert html_of("![贯通仪式](tongqi.jpg)") == (
        '<p><img src="content/stories/x/tongqi.jpg" alt="贯通仪式"></p>'
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("![](a.jpg)", "image-alt 1:5"),
        ("![ ](a.jpg)", "image-alt 1:6"),
        ('<img src="a.jpg">', "image-alt 1:11"),
        ("![图](https://a.cn/a.jpg)", "image-outside 1:6"),
        ("![图](//a.cn/a.jpg)", "image-outside 1:6"),
        ("![图](data:image/png;base64,AAAA)", "image-outside 1:6"),
        ("![图](../y/a.jpg)", "image-outside 1:6"),
        ("![图](../../../../a.jpg)", "link-leaves-project 1:6"),
        ("![图](/a.jpg)", "link-absolute 1:6"),
        ("![图](a\\b.jpg)", "link-characters 1:6"),
    ],
)
def test_any_other_image_is_refused(source: str, expected: str) -> None:
    assert expected in codes_of(source)
