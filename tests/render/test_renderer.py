"""The template engine: what it escapes, what it refuses, and where it says a fault stands."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest
from jinja2 import Environment

from sfwgen.diagnostics import Diagnostic, Location
from sfwgen.plan.views import Html
from sfwgen.render import Renderer, RenderError, check_templates, watchdog
from sfwgen.render.renderer import make_environment
from sfwgen.render.watchdog import StuckError, watched
from sfwgen.theme import Theme


@dataclass(frozen=True, slots=True)
class Page:
    """A frame as far as the engine looks at it."""

    lang: str = "en"
    path: str = "stories/story.html"
    tag: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A view of one text."""

    text: str = ""
    frame: Page = Page()


STRINGS = {"zh": {"print": "打印", "found": "{n}篇"}, "en": {"print": "Print", "found": "{n} stories"}}


def _theme(template: str, **others: str) -> Theme:
    templates = {"page.html": template, **{f"{name}.html": text for name, text in others.items()}}
    return Theme(templates, {}, STRINGS)


def _render(template: str, text: str = "", *, lang: str = "en", **others: str) -> str:
    return Renderer(_theme(template, **others)).render("page.html", View(text, Page(lang)))


def _fault(template: str, text: str = "", **others: str) -> Diagnostic:
    with pytest.raises(RenderError) as caught:
        _render(template, text, **others)
    return caught.value.diagnostic


@pytest.mark.parametrize("template", ["{{ view.text }}", '<a title="{{ view.text }}">'])
def test_what_comes_from_content_is_escaped(template: str) -> None:
    assert _render(template, "<b a='1' c=\"2\">&") == template.replace(
        "{{ view.text }}", "&lt;b a=&#39;1&#39; c=&#34;2&#34;&gt;&amp;"
    )


def test_markup_made_by_the_plan_is_printed_as_it_is() -> None:
    assert _render("{{ view.text }}", Html("<b>800</b>")) == "<b>800</b>"


def test_markup_loses_its_standing_once_it_is_changed() -> None:
    assert _render("{{ view.text + view.frame.lang }}", Html("<b>")) == "&lt;b&gt;en"


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{% raw %}", "{# note #}", "{{ view.frame }}"])
def test_template_marks_in_content_stay_literal(text: str) -> None:
    assert _render("{{ view.text }}", text) == text
    assert _render("{{ t('found', n=view.text) }}", text) == f"{text} stories"


def test_strings_come_in_the_language_of_the_page_or_in_the_one_asked_for() -> None:
    template = "{{ t('print') }} {{ t('found', n=5) }} {{ t('print', lang='en') }}"
    assert _render(template, lang="zh") == "打印 5篇 Print"


def test_an_unknown_variable_is_named_with_its_template_and_line() -> None:
    found = _fault("<p>\n\n{{ view.titel }}")
    assert (found.code, found.location) == ("template-undefined", Location("templates/page.html", 3))
    assert "titel" in found.message("en")
    assert "titel" in found.message("zh")


def test_a_fault_in_an_included_template_is_placed_there() -> None:
    found = _fault("\n{% include 'part.html' %}", part="<p>\n{{ nothing }}")
    assert (found.code, found.location) == ("template-undefined", Location("templates/part.html", 2))


def test_a_fault_in_a_macro_of_another_template_is_placed_there() -> None:
    found = _fault(
        "\n\n{% import 'part.html' as part %}{{ part.show(view) }}",
        part="\n{% macro show(it) %}\n{{ it.nothing }}{% endmacro %}",
    )
    assert found.location == Location("templates/part.html", 3)


@pytest.mark.parametrize(
    ("template", "code", "line"),
    [
        ("<p>\n{% if %}", "template-syntax", 2),
        ("{% if view.text %}\n<p>", "template-syntax", 2),
        ("<p>\n{{ view.text | nosuchfilter }}", "template-syntax", 2),
        ("<p>\n{{ view.text | safe }}", "template-syntax", 2),
        ("<p>\n{{ [1, 2] | random }}", "template-syntax", 2),
        ("\n{% include 'nothing.html' %}", "template-missing", 2),
        ("\n\n{{ t('nothing') }}", "template-string-unknown", 3),
        ("\n{{ t('found') }}", "template-string-unknown", 2),
        ("\n{{ t('print', lang='fr') }}", "template-string-unknown", 2),
        ("\n{{ lipsum() }}", "template-undefined", 2),
        ("\n{{ 1 // 0 }}", "template-error", 2),
        ("\n{{ view.text | safe_url }}", "template-error", 2),
    ],
)
def test_each_fault_of_a_template_is_a_diagnostic_at_its_line(template: str, code: str, line: int) -> None:
    found = _fault(template, "javascript:alert(1)")
    assert (found.code, found.location) == (code, Location("templates/page.html", line))


def test_a_template_that_includes_itself_is_told_so() -> None:
    assert _fault("{% include 'page.html' %}").code == "template-recursion"


def test_a_template_that_is_not_there_is_named() -> None:
    with pytest.raises(RenderError) as caught:
        Renderer(_theme("")).render("story.html", View())
    assert caught.value.diagnostic.code == "template-missing"
    assert "story.html" in caught.value.diagnostic.message("en")


def test_faults_are_known_before_any_page_is_rendered() -> None:
    theme = _theme(
        "{{ t('print') }}\n{{ t('nothing') }}", broken="\n{% for %}", filtered="\n\n{{ 'a' | nosuch }}"
    )
    found = {(each.code, each.location) for each in check_templates(theme)}
    assert found == {
        ("template-string-unknown", Location("templates/page.html", 2)),
        ("template-syntax", Location("templates/broken.html", 2)),
        ("template-syntax", Location("templates/filtered.html", 3)),
    }


@pytest.mark.parametrize(
    "url",
    [
        "",
        "index.html",
        "../stories/gas.html#fig-1",
        "#sources",
        "https://a.example/x?y=1&z",
        "mailto:a@b.example",
        "TEL:+86",
        "HTTP://a.example",
        "stories/a:b.html",
        "?q=a:b",
    ],
)
def test_addresses_of_pages_and_known_schemes_are_printed(url: str) -> None:
    assert _render('<a href="{{ view.text | safe_url }}">', url) == f'<a href="{url}">'.replace(
        "&z", "&amp;z"
    )


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "x-y.z+1:a",
        "https://a b",
    ],
)
def test_any_other_address_never_reaches_a_page(url: str) -> None:
    assert _fault("{{ view.text | safe_url }}", url).code == "template-error"


def test_structured_data_cannot_end_its_element() -> None:
    text = '{"a": "</script><script>alert(1)</script><!-- & \u2028"}'
    page = _render("<script>{{ view.text | json_script }}</script>", text)
    inside = page.removeprefix("<script>").removesuffix("</script>")
    assert not set("<>&\u2028") & set(inside)
    assert (
        inside.replace("\\u003c", "<")
        .replace("\\u003e", ">")
        .replace("\\u0026", "&")
        .replace("\\u2028", "\u2028")
        == text
    )


def test_a_view_renders_to_the_same_text_every_time() -> None:
    renderer = Renderer(_theme("{% for x in range(3) %}{{ x }}{{ view.text }}{% endfor %}"))
    assert len({renderer.render("page.html", View("a")) for _ in range(3)}) == 1


@pytest.mark.parametrize("count", ["10 ** 9", "10 ** 30"])
def test_a_loop_over_the_wrong_number_is_cut_short_and_the_page_named(count: str) -> None:
    found = _fault(f"\n{{% for n in range({count}) %}}{{% endfor %}}")
    assert (found.code, found.location) == ("template-stuck", Location("templates/page.html", 2))
    assert "stories/story.html" in found.message("en")
    assert "100,000" in found.message("zh")


def test_loops_within_loops_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "MAX_PARTS", 1000)
    found = _fault("{% for n in range(100) %}\n{% for m in range(100) %}{{ m }}{% endfor %}{% endfor %}")
    assert (found.code, found.location.file) == ("template-stuck", "templates/page.html")


def test_a_page_that_is_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "MAX_SIZE", 1 << 20)
    assert _fault("{{ 'a' * 2 ** 20 }}b").code == "template-stuck"
    assert _render("{{ 'a' * 1000 }}")


def _loop_for_ever() -> str:
    while True:
        pass


def test_a_page_whose_time_is_up_is_given_up() -> None:
    with pytest.raises(StuckError):
        watched(_loop_for_ever, seconds=0.05)


def test_a_page_whose_time_is_up_is_given_up_in_any_thread() -> None:
    with ThreadPoolExecutor(1) as pool, pytest.raises(StuckError):
        pool.submit(watched, _loop_for_ever, 0.05).result()


def test_a_page_that_had_to_wait_for_others_is_not_given_up() -> None:
    waited = threading.Event()
    assert watched(lambda: f"waited: {waited.wait(0.1)}", seconds=0.03) == "waited: False"


def test_nothing_is_given_up_after_its_end() -> None:
    assert watched(lambda: "page", seconds=0.02) == "page"
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(watched, lambda: "page", 0.02).result() == "page"
        assert pool.submit(lambda: sum(range(2_000_000))).result() == 1_999_999_000_000
    assert sum(range(2_000_000)) == 1_999_999_000_000


def test_a_stuck_template_costs_its_time_once() -> None:
    renderer = Renderer(_theme("{% for n in range(10 ** 9) %}{% endfor %}", other="{{ view.text }}"))
    told = []
    for template in ("page.html", "other.html"):
        with pytest.raises(RenderError) as caught:
            renderer.render(template, View("甲"))
        told.append(caught.value.diagnostic)
    assert told[0] == told[1]


def test_a_text_is_compiled_once_in_a_process_and_anew_once_it_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[str | None] = []
    compile_ = Environment.compile

    def noted(self: Environment, source: str, name: str | None = None, *rest: Any) -> Any:  # noqa: ANN401 - Jinja's own
        compiled.append(name)
        return compile_(self, source, name, *rest)

    monkeypatch.setattr(Environment, "compile", noted)
    first, changed = "a preview {% include 'part.html' %}", "a saved preview {% include 'part.html' %}"
    assert _render(first, part="of a page") == "a preview of a page"
    assert _render(first, part="of a page") == "a preview of a page"
    assert _render(changed, part="of a page") == "a saved preview of a page"
    assert _render(changed, part="of two pages") == "a saved preview of two pages"
    assert compiled == ["page.html", "part.html", "page.html", "part.html"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("on a 200-metre road", 'on a <span class="n">200-metre</span> road'),
        ("a report of mid-2019", 'a report of <span class="n">mid-2019</span>'),
        ("the No. 2 line", 'the <span class="n">No. 2</span> line'),
        ("<b>& nothing to keep", "&lt;b&gt;&amp; nothing to keep"),
        ("2019年年中", "2019年年中"),
        ("2月仍停工，5月贯通", '2月仍停<span class="n">工，</span>5月贯通'),
        (
            "“七一”前后（三天）",
            '<span class="n">“七</span><span class="n">一”</span>前后<span class="n">（三</span><span class="n">天）</span>',
        ),
    ],
)
def test_a_number_stays_with_what_it_belongs_to(text: str, html: str) -> None:
    assert make_environment({}).filters["unbroken"](text) == html


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("走访3户，当场核查。还到塔秀村慰问。", "走访3户，当场核查。"),
        ("他说“都办好了。”后来又去看过。", "他说“都办好了。”"),
        ("只有一句，没有句号", "只有一句，没有句号"),
        ("It fell by 0.2 yuan on the No. 2 line. Then more.", "It fell by 0.2 yuan on the No. 2 line."),
        ("One sentence.", "One sentence."),
    ],
)
def test_the_first_sentence_of_a_text_is_all_of_it(text: str, sentence: str) -> None:
    assert make_environment({}).filters["first_sentence"](text) == sentence


def test_the_first_sentence_of_what_is_marked_keeps_its_marks_and_no_tag_is_cut() -> None:
    marked = Html('走访<a class="f" href="a.html?b=。"><data value="3">3户</data></a>。还有<b>下一句。</b>')
    assert _render("{{ view.text | first_sentence }}", marked) == (
        '走访<a class="f" href="a.html?b=。"><data value="3">3户</data></a>。'
    )
    assert _render("{{ view.text | first_sentence }}", "<i>一句。</i>二句。") == "&lt;i&gt;一句。"
