"""The finished pages and files: what they lead to, how they are built, what they fetch.

`{more}` is how many further pages have the same fault: it then stands in their template.
"""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code, Severity

_MORE_ZH = "[[（另有{more}页相同）]]"
_MORE_EN = "[[ ({more} more pages have the same)]]"


def _page(
    slug: str, zh: tuple[str, str], en: tuple[str, str], *, severity: Severity = Severity.ERROR
) -> Code:
    """Returns the entry of a fault of a page; both texts begin with the page and end with how many share it."""
    make = error if severity is Severity.ERROR else warning
    return make(
        slug,
        zh=(f"页面 {{page}}：{zh[0]}{_MORE_ZH}。", zh[1]),
        en=(f"Page {{page}}: {en[0]}{_MORE_EN}.", en[1]),
    )


ADDRESSES: tuple[Code, ...] = (
    _page(
        "output-link-broken",
        (
            "指向“{target}”，而网站上没有这个文件[[，只有大小写不同的“{nearest}”]]",
            "改正链接；链接在模板里的，改模板。",
        ),
        (
            "it leads to “{target}”, and there is no such file on the site[[; there is “{nearest}”, in other letters]]",
            "Correct the link, or the template if it stands there.",
        ),
    ),
    _page(
        "output-anchor-missing",
        (
            "指向“{target}”，而那里没有这个位置[[，是否指“{nearest}”？]]",
            "改正链接中 # 后面的部分，或在目标处加上同名的 id。",
        ),
        (
            "it leads to “{target}”, and there is no such place[[; did you mean “{nearest}”?]]",
            "Correct the part after #, or give the target an id of that name.",
        ),
    ),
    _page(
        "output-outside-request",
        (
            "要从别的网站加载“{target}”",
            "网站不向别的主机请求任何内容。把文件放进 templates/static/ 或该篇的文件夹，改为相对路径。",
        ),
        (
            "it would fetch “{target}” from another host",
            "The site asks nothing of other hosts. Put the file into templates/static/ or beside the document and link to "
            "it there.",
        ),
    ),
)

MARKUP: tuple[Code, ...] = (
    _page(
        "output-unsafe",
        (
            "有安全策略不允许的写法：{markup}",
            "样式写进 templates/static/ 的样式表，脚本写成文件；不用内联样式、内联脚本和事件属性。",
        ),
        (
            "it has markup that the security policy forbids: {markup}",
            "Put styles and scripts into files under templates/static/; inline styles, inline scripts and event "
            "attributes are not used.",
        ),
    ),
    _page(
        "output-no-policy",
        ("没有内容安全策略（Content-Security-Policy）", "模板的 head 里保留 base.html 中的那一行 meta。"),
        ("it has no Content-Security-Policy", "Keep the meta line of base.html in the head of the template."),
    ),
    _page(
        "output-id-twice",
        (
            "id “{id}”出现了不止一次",
            "正文小标题和页面自带的位置重名时，换一个小标题；在模板里的，改模板。",
        ),
        (
            "the id “{id}” occurs more than once",
            "Where a heading of the text has the name of a part of the page, choose other words; otherwise correct the "
            "template.",
        ),
    ),
    _page(
        "output-h1",
        ("应有一个一级标题（h1），实际有 {count} 个", "改模板，每页只留一个 h1。"),
        ("there should be one h1, and there are {count}", "Correct the template: one h1 a page."),
    ),
    _page(
        "output-heading-skip",
        ("标题从 h{above} 直接跳到 h{level}", "改模板或正文，标题逐级往下。"),
        (
            "its headings go from h{above} straight to h{level}",
            "Correct the template or the text: one level at a time.",
        ),
    ),
    _page(
        "output-language",
        (
            '应标明语言 lang="{tag}"，实际是“{lang}”',
            "改模板：html 元素写 frame.tag；显示另一种语言的正文时，外层元素写 frame.content_tag。",
        ),
        (
            'it should state lang="{tag}", and states “{lang}”',
            "Correct the template: frame.tag on html, frame.content_tag around a text in the other language.",
        ),
    ),
    _page(
        "output-title-missing",
        ("没有标题（title）", "改模板，title 元素写 frame.title。"),
        ("it has no title", "Correct the template: the title element has frame.title."),
    ),
    _page(
        "output-title-twice",
        ("标题“{title}”与 {other} 的相同", "读者和搜索引擎分不清两页。给其中一篇换一个标题。"),
        (
            "its title, “{title}”, is that of {other} too",
            "Readers and search engines cannot tell the two apart. Give one of them another title.",
        ),
        severity=Severity.WARNING,
    ),
    _page(
        "output-json-ld-broken",
        ("结构化数据（JSON-LD）读不懂：{problem}", "改模板，原样输出 frame.json_ld。"),
        (
            "its structured data (JSON-LD) cannot be read: {problem}",
            "Correct the template: print frame.json_ld as it is.",
        ),
    ),
)

_ALTERNATE_HINT = (
    "改模板，原样输出 frame.alternates 和 frame.default_url；没有改过模板的，请报告这个问题。",
    "Correct the template: print frame.alternates and frame.default_url as they are; if the theme is the packaged one, "
    "please report this.",
)


def _alternate(problem: str, zh: str, en: str) -> Code:
    return _page(f"output-alternate-{problem}", (zh, _ALTERNATE_HINT[0]), (en, _ALTERNATE_HINT[1]))


ALTERNATES: tuple[Code, ...] = (
    _alternate(
        "self",
        "语言版本中没有列出本页自己（{tag}），列出的是“{target}”",
        "among its language versions it does not name itself for {tag}, but “{target}”",
    ),
    _alternate(
        "missing",
        "{tag} 版本指向“{target}”，而网站上没有这一页",
        "its {tag} version is “{target}”, and there is no such page",
    ),
    _alternate(
        "language",
        "{tag} 版本指向“{target}”，而那一页是另一种语言",
        "its {tag} version is “{target}”, and that page is in another language",
    ),
    _alternate(
        "noindex",
        "{tag} 版本指向“{target}”，而那一页不供检索（noindex）",
        "its {tag} version is “{target}”, and that page is not to be indexed",
    ),
    _alternate(
        "mutual",
        "{tag} 版本“{target}”没有反过来列出本页",
        "its {tag} version, “{target}”, does not name this page in return",
    ),
    _alternate("twice", "{tag} 版本列出了不止一次", "it names its {tag} version more than once"),
    _alternate(
        "default",
        "x-default 应是默认语言的页面，实际是“{target}”",
        "x-default should be the page in the default language, and is “{target}”",
    ),
)

FILES: tuple[Code, ...] = (
    error(
        "output-file-broken",
        zh=(
            "文件 {page} 的格式不对：{problem}。",
            "网站自带的图片，换一个完好的文件；其他文件请报告这个问题。",
        ),
        en=(
            "The file {page} is malformed: {problem}.",
            "If it is an image of the theme, replace it with a sound one; otherwise please report this.",
        ),
    ),
    error(
        "output-names-missing",
        zh=("文件 {page} 指向“{target}”，而网站上没有。", "样式表里的，改正路径；其他文件请报告这个问题。"),
        en=(
            "The file {page} names “{target}”, which is not on the site.",
            "In a style sheet, correct the path; otherwise please report this.",
        ),
    ),
    error(
        "output-names-hidden",
        zh=("站点地图 {page} 列出了不供检索的页面“{target}”。", "请报告这个问题。"),
        en=("The site map {page} lists “{target}”, which is not to be indexed.", "Please report this."),
    ),
    error(
        "output-style-outside",
        zh=("样式表 {page} 要从别的网站加载“{target}”。", "把文件放进 templates/static/，改为相对路径。"),
        en=(
            "The style sheet {page} would fetch “{target}” from another host.",
            "Put the file into templates/static/ and give its relative path.",
        ),
    ),
    error(
        "output-paths-alike",
        zh=(
            "“{page}”和“{other}”两个路径，在有的电脑和服务器上会混为一个。",
            "给其中一个改名：不要只差大小写，文件和文件夹也不要同名。",
        ),
        en=(
            "The paths “{page}” and “{other}” are one and the same on some computers and servers.",
            "Rename one of them: capitals alone do not tell files apart, and no file may have the name of a folder.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*ADDRESSES, *MARKUP, *ALTERNATES, *FILES)
