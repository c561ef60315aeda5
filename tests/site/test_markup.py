"""The markup of the built site: what the HTML checker says, the policy of each page, and nothing left over."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.site.reading import BuiltSite

CHECKER = Path(__file__).parents[1] / "npm/node_modules/vnu-jar/build/dist/vnu.jar"
# What a program leaves in its output when something went wrong on the way.
LEFT_OVER = re.compile(
    r"\bNone\b|\bUndefined\b|\bundefined\b|\bNaN\b|\{\{|\{%|%\}|\{[=~]|~\}|\{[a-z_]+\}|\b0x[0-9a-f]{6,}"
    r"|<[\w.]+ object|object at |Traceback|\[\[|\]\]|\ufffd|[\ue000-\uf8ff]|&amp;(?:amp|lt|gt|quot|#)"
)


def test_the_html_checker_has_nothing_to_say_about_any_page(folder: Path, site: BuiltSite) -> None:
    command = ["java", "-jar", str(CHECKER), "--stdout", "--exit-zero-always", "--format", "json"]
    # The checker gives files no origin of their own and takes a block of data for a script: what the policy
    # really does is tested in a browser.
    command += ["--filterpattern", ".*Content Security Policy.*"]
    paths = [str(folder / path) for path in site.pages]
    done = subprocess.run([*command, *paths], capture_output=True, check=True, timeout=300)
    found = {
        (each["url"].rpartition("/site/")[2], each["type"], each["message"], each.get("extract"))
        for each in json.loads(done.stdout)["messages"]
    }
    assert found == set()


def test_each_page_has_one_strict_policy_before_anything_that_it_could_stop(site: BuiltSite) -> None:
    for page in site.pages.values():
        (policy,) = page.policy
        rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
        assert rules["default-src"] == "'none'", page.path
        assert rules["base-uri"] == "'none'", page.path
        assert {word for rule in rules.values() for word in rule.split()} <= {"'none'", "'self'", "data:"}
        assert "data:" not in rules["script-src"] + rules["style-src"], page.path
        html = site.files[page.path].decode()
        at = html.index("Content-Security-Policy")
        assert not re.search(r"<(script|link|style|img|svg)\b", html[:at]), page.path


def test_nothing_that_a_program_leaves_behind_stands_in_any_text(site: BuiltSite) -> None:
    for path, data in site.files.items():
        if not path.startswith("static/"):
            found = LEFT_OVER.search(data.decode("utf-8-sig"))
            assert found is None, (path, found)


@pytest.mark.parametrize(
    "text",
    [
        "Date: None",
        "{{ title }}",
        "{=visits}",
        "of {n} stories",
        "<Html object at 0x7f00aa11bb22>",
        "a \ufffd b",
    ],
)
def test_what_is_looked_for_would_be_found(text: str) -> None:
    assert LEFT_OVER.search(text)


def test_pages_are_complete_and_say_their_language_and_encoding(site: BuiltSite) -> None:
    for page in site.pages.values():
        html = site.files[page.path].decode()
        assert html.startswith(f'<!doctype html>\n<html lang="{page.lang}">\n'), page.path
        assert html.endswith("</html>\n"), page.path
        assert html.index('<meta charset="utf-8">') < 200, page.path
        assert page.lang == ("en" if page.path.startswith("en/") else "zh-Hans"), page.path
        assert "\r" not in html, page.path
