"""What all tests share: the option `--long` for those that take minutes, and `--update-cases` for expectations.

Counting what is covered makes a test take twice as long. So nothing is counted while a test runs that only
repeats what others run: one marked `no_cover`, one that draws its cases at random, one in a browser.
"""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How long an example takes on the clock is the machine's affair; what is promised of times is tested by itself.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")

LONG = "long: takes minutes; runs with --long only, as in make soak"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--long",
        action="store_true",
        help="run the tests marked long too, and give others that can use it more cases",
    )
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="make what the projects in tests/cases give today what is expected of them; never in CI",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", LONG)
    if config.getoption("--update-cases") and os.environ.get("CI"):
        raise pytest.UsageError("--update-cases rewrites what is expected, so it is refused where CI is set")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves tests marked `long` out of a normal run; they are counted as deselected."""
    for item in items:
        if item.get_closest_marker("hypothesis") or "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("no_cover")
    if config.getoption("--long"):
        return
    left_out = [item for item in items if item.get_closest_marker("long")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("long")]


def pytest_collection_finish() -> None:
    """Lets Python look for unused cycles seldom, and never among the thousands of tests, which all stay."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    """Counts nothing while the fixtures of such a test are made either; the rest pytest-cov does itself."""
    with _uncounted(item):
        return (yield)


@contextmanager
def _uncounted(item: pytest.Item) -> Iterator[None]:
    plugin = item.config.pluginmanager.getplugin("_cov")
    controller = getattr(plugin, "cov_controller", None)
    if controller is None or item.get_closest_marker("no_cover") is None:
        yield
        return
    controller.pause()
    try:
        yield
    finally:
        controller.resume()


@pytest.fixture(scope="session")
def long(pytestconfig: pytest.Config) -> bool:
    """Whether this is the long run: a test may then take all of its cases instead of a sample."""
    return bool(pytestconfig.getoption("--long"))


Reached = Callable[[str, int], None]
"""Takes what was tried, in words, and how often."""


@pytest.fixture
def reached(record_property: Callable[[str, object], None]) -> Reached:
    """Puts down how much a test has tried: the long run adds it up and says it at its end."""
    return lambda what, count: record_property(f"reached: {what}", count)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says at the end of a long run how much was tried."""
    if not terminalreporter.config.getoption("--long"):
        return
    tried: Counter[str] = Counter()
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, count in report.user_properties if report.when == "call" else ():
            if name.startswith("reached: "):
                tried[name.removeprefix("reached: ")] += int(str(count))
    terminalreporter.section("reached")
    for what, count in sorted(tried.items()):
        terminalreporter.line(f"{count:>9,} {what}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of a run: Playwright allows no second one in a process."""
    from tests.render.pages import open_browser

    with open_browser() as opened:
        yield opened
