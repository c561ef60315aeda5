"""The gate: a find stops the build at its place, and only what config.yaml allows may pass."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from sfwgen.build import Checked, Gate, make_site
from sfwgen.checks.privacy import CODES, NEVER_ALLOWED, scan_outputs
from sfwgen.diagnostics import Diagnostic
from sfwgen.plan.outputs import AssetOutput, BuildPlan
from sfwgen.privacy.files import UnreadableError, find_metadata, read_texts
from sfwgen.privacy.finds import Kind
from sfwgen.privacy.scan import scan
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from tests.build.projects import STORY, STORY_EN, small_project
from tests.support.memory import MEMORY

RESIDENT = "33079919000101003X"
MOBILE = "15400000001"
BODY = small_project()[STORY]


def checked_with(files: Mapping[str, str | bytes]) -> Checked:
    """The small project with some files changed, made into a site in memory."""
    every = {**small_project(), **files}
    data = {path: text if isinstance(text, bytes) else text.encode() for path, text in every.items()}
    return make_site(make_sources(data), theme_files(), memory=MEMORY)


def told(checked: Checked) -> list[Diagnostic]:
    return [each for each in checked.diagnostics if each.code.startswith("privacy-")]


def with_text(text: str, **config: str) -> Checked:
    lines = "".join(f"{name}: {value}\n" for name, value in config.items())
    return checked_with({STORY: f"{BODY}\n{text}\n", "config.yaml": small_project()["config.yaml"] + lines})


def test_a_project_without_personal_data_passes() -> None:
    assert told(checked_with({})) == []


def test_a_number_in_a_story_stops_the_build_at_its_line_and_column() -> None:
    checked = with_text(f"联系人的号码是{MOBILE}。")
    (found,) = told(checked)
    assert checked.stopped_at is Gate.DOCUMENTS
    assert checked.outputs == {}
    assert (found.code, found.location.file) == ("privacy-mobile", STORY)
    assert (found.location.line, found.location.column) == (BODY.count("\n") + 2, 8)
    assert "154****0001" in found.message("zh")
    assert found.quote == "联系人的号码是154****0001。"


@pytest.mark.parametrize(
    "path",
    [
        STORY_EN,
        "content/vocabulary/places.yaml",
        "content/tallies/2019-mid.yaml",
        "content/bulletins/issue-001.yaml",
        "content/registers/visits.csv",
        "content/stories/feifeng-road/notes.txt",
        "templates/page.html",
        "config.yaml",
    ],
)
def test_every_source_is_looked_at_read_or_not(path: str) -> None:
    before = small_project().get(path, "")
    found = told(checked_with({path: f"{before}\n# {RESIDENT}\n"}))
    assert ("privacy-id", path) in {(each.code, each.location.file) for each in found}


def test_drafts_comments_and_headers_are_looked_at() -> None:
    for old, new in (("---\n", f"---\ndraft: true  # {MOBILE}\n"), ("title: ", f"# {MOBILE}\ntitle: ")):
        assert [each.code for each in told(checked_with({STORY: BODY.replace(old, new, 1)}))] == [
            "privacy-mobile"
        ]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_files_in_other_encodings_are_looked_at(encoding: str) -> None:
    found = told(
        checked_with({"content/registers/visits.csv": f"日期,事项\n2019,{MOBILE}处\n".encode(encoding)})
    )
    assert "privacy-mobile" in {each.code for each in found}


def test_a_workbook_is_looked_at_to_its_hidden_sheets_comments_and_properties() -> None:
    for part in ("xl/worksheets/sheet2.xml", "xl/comments1.xml", "docProps/core.xml", "xl/sharedStrings.xml"):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                part, f"<a><si><r><t>330799</t></r><r><rPr><b/></rPr><t>{RESIDENT[6:]}</t></r></si></a>"
            )
        found = told(checked_with({"content/registers/visits.xlsx": packed.getvalue()}))
        assert ("privacy-id", "content/registers/visits.xlsx") in {
            (each.code, each.location.file) for each in found
        }


RUN = "<w:r><w:t>330799</w:t></w:r>"
REST = "<w:r><w:t>19000101003X</w:t></w:r>"
FORMAT = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:b/><w:szCs w:val="21"/></w:rPr>'
ONE_NUMBER = {
    "spelling marked": f'{RUN}<w:proofErr w:type="spellStart"/>{REST}',
    "another type": RUN + REST.replace("<w:t>", f'{FORMAT}<w:t xml:space="preserve">'),
    "a tracked insertion": f'{RUN}<w:ins w:id="1" w:author="a">{REST}</w:ins>',
    "a tracked deletion": f"<w:del>{RUN}{REST}</w:del>".replace("w:t>", "w:delText>"),
    "a bookmark": f'{RUN}<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>{REST}',
    "a link": f'{RUN}<w:hyperlink r:id="r">{REST}</w:hyperlink>',
    "unparsed text": "<t><![CDATA[330799]]><![CDATA[19000101003X]]></t>",
    "escapes of a workbook": "<si><t>_x0033_30799_x0031_9000101003X</t></si>",
    "a way of saying it": "<si><t>33079919000101003X</t><rPh sb='0'><t>x</t></rPh></si>",
    "the head of a sheet": "<oddHeader>&amp;C33079919000101003X</oddHeader>",
    "the name of a sheet": '<sheet name="33079919000101003X"/>',
    "a text box": "<a:r><a:t>330799</a:t></a:r><a:r><a:rPr><a:solidFill/></a:rPr><a:t>19000101003X</a:t></a:r>",
    "a number of Java": "<c><v>1.5400000001E10</v></c>",
    "a number with a point": "<c><v>15400000001.0</v></c>",
}


def packed(name: str, text: str) -> bytes:
    """A packed document with one part."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, text)
    return made.getvalue()


@pytest.mark.parametrize("way", ONE_NUMBER)
def test_what_readers_of_a_document_see_as_one_number_is_one(way: str) -> None:
    found = [each.kind for text in read_texts("a", packed("a.xml", ONE_NUMBER[way])) for each in scan(text)]
    assert found == [Kind.MOBILE if "1.54" in ONE_NUMBER[way] or "154" in ONE_NUMBER[way] else Kind.ID18]


def test_numbers_of_two_cells_of_a_document_are_two_and_names_of_parts_are_looked_at() -> None:
    cells = f"<w:tr><w:tc><w:p>{RUN}</w:p></w:tc><w:tc><w:p>{REST}</w:p></w:tc></w:tr>"
    amounts = "<c><v>330799</v></c><c><v>20000101003</v></c><c><v>1.5</v></c><c><v>2.5E3</v></c>"
    for part in (cells, amounts):
        assert [each for text in read_texts("a", packed("a.xml", part)) for each in scan(text)] == []
    (name, _) = read_texts("a", packed(f"{RESIDENT}.xml", ""))
    assert [each.kind for each in scan(name)] == [Kind.ID18]


def test_a_document_that_unpacks_without_end_is_not_waited_for() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b" " * (65 << 20))
    with pytest.raises(UnreadableError):
        list(read_texts("a.xlsx", packed.getvalue()))


def test_the_name_of_a_file_is_looked_at_and_shown_masked() -> None:
    folder = f"content/stories/road-{RESIDENT}"
    files: dict[str, str | bytes] = {f"{folder}/index.zh.md": BODY}
    found = [each for each in checked_with(files).diagnostics if each.code == "privacy-file-name"]
    assert [each.location.file for each in found] == ["content/stories/road-33*************03X/index.zh.md"]


def test_numbers_that_no_config_can_allow_stay_errors() -> None:
    for text, code in (
        (RESIDENT, "privacy-id"),
        (MOBILE, "privacy-mobile"),
        ("卡号6200000000000005", "privacy-card"),
    ):
        override = f"[{{text: '{text}', reason: 公开, decided_by: 主任, date: 2019-06-27}}]"
        found = told(with_text(f"见{text}。", privacy_overrides=override, contacts=f"{{public: ['{text}']}}"))
        assert code in {each.code for each in found if each.location.file == STORY}


def test_the_contacts_of_an_office_pass_exactly_as_written() -> None:
    contacts = "{public: [0579-87000000, jsj@example.com, '12345']}"
    text = "电话0579-87000000，邮箱jsj@example.com，热线12345。"
    checked = with_text(text, contacts=contacts)
    assert told(checked) == []
    assert b"0579-87000000" in checked.outputs["stories/feifeng-road.html"]
    other = told(with_text("电话0579-87000001，邮箱zhang@example.com。", contacts=contacts))
    assert [each.code for each in other] == ["privacy-phone", "privacy-email"]
    assert [each.code for each in told(with_text(text))] == ["privacy-phone", "privacy-email"]


def test_an_override_lets_its_exact_text_pass_and_lapses_when_that_changes() -> None:
    override = "[{text: 3幢2单元501室, reason: 办事窗口, decided_by: 办公室主任, date: 2019-06-27}]"
    assert told(with_text("窗口在3幢2单元501室。", privacy_overrides=override)) == []
    changed = told(with_text("窗口在3幢2单元502室。", privacy_overrides=override))
    assert {each.code for each in changed} == {"privacy-address", "privacy-override-unused"}


@pytest.mark.parametrize("missing", ["reason", "decided_by", "date", "text"])
def test_an_override_states_what_why_who_and_when(missing: str) -> None:
    fields = {"text": "浙G12345", "reason": "公务车", "decided_by": "主任", "date": "2019-06-27"}
    del fields[missing]
    written = ", ".join(f"{name}: {value}" for name, value in fields.items())
    checked = with_text("…", privacy_overrides=f"[{{{written}}}]")
    assert ("field-missing", missing) in {
        (each.code, dict(each.words).get("field")) for each in checked.diagnostics
    }


def test_what_config_could_allow_waits_until_config_can_be_read() -> None:
    files: dict[str, str | bytes] = {
        STORY: f"{BODY}\n电话0579-87000000，手机{MOBILE}。\n",
        "config.yaml": small_project()["config.yaml"].replace("url:", "urll:"),
    }
    assert [each.code for each in told(checked_with(files))] == ["privacy-mobile"]


def test_masked_resident_ids_are_no_better_and_two_masks_of_one_are_worse() -> None:
    assert [each.code for each in told(with_text("见33*************03X。"))] == ["privacy-id-masked"]
    assert [each.code for each in told(with_text("见33079919******003X。"))] == ["privacy-id-thin-mask"]
    both = told(with_text("见33*************03X，又见330799********003X。"))
    assert {each.code for each in both} == {"privacy-id-masked", "privacy-masks-differ"}


def test_a_number_that_only_the_finished_page_shows_is_found_there() -> None:
    page = "{% extends \"base.html\" %}{% block main %}<h1>{{ view.title.text }}</h1>{{ 154 }}{{ '00000001' }}{% endblock %}"
    checked = checked_with({"templates/page.html": page})
    assert checked.stopped_at is Gate.OUTPUTS
    (found,) = told(checked)
    assert found.code == "privacy-mobile"
    assert found.location.file.startswith("content/pages/about/")
    assert "about.html:" in found.message("en")


@pytest.mark.parametrize(
    "path", ["feed.xml", "data/figures.csv", "data/figures.json", "static/a.js", "a.svg", "a.txt"]
)
def test_every_kind_of_output_is_looked_at(path: str) -> None:
    site = checked_with({})
    assert site.site is not None
    data = f'<a title="{RESIDENT}"/>'.encode()
    plan = BuildPlan((AssetOutput(path, data),))
    (found,) = scan_outputs(plan, {path: data}, site.site.config, frozenset())
    assert found.code == "privacy-id"
    assert RESIDENT not in repr(found)


@pytest.mark.parametrize("name", ["head", "p12", "w3", "f0"])
def test_codes_of_the_search_index_are_no_chat_but_a_whole_number_in_them_is_one(name: str) -> None:
    site = checked_with({}).site
    assert site is not None
    path = f"search/{name}-abcd.js"

    def told(text: str) -> list[str]:
        data = f'sfwSearch("{name}","{text}");\n'.encode()
        plan = BuildPlan((AssetOutput(path, data),))
        return [each.code for each in scan_outputs(plan, {path: data}, site.config, frozenset())]

    assert told("加QQ 12345678 走访A8f") == []
    assert told(RESIDENT) == ["privacy-id"]


def test_texts_that_search_shows_are_looked_at_as_any_other() -> None:
    site = checked_with({}).site
    assert site is not None
    data = 'sfwSearch("t1","加QQ 12345678");\n'.encode()
    plan = BuildPlan((AssetOutput("search/t1-abcd.js", data),))
    (found,) = scan_outputs(plan, {"search/t1-abcd.js": data}, site.config, frozenset())
    assert found.code == "privacy-chat"


def test_a_file_that_cannot_be_looked_into_is_not_published() -> None:
    site = checked_with({}).site
    assert site is not None
    data = b"%PDF-1.7\x00\xff\xfe\x80"
    (found,) = scan_outputs(
        BuildPlan((AssetOutput("a.pdf", data),)), {"a.pdf": data}, site.config, frozenset()
    )
    assert found.code == "privacy-unreadable"


def test_metadata_of_an_image_is_noticed() -> None:
    exif = b"\xff\xd8\xff\xe1\x00\x08Exif\x00\x00\xff\xda"
    comment = b"\xff\xd8\xff\xe0\x00\x04JF\xff\xfe\x00\x04ab\xff\xda"
    text = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x01tEXtaXXXX"
    webp = b"RIFF\x00\x00\x00\x00WEBPEXIF\x02\x00\x00\x00ab"
    gif = b"GIF89a\x01\x00\x01\x00\x00\x00\x00\x21\xfe\x02ab\x00;"
    assert [find_metadata("a", data) for data in (exif, comment, text, webp, gif)] == [
        *("EXIF", "COM", "tEXt", "EXIF", "comment")
    ]
    assert find_metadata("a", b"\xff\xd8\xff\xe0\x00\x04JF\xff\xda") is None


def test_every_kind_has_a_code_and_the_worst_are_errors() -> None:
    from sfwgen.diagnostics import Severity
    from sfwgen.diagnostics.codes import CODES as TABLE

    assert CODES.keys() == set(Kind)
    assert all(TABLE[CODES[kind]].severity is Severity.ERROR for kind in NEVER_ALLOWED)
