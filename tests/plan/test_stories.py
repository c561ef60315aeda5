from __future__ import annotations

import re

from sfwgen.plan.views import CorrectionsView, HomeView, PageView, StoryView, View
from sfwgen.render import Renderer
from tests.support.example import changed, packaged_theme, site_of, views_of

ESTATE_EN = "content/stories/shanshui-yuyuan/index.en.md"


def story(views: dict[str, View], slug: str, lang: str = "zh") -> StoryView:
    view = views[f"{'en/' if lang == 'en' else ''}stories/{slug}.html"]
    assert isinstance(view, StoryView)
    return view


def figures(view: StoryView) -> dict[str, str]:
    return {figure.id: figure.text for figure in view.evidence}


def test_the_figures_of_the_gas_story_say_the_same_in_both_languages() -> None:
    views = views_of()
    assert figures(story(views, "gas-pipeline")) == {
        "towns_supplied": "2个",
        "enterprises_supplied": "800余家",
        "residents_supplied": "8.4万名",
        "saving_average": "约0.2元/立方米",
        "saving_peak": "超过1元/立方米",
        "saving_daily": "2000元/天",
    }
    assert figures(story(views, "gas-pipeline", "en")) == {
        "towns_supplied": "2 towns",
        "enterprises_supplied": "more than 800 enterprises",
        "residents_supplied": "84,000 residents",
        "saving_average": "about 0.2 yuan per cubic metre",
        "saving_peak": "more than 1 yuan per cubic metre",
        "saving_daily": "2,000 yuan a day",
    }


def test_a_figure_of_one_enterprise_says_so_where_it_is_explained() -> None:
    evidence = {each.id: dict(each.details) for each in story(views_of(), "gas-pipeline").evidence}
    assert evidence["saving_average"]["scope"] == "唐先镇某企业"
    assert evidence["saving_average"]["example"]
    assert evidence["saving_average"]["statistic"] == "平均"
    assert "example" not in evidence["enterprises_supplied"]


def test_a_figure_of_one_enterprise_never_stands_for_the_story_in_a_list() -> None:
    for view in views_of().values():
        if isinstance(view, StoryView):
            assert not any("saving" in figure.id for card in view.related for figure in card.figures)


def test_a_figure_leads_to_every_counter_that_counts_it_and_to_its_bulletins() -> None:
    evidence = {each.id: each for each in story(views_of(), "housing-support").evidence}
    links = {use.text: use.href for use in evidence["relief_money"].uses}
    assert links == {"送出慰问金": "../figures.html#relief_money", "第1期": "../bulletins/1.html"}


def test_figures_in_a_text_link_to_what_they_rest_on() -> None:
    files = changed(body=("黄土路段及其路旁绿化，现已完成施工。", "路段（{=road_length}）现已完成施工。"))
    body = story(views_of(files), "feifeng-road").body
    assert '<a class="f" href="#fig-road_length"><data value="200">200米</data></a>' in body


def test_a_figure_inside_a_link_is_not_a_link_itself() -> None:
    files = changed(body=("数字的读法见[关于本站](", "数字的读法见[关于{=towns_supplied}]("))
    body = story(views_of(files), "gas-pipeline").body
    assert re.search(r'<a href="[^"]*">关于<data value="2">2个</data></a>', body)


def test_a_story_without_a_translation_shows_the_original_and_says_so() -> None:
    view = story(views_of(changed({ESTATE_EN: None})), "shanshui-yuyuan", "en")
    assert view.frame.content_tag == "zh-Hans"
    assert [notice.kind for notice in view.frame.notices] == ["untranslated"]
    assert not view.frame.indexed
    assert view.frame.canonical == "https://sfw.yongkang.example/stories/shanshui-yuyuan.html"
    assert "山水御园是住宅小区" in view.body
    assert view.moment is not None
    assert view.moment.text == "late June 2019"


def test_the_original_does_not_offer_a_missing_translation_to_search_engines() -> None:
    frame = story(views_of(changed({ESTATE_EN: None})), "shanshui-yuyuan").frame
    assert {each.lang: (each.exists, each.indexed) for each in frame.alternates} == {
        "zh": (True, True),
        "en": (True, False),
    }


def test_a_hidden_translation_has_no_page_and_the_switch_leads_to_the_home_page() -> None:
    files = changed(
        {ESTATE_EN: None}, policy=("official: false", "official: false\nmissing_translation: {stories: hide}")
    )
    views = views_of(files)
    assert "en/stories/shanshui-yuyuan.html" not in views
    english = next(each for each in story(views, "shanshui-yuyuan").frame.alternates if each.lang == "en")
    assert (english.exists, english.href) == (False, "../en/index.html")
    assert all("shanshui-yuyuan" not in repr(view) for path, view in views.items() if path.startswith("en/"))


def test_previous_is_the_earlier_event_and_next_the_later() -> None:
    view = story(views_of(), "gas-pipeline")
    assert view.previous is not None
    assert view.next is not None
    assert view.previous.href == "feifeng-road.html"
    assert view.next.href == "shanshui-yuyuan.html"


def test_the_latest_and_the_earliest_story_have_one_neighbour() -> None:
    views = views_of()
    assert story(views, "housing-support").next is None
    assert story(views, "taxiu-village").previous is None


def test_a_correction_stands_on_the_story_and_on_the_corrections_page() -> None:
    correction = (
        "unknown:\n  - zh: 工程从何时起",
        (
            "corrections:\n  - {date: 2019-08-01, wrong: {zh: 800家, en: 800 enterprises}, "
            "right: {zh: 800余家, en: more than 800 enterprises}}\nunknown:\n  - zh: 工程从何时起"
        ),
    )
    views = views_of(changed(correction=correction))
    view = story(views, "gas-pipeline", "en")
    assert [notice.kind for notice in view.frame.notices] == ["correction"]
    assert "more than 800 enterprises" in view.frame.notices[0].text
    page = views["en/corrections.html"]
    assert "2019-08-01" in repr(page)


def test_many_corrections_stand_on_several_pages_the_newest_on_the_first() -> None:
    one = "  - {{date: 2019-08-{:02}, wrong: {{zh: 误{}, en: wrong {}}}, right: {{zh: 正, en: right}}}}\n"
    many = "".join(one.format(1 + n // 4, n, n) for n in range(110))
    given = "unknown:\n  - zh: 工程从何时起"
    views = views_of(changed(corrections=(given, f"corrections:\n{many}{given}")))
    paths = sorted(path for path in views if path.startswith("corrections"))
    assert paths == ["corrections.html", "corrections.p1.html"]
    first, older = (views[path] for path in paths)
    assert isinstance(first, CorrectionsView) and isinstance(older, CorrectionsView)
    assert (len(first.corrections), len(older.corrections)) == (60, 50)
    assert min(each.moment.datetime for each in first.corrections) >= max(
        each.moment.datetime for each in older.corrections
    )
    assert first.pager is not None and first.pager.older is not None and older.pager is not None
    assert first.pager.older.href == "corrections.p1.html"
    assert older.frame.title == "更正记录，第2页 — 三服务工作简报"
    assert [each.url for each in older.frame.alternates if each.tag == "en"] == [
        "https://sfw.yongkang.example/en/corrections.p1.html"
    ]


def test_a_link_by_a_title_breaks_where_the_title_may_and_says_if_it_is_in_the_other_language() -> None:
    views = views_of(changed({ESTATE_EN: None}))
    later = story(views, "gas-pipeline", "en").next
    assert later is not None
    assert (later.text, later.tag) == ("山水御园6月下旬交付，40余名业主送来锦旗", "zh-Hans")
    earlier = story(views, "gas-pipeline").previous
    assert earlier is not None
    assert (re.sub(r"<[^>]*>", "", "".join(earlier.pieces)), earlier.tag) == (earlier.text, "")
    assert len(earlier.pieces) > 1
    english = Renderer(packaged_theme()).render("story.html", views["en/stories/gas-pipeline.html"])
    assert f'<span class="pn" lang="zh-Hans">{later.pieces[0][:6]}' in english
    home = views["en/index.html"]
    assert isinstance(home, HomeView)
    tags = {link.tag for line in home.lines for link in line.stories}
    assert tags == {"", "zh-Hans"}


def test_a_link_between_texts_leads_to_the_page_in_the_same_language() -> None:
    views = views_of()
    assert 'href="housing-support.html"' in story(views, "feifeng-road", "en").body
    assert 'href="../about.html"' in story(views, "gas-pipeline", "en").body


def test_an_old_address_leads_to_the_story_in_each_language() -> None:
    files = changed(
        alias=(
            "line: grassroots\nplaces: [feifeng]",
            "line: grassroots\naliases: [old/road.html]\nplaces: [feifeng]",
        )
    )
    views = views_of(files)
    assert views["old/road.html"].target == "../stories/feifeng-road.html"  # type: ignore[union-attr]  # a redirect
    assert views["en/old/road.html"].target == "../stories/feifeng-road.html"  # type: ignore[union-attr]  # likewise


def test_no_publication_time_is_made_up() -> None:
    assert all(
        view.published == view.updated == "" for view in views_of().values() if isinstance(view, StoryView)
    )


def test_a_page_with_several_headings_lists_them() -> None:
    view = views_of()["about.html"]
    assert isinstance(view, PageView)
    assert [link.text for link in view.contents][:2] == ["内容从哪里来", "唯一的推断：年份"]
    assert all(f'id="{link.href[1:]}"' in view.body for link in view.contents)


def test_a_story_may_be_without_figures() -> None:
    view = story(views_of(), "taxiu-village")
    assert not view.panel
    assert not view.evidence


def test_every_story_of_the_example_is_read() -> None:
    assert len(site_of(changed()).stories) == 5


def test_a_figure_written_in_words_leads_to_what_it_rests_on() -> None:
    views = views_of()
    zh, en = story(views, "gas-pipeline").body, story(views, "gas-pipeline", "en").body
    assert '<a class="f" href="#fig-enterprises_supplied"><data value="800">800余家</data></a>企业' in zh
    assert (
        '<a class="f" href="#fig-saving_average"><data value="0.2">about 0.2 yuan per cubic metre</data></a>'
        in en
    )


def test_a_figure_of_the_summary_leads_to_what_it_rests_on() -> None:
    dek = story(views_of(), "housing-support").dek
    assert '<a class="f" href="#fig-relief_money"><data value="6500">6500元</data></a>' in dek


def test_a_figure_of_the_title_is_marked_with_its_value_at_the_head_and_in_links() -> None:
    views = views_of()
    zh, en = (story(views, "feifeng-road", lang) for lang in ("zh", "en"))
    assert zh.title.pieces[:2] == ("飞凤社区", '<data value="200">200米</data>黄土路段')
    for view in (zh, en):
        assert re.sub(r"<[^>]*>", "", "".join(view.title.pieces)) == view.title.text
    home = views["index.html"]
    assert isinstance(home, HomeView)
    row = next(each for each in home.rows if "feifeng-road" in each.href)
    assert row.title == zh.title


def test_a_marked_figure_of_a_title_keeps_its_number_with_its_unit() -> None:
    home = Renderer(packaged_theme()).render("home.html", views_of()["en/index.html"])
    assert 'on a <data value="200"><span class="n">200-metre</span></data> yellow-earth road' in home


def test_a_figure_that_a_title_has_filled_in_is_marked_too() -> None:
    files = changed(title=("title: 飞凤社区|200米黄土路段", 'title: "A&B社区|{=road_length}黄土路段'))
    path = next(path for path in files if path.endswith("feifeng-road/index.zh.md"))
    files[path] = re.sub(rb'(?m)^(title: ".*)$', rb'\1"', files[path])
    view = story(views_of(files), "feifeng-road")
    assert view.title.pieces[:2] == ("A&amp;B社区", '<data value="200">200米</data>黄土路段')
    page = Renderer(packaged_theme()).render("story.html", view)
    assert '>A&amp;B社区<wbr><data value="200">200米</data>黄土路段' in page


def test_a_figure_of_the_timeline_leads_to_what_it_rests_on_in_each_language() -> None:
    views = views_of()
    zh, en = (story(views, "gas-pipeline", lang).steps[-1].text for lang in ("zh", "en"))
    assert zh.startswith(
        '<a class="f" href="#fig-towns_supplied"><data value="2">两镇</data></a>供气范围扩大'
    )
    assert en == "Supply in both towns widened; production costs fell at one enterprise in Tangxian."


def test_a_fraction_has_its_value_as_a_fraction() -> None:
    figures = "figures:\n  - {id: paid, label: {zh: 还款, en: Repaid}, unit: household, value: 三分之二}\n"
    files = changed(
        figures=("figures:\n  - {metric: towns_supplied", f"{figures}  - {{metric: towns_supplied"),
        text=("将由此得到全面满足。", "将由此得到全面满足。三分之二已还。"),
    )
    body = story(views_of(files), "gas-pipeline").body
    assert '<a class="f" href="#fig-paid"><data value="2/3">三分之二</data></a>已还' in body


def test_a_total_named_on_a_page_leads_to_its_definition() -> None:
    view = views_of()["en/about.html"]
    assert isinstance(view, PageView)
    assert (
        '<a class="f" href="figures.html#service_teams"><data value="5">5</data></a> service teams'
        in view.body
    )


def test_a_bold_figure_is_marked_as_a_whole_with_its_unit() -> None:
    files = changed(
        bold=(
            "象珠、唐先两镇800余家企业和8.4万名群众的用气需求，将由此",
            "象珠、唐先两镇**800余家**企业和**8.4**万名群众的用气需求，将由此",
        )
    )
    body = story(views_of(files), "gas-pipeline").body
    assert '<strong><a class="f" href="#fig-enterprises_supplied">' in body
    assert '<data value="84000"><strong>8.4</strong>万名</data></a>群众' in body


def test_a_range_has_two_values_and_an_indefinite_figure_none() -> None:
    figures = "figures:\n  - {id: days, label: {zh: 天数, en: Days}, unit: household, value: 3至5户}\n  - {id: many, label: {zh: 群众, en: People}, unit: resident, value: 几十名}\n"
    files = changed(
        figures=("figures:\n  - {metric: towns_supplied", f"{figures}  - {{metric: towns_supplied"),
        text=("将由此得到全面满足。", "将由此得到全面满足。其中3至5户先通，几十名群众到场。"),
    )
    body = story(views_of(files), "gas-pipeline").body
    assert '<data value="3">3</data>至<data value="5">5户</data>' in body
    assert '<a class="f" href="#fig-many"><span class="n">几十名</span></a>' in body
