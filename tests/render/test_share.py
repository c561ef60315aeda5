"""Share pictures: drawn with the project's own font, the same every time, never with boxes for letters."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from sfwgen.diagnostics import Location
from sfwgen.images import ImageError
from sfwgen.plan.outputs import PageOutput, ShareOutput
from sfwgen.render.share import draw_share
from tests.support.example import example_files, plan_of

CHINESE = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc")
LATIN = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif-Bold.ttf")
FONT = "templates/share-font.ttc"


def picture(title: tuple[str, ...], font: Path = CHINESE, lang: str = "zh") -> ShareOutput:
    figure = (("n", "800"), ("q", "余"), ("u", "家")) if lang == "zh" else (("q", "more than"), ("n", "800"))
    label, foot = ("企业", "非官方演示") if lang == "zh" else ("Enterprises", "Unofficial")
    data = font.read_bytes()
    return ShareOutput(
        "share/a.png",
        lang,
        "简报" if lang == "zh" else "Bulletin",
        title,
        figure,
        label,
        foot,
        data,
        Location("a"),
    )


def test_a_picture_has_the_size_that_open_graph_asks_for_and_nothing_but_pixels() -> None:
    made = draw_share(picture(("2月仍停工，", "5月全线贯通")))
    assert made == draw_share(picture(("2月仍停工，", "5月全线贯通")))
    assert len(made) < 60_000
    with Image.open(io.BytesIO(made)) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))
        assert not image.info.keys() - {"transparency"}
        counted = image.convert("RGB").getcolors(100) or []
        colours = {colour for _, colour in counted if isinstance(colour, tuple)}
    assert (255, 255, 255) in colours
    assert any(red > 150 and green < 60 for red, green, _ in colours), "the qualifier is red"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_title_of_any_length_stays_within_the_picture(lang: str) -> None:
    words = (
        "东永二线天然气管道接通象珠段，" * 6
        if lang == "zh"
        else "the Dongyong natural gas line is through " * 5
    )
    with Image.open(io.BytesIO(draw_share(picture((words,), lang=lang)))) as image:
        plain = image.convert("L")
        assert plain.crop((1140, 130, 1200, 630)).getextrema() == (255, 255), "the margin stays white"


def test_a_character_that_the_font_lacks_is_an_error_and_no_box() -> None:
    with pytest.raises(ImageError) as refused:
        draw_share(picture(("象珠",), LATIN))
    assert refused.value.diagnostic.code == "share-glyph-missing"
    assert "象珠" in refused.value.diagnostic.message("zh")
    draw_share(picture(("Xiangzhu",), LATIN, "en"))


def test_what_is_no_font_is_told() -> None:
    output = picture(("象珠",))
    broken = ShareOutput(**{name: getattr(output, name) for name in output.__slots__} | {"font": b"no font"})
    with pytest.raises(ImageError) as refused:
        draw_share(broken)
    assert refused.value.diagnostic.code == "share-font-unreadable"


def test_only_a_project_with_a_font_has_pictures_and_the_font_is_not_published() -> None:
    assert not [each for each in plan_of(example_files()).outputs if isinstance(each, ShareOutput)]
    with_font = {**example_files(), FONT: b"a font"}
    outputs = plan_of(with_font).outputs
    made = {each.path: each for each in outputs if isinstance(each, ShareOutput)}
    assert {"share/index.png", "share/en/figures.png", "share/en/stories/gas-pipeline.png"} <= made.keys()
    assert not [each.path for each in outputs if "share-font" in each.path]
    assert (
        made["share/en/stories/gas-pipeline.png"].label
        == "Area supplied: Xiangzhu and Tangxian · Enterprises"
    )
    told = [text for each in made.values() for text in (*each.title, each.label, each.foot, each.site)]
    assert any("40余名业主" in text for text in told)
    assert not [text for text in told if "<" in text or "&" in text], "figures are marked on pages only"


def test_each_page_names_its_picture_with_its_size_and_what_it_shows() -> None:
    def named(files: dict[str, bytes], path: str) -> dict[str, str]:
        page = next(each for each in plan_of(files).outputs if each.path == path)
        assert isinstance(page, PageOutput)
        return {meta.key: meta.content for meta in page.view.frame.meta}

    without = named(dict(example_files()), "stories/gas-pipeline.html")
    assert "og:image" not in without
    assert without["twitter:card"] == "summary"
    files = {**example_files(), FONT: b"a font"}
    story = named(files, "stories/gas-pipeline.html")
    assert story["og:image"] == "https://sfw.yongkang.example/share/stories/gas-pipeline.png"
    assert (story["og:image:width"], story["og:image:height"]) == ("1200", "630")
    assert story["og:image:alt"] == story["og:title"]
    assert story["twitter:card"] == "summary_large_image"
    assert named(files, "en/about.html")["og:image"] == "https://sfw.yongkang.example/share/en/index.png"


def test_the_font_of_the_repository_draws_every_picture_of_its_own_site() -> None:
    font = Path(__file__).parents[2] / "templates/share-font.otf"
    files = {**example_files(), "templates/share-font.otf": font.read_bytes()}
    pictures = [each for each in plan_of(files).outputs if isinstance(each, ShareOutput)]
    assert len(pictures) == 16
    for each in pictures:
        assert len(draw_share(each)) < 60_000, "a character that the font lacks would have been told"
