"""What an official site has to state in config.yaml: its shapes, how each is read, and the checks on them.

Nothing here may be a placeholder: a code or a filing number that is still to come is a fault, not a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, WithJsonSchema

from sfwgen.content.reporter import Reporter, titles
from sfwgen.content.scalars import ANY_TEXT, Count, Id, Read, RefusedError, enumeration
from sfwgen.content.shapes import TEXTS, Shape, about
from sfwgen.diagnostics import nearest
from sfwgen.model import Column, Mark, OfficialSite, UpdateSpan

FIELD = "official_site"
MARKS = ("party", "report")
COLUMNS = ("home", "stories", "figures", "pages", "contact", "bulletins", "corrections")
"""The columns that have an entry of their own; the last two may go by that of the stories."""

_PLACEHOLDER = re.compile(
    r"[×✕✗]|[*＊_＿?？]{2,}|(?<![A-Za-z])[XxＸｘ]{2,}(?![A-Za-z])|[〇○●◯□■]{2,}|…|\.{3}|[{}<>]"
    r"|待补|待定|待填|待核|待办|暂无|占位|示例|某某|未载明|(?<![A-Za-z])(?:TBD|TBC|TODO|N/A|null|undefined)(?![A-Za-z])",
    re.IGNORECASE,
)
_COUNTED_UP = "12345678901234567890"

DOMAIN = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]"
CODE = r"[0-9]{10}|bm[0-9]{8}|N[0-9]{9}"
"""A local site, a ministry's, and one outside the administration."""
ICP = r"[一-龥]ICP备(?:[0-9]{8}|[0-9]{10})号(?:-[1-9][0-9]*)?"
POLICE = r"[一-龥]公网安备 ?[0-9]{14}号?"
_FILE = r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\.(?:png|svg|gif|jpg|jpeg|webp)"
_HTTPS = r"https://[^\s/?#@]+(?:[/?#][^\s]*)?"


def is_placeholder(text: str) -> bool:
    """Returns whether a text only keeps a place: ××, XX, 待补, or digits that nobody was ever given."""
    digits = re.sub(r"\D", "", text)
    idle = len(digits) >= 8 and (len(set(digits)) == 1 or digits in _COUNTED_UP)
    return idle or _PLACEHOLDER.search(text) is not None


def _stated(pattern: str, code: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def read(text: str) -> str:
        if not text:
            raise RefusedError("value-empty")
        if is_placeholder(text):
            raise RefusedError("official-placeholder", value=text)
        if not compiled.fullmatch(text):
            raise RefusedError(code, value=text)
        return text

    return read


def _form(pattern: str, code: str) -> Read:
    return Read(_stated(pattern, code), {"type": "string", "pattern": rf"^\s*(?:{pattern})\s*$"})


Said = Annotated[str, Read(_stated(r"[^\n]+", "text-several-lines"), ANY_TEXT)]
"""Text on one line that does more than keep a place."""
SaidTexts = Annotated[dict[str, Said], WithJsonSchema({TEXTS: "mapping"})]
Keywords = Annotated[
    dict[str, Annotated[tuple[Said, ...], Field(min_length=1)]],
    WithJsonSchema({TEXTS: "mapping", "each": {"type": "array", "items": ANY_TEXT, "minItems": 1}}),
]
Domain = Annotated[str, _form(DOMAIN, "official-domain-form")]
SiteCode = Annotated[
    str,
    Read(
        _stated(CODE, "official-code-form"),
        {
            "anyOf": [
                {"type": "string", "pattern": rf"^\s*(?:{CODE})\s*$"},
                {"type": "integer", "minimum": 1_000_000_000, "maximum": 9_999_999_999},
            ]
        },
    ),
]
Icp = Annotated[str, _form(ICP, "official-icp-form")]
Police = Annotated[str, _form(POLICE, "official-police-form")]
MarkFile = Annotated[str, _form(_FILE, "official-mark-file")]
MarkLink = Annotated[str, _form(_HTTPS, "official-mark-link")]


class MarkShape(Shape):
    """An official mark in the foot of every page."""

    file: Annotated[
        MarkFile,
        about(
            "图形文件",
            "artwork",
            "主管部门发给本站的图形文件，放在 templates/static/ 里，这里写文件名。",
            "The artwork as it was issued, put into templates/static/; its file name here.",
            "party.png",
        ),
    ]
    width: Annotated[Count, about("宽", "width", "显示的宽度，像素。", "As shown, in pixels.", "60")]
    height: Annotated[Count, about("高", "height", "显示的高度，约60像素。", "As shown, about 60.", "60")]
    alt: Annotated[
        SaidTexts,
        about(
            "替代文字",
            "text alternative",
            "看不到图形时读到的文字。",
            "Read where the picture is not seen.",
            {"zh": "党政机关网站标识", "en": "Mark of a Party and government site"},
        ),
    ]
    url: Annotated[
        MarkLink,
        about(
            "链接",
            "link",
            "随标识一起发放的链接。",
            "The address that was issued with the mark.",
            "https://bszs.conac.cn/",
        ),
    ]


class MarksShape(Shape):
    """The marks of an official site."""

    party: Annotated[MarkShape, about("党政机关网站标识", "the mark of Party and government sites", "", "")]
    report: Annotated[
        MarkShape, about("我为政府网站找错", "the entry for reporting errors on government sites", "", "")
    ]


class SiteColumnShape(Shape):
    """What the page tags say of a column."""

    description: Annotated[
        SaidTexts,
        about(
            "栏目说明",
            "description",
            "写入 ColumnDescription：栏目做什么、有什么。",
            "For ColumnDescription: what the column is for and holds.",
            {"zh": "发布走访服务群众的工作动态", "en": "News of visits to residents"},
        ),
    ]
    keywords: Annotated[
        Keywords,
        about(
            "栏目关键词",
            "keywords",
            "写入 ColumnKeywords。",
            "For ColumnKeywords.",
            {"zh": ["三服务", "服务群众"], "en": ["Three Services", "residents"]},
        ),
    ]
    type: Annotated[
        SaidTexts,
        about(
            "栏目类别",
            "type",
            "写入 ColumnType：首页、工作动态、数据发布、概况信息、咨询投诉等。",
            "For ColumnType: 首页, 工作动态, 数据发布, 概况信息, 咨询投诉 and so on.",
            {"zh": "工作动态", "en": "News"},
        ),
    ]
    update: Annotated[
        Annotated[UpdateSpan, enumeration(UpdateSpan)] | None,
        about(
            "更新要求",
            "update",
            "多久必须有新内容：2w 两周，6m 六个月，1y 一年，none 不要求。",
            "How long it may go without news: 2w, 6m, 1y or none.",
            "2w",
        ),
    ] = None


class SiteColumnsShape(Shape):
    """The columns of an official site."""

    home: Annotated[SiteColumnShape, about("首页", "home page", "", "")]
    stories: Annotated[SiteColumnShape, about("进展", "stories", "", "")]
    figures: Annotated[SiteColumnShape, about("数据", "figures", "", "")]
    pages: Annotated[SiteColumnShape, about("关于等页面", "pages", "", "")]
    contact: Annotated[SiteColumnShape, about("联系我们", "contact", "", "")]
    bulletins: Annotated[
        SiteColumnShape | None,
        about("往期", "issues", "不写时与 stories 相同。", "As stories, if left out."),
    ] = None
    corrections: Annotated[
        SiteColumnShape | None,
        about("更正记录", "corrections", "不写时与 stories 相同。", "As stories, if left out."),
    ] = None
    lines: Annotated[
        dict[Id, SiteColumnShape],
        Field(default_factory=dict),
        about(
            "各服务线",
            "service lines",
            "按服务线的编号写；不写的用该线的口号。",
            "By the id of the line; one that is left out goes by its motto.",
        ),
    ]


class OfficialSiteShape(Shape):
    """What an official site states of itself."""

    name: Annotated[
        Said,
        about(
            "网站名称",
            "site name",
            "所在门户网站的规范全称，写入 SiteName。",
            "The full name of the portal that hosts the site, in Chinese, for SiteName.",
            "某市人民政府门户网站",
        ),
    ]
    domain: Annotated[
        Domain,
        about(
            "网站域名",
            "domain",
            "写入 SiteDomain，与 url 的主机名相同，不带 https:// 和路径。",
            "For SiteDomain: the host of url, without https:// or a path.",
            "www.example.gov.cn",
        ),
    ]
    code: Annotated[
        SiteCode,
        about(
            "网站标识码",
            "site code",
            "写入 SiteIDCode：十位数字，或 bm 加八位数字，或 N 加九位数字。",
            "For SiteIDCode: ten digits, or bm and eight, or N and nine.",
            "9900000007",
        ),
    ]
    host: Annotated[
        SaidTexts,
        about(
            "主办单位", "host", "", "", {"zh": "某市人民政府办公室", "en": "Office of the City Government"}
        ),
    ]
    contact: Annotated[
        SaidTexts,
        about(
            "联系方式",
            "contact",
            "每页页脚都有：办公电话、地址或邮箱。",
            "In the foot of every page: an office telephone, an address or a mailbox.",
            {"zh": "办公地址：市民中心1号楼", "en": "Civic Centre, Building 1"},
        ),
    ]
    icp: Annotated[Icp, about("ICP备案号", "ICP filing", "", "", "测ICP备90000008号-2")]
    police: Annotated[
        Police,
        about(
            "公安备案号",
            "public security filing",
            "链接由备案号得出。",
            "Its link follows from the number.",
            "测公网安备99000002000009号",
        ),
    ]
    marks: Annotated[MarksShape, about("标识", "marks", "", "")]
    columns: Annotated[SiteColumnsShape, about("栏目", "columns", "", "")]


def official_fields() -> Iterator[tuple[str, str, str]]:
    """Yields each field that an official site needs, with what it is in Chinese and in English."""
    yield "publisher", "承办单位", "the body that runs the site"
    for name, field in OfficialSiteShape.model_fields.items():
        if name not in ("marks", "columns"):
            yield (f"{FIELD}.{name}", *titles(field))
    for part, shape in (("marks", MarksShape), ("columns", SiteColumnsShape)):
        for name, field in shape.model_fields.items():
            if field.is_required():
                zh, en = titles(field)
                said = (
                    f"栏目“{zh}”的说明、关键词和类别",
                    f"description, keywords and type of the column “{en}”",
                )
                yield (f"{FIELD}.{part}.{name}", *(said if part == "columns" else (zh, en)))


def check_official(
    reporter: Reporter, *, official: bool, url: str, shape: OfficialSiteShape | None, written: frozenset[str]
) -> None:
    """Notes what an official site lacks, and what only an official site may state.

    `written` are those of `publisher` and `notice` that config.yaml has.
    """
    if not official:
        if shape is not None or reporter.lost(FIELD):
            reporter.add("official-site-unofficial", FIELD, key=True)
        return
    for name, code in ((FIELD, "official-site-missing"), ("publisher", "official-publisher-missing")):
        absent = shape is None if name == FIELD else name not in written
        if absent and not reporter.lost(name):
            reporter.add(code, "official")
    if "notice" in written:
        reporter.add("official-notice-left", "notice", key=True)
    if shape is None:
        return
    host = _host(url)
    if "url" not in reporter.filled and shape.domain != host:
        reporter.add("official-domain-differs", FIELD, "domain", value=shape.domain, host=host)
    for name in MARKS:
        if _host(getattr(shape.marks, name).url) == host:
            reporter.add("official-mark-home-made", FIELD, "marks", name, "url")


def decode_official(
    reporter: Reporter, shape: OfficialSiteShape | None, lines: Mapping[str, object]
) -> OfficialSite | None:
    """Returns what an official site states of itself; texts in missing languages are noted as faults."""
    if shape is None:
        return None
    marks = tuple(_mark(reporter, name, getattr(shape.marks, name)) for name in MARKS)
    columns: dict[str, Column] = {}
    for name in COLUMNS:
        each = getattr(shape.columns, name)
        if each is not None:
            columns[name] = _column(reporter, each, name)
    for id_ in shape.columns.lines:
        if id_ not in lines:
            path = (FIELD, "columns", "lines", id_)
            known = ", ".join(lines)
            near = nearest(id_, lines)
            reporter.add("line-unknown", *path, key=True, value=id_, nearest=near, known=known)
    of_lines = {id_: _column(reporter, each, "lines", id_) for id_, each in shape.columns.lines.items()}
    return OfficialSite(
        name=shape.name,
        domain=shape.domain,
        code=shape.code,
        host=reporter.texts(shape.host, FIELD, "host"),
        contact=reporter.texts(shape.contact, FIELD, "contact"),
        icp=shape.icp,
        police=shape.police,
        marks=marks,
        columns=columns,
        line_columns=of_lines,
        location=reporter.at(FIELD, key=True),
    )


def _mark(reporter: Reporter, name: str, shape: MarkShape) -> Mark:
    path = (FIELD, "marks", name)
    alt = reporter.texts(shape.alt, *path, "alt")
    return Mark(name, shape.file, shape.width, shape.height, alt, shape.url, reporter.at(*path, "file"))


def _column(reporter: Reporter, shape: SiteColumnShape, *path: str) -> Column:
    path = (FIELD, "columns", *path)
    reporter.texts(dict.fromkeys(shape.keywords, ""), *path, "keywords")
    return Column(
        description=reporter.texts(shape.description, *path, "description"),
        keywords=dict(shape.keywords),
        type=reporter.texts(shape.type, *path, "type"),
        update=shape.update,
        location=reporter.at(*path, key=True),
    )


def _host(url: str) -> str:
    """The host of an address; none where there is no telling, as with one bracket."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
