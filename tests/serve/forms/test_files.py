"""What stands below /admin/: the page, the configuration, the packages' files, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator

from sfwgen.build import load
from sfwgen.content import document_schemas
from sfwgen.forms import POLICY, make_settings
from sfwgen.publish import RealDisk
from tests.serve.conftest import CANARY, Served
from tests.serve.forms.conftest import CHOOSE, FETCHED

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_ROOT = Path(__file__).parents[3]
_KINDS = {
    ("string", False): "StringField",
    ("text", False): "TextField",
    ("select", False): "SelectField",
    ("boolean", False): "BooleanField",
    ("image", False): "ImageField",
    ("hidden", False): "HiddenField",
    ("list", False): "SimpleListField",
    ("list", True): "ListFieldWithSubFields",
    ("object", True): "ObjectFieldWithSubFields",
}


@pytest.fixture(scope="module", params=["zh", "en"])
def settings(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The configuration of the example."""
    loaded = load(RealDisk(), str(_ROOT))
    assert loaded.site is not None
    return make_settings(loaded.site, tuple(loaded.sources), request.param)


def test_the_configuration_is_one_by_sveltias_own_schema(settings: dict[str, Any]) -> None:
    schema = json.loads((FETCHED / "cms/schema/sveltia-cms.json").read_bytes())

    def faults(kind: str, value: object) -> list[str]:
        part = {**schema["definitions"][kind], "definitions": schema["definitions"]}
        return [each.message for each in Draft7Validator(part).iter_errors(value)]

    def told(fields: list[dict[str, Any]]) -> list[str]:
        # Each by itself: of a whole that fits nothing, the schema only says that.
        found = []
        for each in fields:
            below = each.get("fields", [])
            alone = {**each, "fields": [{"name": "a"}]} if below else each
            kind = "ListFieldWithSubField" if "field" in each else _KINDS[each["widget"], bool(below)]
            found += [f"{each['name']}: {fault}" for fault in faults(kind, alone)]
            found += told([*below, *([each["field"]] if "field" in each else [])])
        return found

    for collection in settings["collections"]:
        assert not told(collection["fields"])
        assert not faults("EntryCollection", collection)
    assert not faults("CmsConfig", settings)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("stories", "story"), ("pages", "page"), ("bulletins", "bulletin"), ("tallies", "tally")],
)
def test_every_field_of_a_document_is_in_its_form(settings: dict[str, Any], name: str, kind: str) -> None:
    fields = next(each for each in settings["collections"] if each["name"] == name)["fields"]
    offered = {each["name"]: each for each in fields if each["widget"] != "hidden"}
    schema = document_schemas()[kind]
    assert {*offered} - {"body"} == {*schema["properties"]} - {"extra"}
    assert {key for key, each in offered.items() if each["required"]} == {*schema["required"]}


def test_what_can_be_chosen_is_what_the_project_has(settings: dict[str, Any]) -> None:
    fields = {each["name"]: each for each in settings["collections"][0]["fields"]}
    assert "feifeng" in {each["value"] for each in fields["places"]["options"]}
    figure = {each["name"]: each for each in fields["figures"]["fields"]}
    assert "enterprises_supplied" in {each["value"] for each in figure["metric"]["options"]}


def test_stories_in_folders_of_their_own_have_a_form_each() -> None:
    loaded = load(RealDisk(), str(_ROOT))
    assert loaded.site is not None
    paths = [*loaded.sources, "content/stories/2019/h2/road/index.zh.md"]
    found = make_settings(loaded.site, paths, "zh")["collections"]
    assert [each["folder"] for each in found if each["name"].startswith("stories")] == [
        "content/stories",
        "content/stories/2019/h2",
    ]


def test_the_forms_have_a_policy_of_their_own_and_are_no_part_of_the_site(edited: Served) -> None:
    page = edited.get("/admin/")
    assert page.status == 200
    assert page.headers["content-security-policy"] == POLICY
    assert page.headers["x-frame-options"] == "DENY"
    assert "default-src 'none'; script-src 'self';" in POLICY
    assert "http" not in POLICY
    assert "admin/" not in edited.get("/sitemap.xml").text
    for path, kind, holds in (
        ("settings.json", "application/json", "content/stories"),
        ("forms.js", "text/javascript; charset=utf-8", "showDirectoryPicker"),
        ("cms/locales/zh-CN.json", "text/javascript; charset=utf-8", CHOOSE),
        ("cms/LICENSE.txt", "text/plain; charset=utf-8", "MIT License"),
        ("yaml/LICENSE", "text/plain; charset=utf-8", "Permission to use"),
    ):
        reply = edited.get(f"/admin/{path}")
        assert (reply.status, reply.headers["content-type"]) == (200, kind)
        assert holds in reply.text
    assert edited.get("/admin/settings.json", Origin="http://evil.example").status == 403


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt", "cms/../../../secret.txt", "%2e%2e/secret.txt", "cms/%2e%2e/%2e%2e/%2e%2e/secret.txt",
        "cms/npm/..%2f..%2f..%2f..%2fsecret.txt", "versions.txt", "cms", "cms/", "cms//npm/index.js", "/etc/passwd",
        "cms/npm/index.js%00", "pages.py", "static/forms.js", "cms/.env",
    ],
)  # fmt: skip
def test_nothing_else_is_sent(edited: Served, path: str) -> None:
    reply = edited.get(f"/admin/{path}")
    assert reply.status == 404
    assert CANARY not in reply.text


def test_without_the_forms_the_page_says_in_both_languages_how_to_install_them(quiet: Served) -> None:
    page = quiet.get("/admin/").text
    assert "还没有安装表单" in page
    assert "The forms are not installed" in page
    assert "<pre>sfwgen forms</pre>" in page
    assert "<script" not in page


def test_a_browser_that_cannot_do_it_is_told_what_to_use(edited: Served, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("delete window.showDirectoryPicker")
    page.goto(f"http://127.0.0.1:{edited.port}/admin/")
    page.get_by_text("请换用 Edge 或 Chrome").wait_for()
    assert page.get_by_text("Please use Edge or Chrome").is_visible()
    assert not page.get_by_text(CHOOSE).is_visible()
    context.close()
