"""What leaves the site: the bulletin as a PDF, a story as a WeChat article."""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code

PDF: tuple[Code, ...] = (
    error(
        "config-imprint-unofficial",
        zh=(
            "只有 official: true 的网站，简报上才能有报、送单位和印数（{field}）。",
            "删除 {field}，或确认由该机构正式发布后写 official: true。",
        ),
        en=(
            "Only the bulletin of a site with official: true may name receivers or a number of copies ({field}).",
            "Delete {field}, or write official: true once the body itself publishes the site.",
        ),
    ),
    error(
        "pdf-needs-typst",
        zh=("排印 PDF 需要 {package}，目前没有安装。", '执行 pip install "sfwgen[pdf]"，然后重新运行。'),
        en=(
            "A PDF is set by {package}, which is not installed.",
            'Run pip install "sfwgen[pdf]", then run the command again.',
        ),
    ),
    error(
        "pdf-font-missing",
        zh=(
            "找不到字体“{font}”（pdf: fonts: 的 {use}）。[[这台电脑上可用的中文字体有：{known}。]]",
            "安装这种字体，或把字体文件放进项目的 fonts 文件夹；也可以在 config.yaml 的 pdf: fonts: 中换一种。",
        ),
        en=(
            "There is no font “{font}” (pdf: fonts: {use}).[[ Chinese fonts on this machine: {known}.]]",
            "Install it, or put its file into the project's folder fonts; or name another under pdf: fonts: in config.yaml.",
        ),
    ),
    error(
        "pdf-glyph-missing",
        zh=(
            "字体“{font}”里没有“{text}”（{code}），印不出来。",
            "换一个字，或在 config.yaml 的 pdf: fonts: 中给这种用途再加一种有这个字的字体。",
        ),
        en=(
            "The font “{font}” has no “{text}” ({code}), so it cannot be printed.",
            "Use another character, or add a font that has it to those under pdf: fonts: in config.yaml.",
        ),
    ),
    error(
        "pdf-failed",
        zh=("第{number}期简报无法排成 PDF：{cause}", "请把这条消息交给维护人员。"),
        en=(
            "Issue {number} cannot be set as a PDF: {cause}",
            "Please hand this message to the maintainers of sfwgen.",
        ),
    ),
)
WECHAT: tuple[Code, ...] = (
    error(
        "wechat-too-long",
        zh=(
            "文章的 HTML 有 {count} 字符，公众号要求少于 {limit}。",
            "缩短正文，或分成两篇；表格和列表最占字符。",
        ),
        en=(
            "The article's HTML has {count} characters; Official Accounts take fewer than {limit}.",
            "Shorten the text or make two articles of it; tables and lists take most.",
        ),
    ),
    error(
        "wechat-too-heavy",
        zh=("文章的 HTML 有 {size} KB，公众号要求小于 {limit} KB。", "缩短正文，或分成两篇。"),
        en=(
            "The article's HTML has {size} KB; Official Accounts take less than {limit} KB.",
            "Shorten the text or make two articles of it.",
        ),
    ),
    error(
        "wechat-image-too-heavy",
        zh=(
            "图片有 {size} KB，公众号的正文图片不能超过 {limit} KB。",
            "缩小图片，或另存为压缩得更多的 JPEG。",
        ),
        en=(
            "The image has {size} KB; Official Accounts take at most {limit} KB for one in the text.",
            "Make it smaller, or save it as a JPEG of lower quality.",
        ),
    ),
    warning(
        "wechat-title-long",
        zh=(
            "标题有 {count} 字，公众号最多 {limit} 字，发布时要另拟。",
            "在公众号后台改短标题，或缩短案例的 title。",
        ),
        en=(
            "The title has {count} characters; Official Accounts take at most {limit}.",
            "Shorten it in the editor of the account, or shorten the story's title.",
        ),
    ),
)
CODES: tuple[Code, ...] = (*PDF, *WECHAT)
