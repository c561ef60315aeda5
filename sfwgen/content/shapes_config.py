"""The shape of config.yaml."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sfwgen.content.official import OfficialSiteShape
from sfwgen.content.scalars import (
    Date,
    Flag,
    Id,
    LanguageId,
    Path,
    SiteUrl,
    SlugReference,
    Tag,
    Text,
    TimeZone,
    enumeration,
)
from sfwgen.content.shapes import Shape, Texts, about
from sfwgen.content.shapes_data import LicenceShape
from sfwgen.content.shapes_pdf import PdfShape
from sfwgen.content.shapes_privacy import ContactsShape, PrivacyOverrideShape
from sfwgen.content.shapes_records import ReviewersShape
from sfwgen.model import FigurePolicy, MissingTranslation


class LanguageShape(Shape):
    """A language of the site."""

    id: Annotated[LanguageId, about("代号", "id", "用于文件名和网址。", "Names files and paths.", "zh")]
    tag: Annotated[Tag, about("语言标记", "tag", "写入网页。", "Goes into HTML.", "zh-Hans")]
    name: Annotated[Text, about("名称", "name", "用该语言写。", "In the language itself.", "中文")]


class LineShape(Shape):
    """A service line."""

    name: Annotated[Texts, about("名称", "name", "", "", {"zh": "服务企业", "en": "Serving enterprises"})]
    motto: Annotated[
        Texts, about("口号", "motto", "", "", {"zh": "攻坚克难", "en": "Tackling the hard problems"})
    ]


Policy = Annotated[
    Annotated[MissingTranslation, enumeration(MissingTranslation)],
    about(
        "缺译文时",
        "missing translation",
        "fail 报错，notice 显示另一种语言并注明，hide 不显示。",
        "fail is an error, notice shows the other language and says so, hide leaves the page out.",
        "notice",
    ),
]


Checking = Annotated[
    Annotated[FigurePolicy, enumeration(FigurePolicy)],
    about(
        "文中数字",
        "figures in texts",
        "strict 报错，warn 警告，off 不检查。",
        "strict is an error, warn a warning, off nothing.",
        "strict",
    ),
]


class PoliciesShape(Shape):
    """What happens where a text lacks a language, by section."""

    stories: Policy = MissingTranslation.NOTICE
    pages: Policy = MissingTranslation.NOTICE
    bulletins: Policy = MissingTranslation.NOTICE


class FigurePoliciesShape(Shape):
    """What happens to a figure in a text that no data explains, by section."""

    stories: Checking = FigurePolicy.STRICT
    pages: Checking = FigurePolicy.WARN
    bulletins: Checking = FigurePolicy.STRICT


class ConfigShape(Shape):
    """config.yaml."""

    title: Annotated[
        Texts, about("网站名称", "site title", "", "", {"zh": "三服务简报", "en": "Three Services Bulletin"})
    ]
    subtitle: Annotated[
        Texts,
        about(
            "副题",
            "subtitle",
            "报头下的一行。",
            "The line under the masthead.",
            {"zh": "内容来源：…", "en": "From …"},
        ),
    ]
    description: Annotated[
        Texts,
        about("简介", "description", "首页的网页描述。", "Describes the home page.", {"zh": "…", "en": "…"}),
    ]
    lede: Annotated[
        Texts,
        about(
            "导语",
            "lede",
            "首页的一两句话。",
            "One or two sentences on the home page.",
            {"zh": "…", "en": "…"},
        ),
    ]
    url: Annotated[
        SiteUrl,
        about("网址", "address", "完整网址，以 / 结尾。", "Absolute, ending with /.", "https://sfw.example/"),
    ]
    languages: Annotated[
        tuple[LanguageShape, ...],
        Field(min_length=1),
        about(
            "语言",
            "languages",
            "第一种是默认语言。",
            "The first is the default.",
            [{"id": "zh", "tag": "zh-Hans", "name": "中文"}],
        ),
    ]
    lines: Annotated[
        dict[Id, LineShape],
        Field(min_length=1),
        about(
            "服务线",
            "service lines",
            "按先后列出。",
            "In order.",
            {
                "enterprises": {
                    "name": {"zh": "服务企业", "en": "Serving enterprises"},
                    "motto": {"zh": "攻坚克难", "en": "Tackling the hard problems"},
                }
            },
        ),
    ]
    source_line: Annotated[
        Texts, about("来源行", "source line", "", "", {"zh": "据2019年年中报纸报道", "en": "…"})
    ]
    official: Annotated[
        Flag,
        about(
            "正式发布",
            "official",
            "true 表示由发布机构正式发布。",
            "true where a body publishes the site.",
            "false",
        ),
    ] = False
    publisher: Annotated[
        Texts | None,
        about("发布机构", "publisher", "仅在 official: true 时写。", "Only with official: true."),
    ] = None
    official_site: Annotated[
        OfficialSiteShape | None,
        about(
            "正式网站的标识",
            "official site",
            "official: true 时必写，否则不能写。",
            "Required with official: true, and refused without it.",
        ),
    ] = None
    notice: Annotated[
        Texts | None,
        about(
            "声明",
            "notice",
            "非正式发布时必写。",
            "Required unless official.",
            {"zh": "演示版，非官方发布", "en": "Unofficial preview"},
        ),
    ] = None
    time_zone: Annotated[TimeZone, about("时区", "time zone", "", "", "Asia/Shanghai")] = "Asia/Shanghai"
    as_of: Annotated[
        Date | None, about("截至", "as of", "全站数字的日期。", "The date of the site's figures.", "2019-mid")
    ] = None
    licence: Annotated[
        LicenceShape | None,
        about(
            "使用许可",
            "licence",
            "文字和数据可以怎样使用。不写就不声明许可。",
            "How texts and data may be used. Without it no licence is stated.",
            {
                "id": "CC-BY-4.0",
                "title": {
                    "zh": "知识共享 署名 4.0 国际",
                    "en": "Creative Commons Attribution 4.0 International",
                },
                "url": "https://creativecommons.org/licenses/by/4.0/",
            },
        ),
    ] = None
    missing_translation: Annotated[
        PoliciesShape, about("缺译文时", "missing translations", "", "", {"stories": "notice"})
    ] = PoliciesShape()
    figures: Annotated[
        FigurePoliciesShape,
        about(
            "文中数字",
            "figures in texts",
            "文中的数字没有数据支持时：strict 报错，warn 警告，off 不检查。",
            "A figure that no data explains: strict is an error, warn a warning, off nothing.",
            {"stories": "strict", "pages": "warn"},
        ),
    ] = FigurePoliciesShape()
    no_figures: Annotated[
        tuple[Text, ...],
        about(
            "不是数字的词语",
            "phrases that are no figures",
            "含有数字、但不是数据的固定词语。",
            "Set phrases that hold a numeral and state no figure.",
            ["三块清零"],
        ),
    ] = ()
    span_chart: Annotated[
        tuple[SlugReference, ...],
        about(
            "时段图",
            "span chart",
            "首页时段图中的案例。",
            "Stories of the home page's chart.",
            ["gas-pipeline"],
        ),
    ] = ()
    contacts: Annotated[
        ContactsShape,
        about(
            "联系方式",
            "contacts",
            "可以公开的联系方式；其他电话和邮箱会让生成停下来。",
            "Contacts that may be public; any other telephone number or mailbox stops the build.",
            {"public": ["0579-8700XXXX"]},
        ),
    ] = ContactsShape()
    privacy_overrides: Annotated[
        tuple[PrivacyOverrideShape, ...],
        about(
            "个人信息的例外",
            "exceptions for personal data",
            "看上去像个人信息、经人决定可以公开的文字；身份证号、手机号和银行卡号不能设例外。",
            "Texts that look like personal data and may stand; never resident IDs, mobile numbers or cards.",
            [
                {
                    "text": "3幢2单元",
                    "reason": "办事窗口的地址，已对外公布",
                    "decided_by": "办公室主任",
                    "date": "2019-06-27",
                }
            ],
        ),
    ] = ()
    pdf: Annotated[
        PdfShape,
        about(
            "印刷版",
            "print",
            "简报的 PDF。",
            "The bulletin as a PDF.",
            {"bulletins": "true"},
        ),
    ] = PdfShape()
    reviews: Annotated[
        ReviewersShape,
        about(
            "审核",
            "reviews",
            "公开之前要谁审过，按先后列出；不写就不要求。",
            "Who has to review a document before it is public, in order; without it nothing is asked for.",
            {"stories": ["责任编辑", "科室负责人", "分管领导"]},
        ),
    ] = ReviewersShape()
    extensions: Annotated[
        tuple[Text, ...],
        about(
            "扩展",
            "extensions",
            "要用的扩展包。没有列出的包，装了也不会运行。",
            "The packages whose additions are used; one that is not named does not run, installed or not.",
            ["sfwgen-plain-words"],
        ),
    ] = ()
    keep: Annotated[
        tuple[Path, ...],
        about(
            "保留文件",
            "keep",
            "site/ 中不由 sfwgen 生成、要保留的文件。",
            "Files of others to stay.",
            ["CNAME"],
        ),
    ] = ()
