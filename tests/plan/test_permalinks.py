from __future__ import annotations

import pytest

from sfwgen.plan.permalinks import Permalinks, relative


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("index.html", "figures.html", "figures.html"),
        ("index.html", "stories/gas.html", "stories/gas.html"),
        ("stories/gas.html", "index.html", "../index.html"),
        ("stories/gas.html", "stories/road.html", "road.html"),
        ("en/stories/gas.html", "stories/gas.html", "../../stories/gas.html"),
        ("stories/gas.html", "figures.html#visits", "../figures.html#visits"),
        ("figures.html", "figures.html#visits", "#visits"),
        ("figures.html", "figures.html", "figures.html"),
    ],
)
def test_a_link_is_relative_and_names_the_file(source: str, target: str, link: str) -> None:
    assert relative(source, target) == link


def test_the_default_language_stands_at_the_root_and_others_in_their_folder() -> None:
    permalinks = Permalinks("zh", "https://sfw.example/")
    assert permalinks.path("story", "zh", "gas") == "stories/gas.html"
    assert permalinks.path("story", "en", "gas") == "en/stories/gas.html"


def test_a_home_page_has_its_folder_as_address() -> None:
    permalinks = Permalinks("zh", "https://host.example/ztzl/sfw/")
    assert permalinks.absolute("index.html") == "https://host.example/ztzl/sfw/"
    assert permalinks.absolute("en/index.html") == "https://host.example/ztzl/sfw/en/"
    assert permalinks.absolute("en/stories/gas.html") == "https://host.example/ztzl/sfw/en/stories/gas.html"
