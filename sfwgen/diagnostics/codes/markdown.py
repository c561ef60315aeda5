"""Markdown bodies and one-line phrases: our own syntax, headings, links, raw HTML, traps and limits."""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code

_SLOTS: tuple[Code, ...] = (
    error(
        "slot-unclosed",
        zh=(
            "“{mark}”没有配对。",
            "数字写成 {=编号}，不算数字的文字写成 {~文字~}，写在同一段里。要原样显示，在前面加反斜杠。",
        ),
        en=(
            "“{mark}” has no counterpart.",
            "Write {=id} for a figure, {~text~} for text without one; a backslash shows the braces.",
        ),
    ),
    error(
        "slot-id",
        zh=("{={id}} 里的“{id}”不能是数字的编号。", "写数字的编号（id），只用字母、数字、下划线和连字符。"),
        en=(
            "“{id}” in {={id}} cannot be the id of a figure.",
            "Give the figure's id: letters, digits, “_” and “-”.",
        ),
    ),
    error(
        "slot-lost",
        zh=(
            "这里的“{mark}”不起作用：它在代码、链接地址、图片说明或 HTML 属性里，或者跨越了别的标记。",
            "把它移到正文文字里；{~…~} 要完整地写在同一段、同一个加粗或链接之内。",
        ),
        en=(
            "“{mark}” has no effect in code, link targets, image descriptions, HTML tags or across markup.",
            "Move it into the running text; keep {~…~} whole within one paragraph, emphasis or link.",
        ),
    ),
)

_HEADINGS: tuple[Code, ...] = (
    error(
        "heading-level",
        zh=("正文里用了一级标题“#”；一级标题是页面的标题。", "正文的标题从二级“##”开始。"),
        en=("A heading of level 1 in the text: level 1 is the page's title.", "Begin headings with “##”."),
    ),
    warning(
        "heading-skip",
        zh=("标题从{above}级直接跳到{level}级。", "标题逐级往下写，读屏软件靠级别认出文章的结构。"),
        en=(
            "The headings go from level {above} straight to level {level}.",
            "Go down one level at a time: screen readers tell the structure by the levels.",
        ),
    ),
    error(
        "heading-empty",
        zh=("标题是空的。", "写上标题的文字，或删去“#”。"),
        en=("The heading is empty.", "Write its text, or remove the “#”."),
    ),
    error(
        "figure-in-heading",
        zh=("正文的小标题里不能用 {={id}}。", "在标题里直接写出数字。"),
        en=("{={id}} cannot stand in a heading of the text.", "Write the figure out in the heading."),
    ),
)

_LINKS: tuple[Code, ...] = (
    error(
        "link-empty",
        zh=("链接没有地址。", "在圆括号里写上地址：[文字](地址)。"),
        en=("The link has no target.", "Write it between the parentheses: [text](target)."),
    ),
    error(
        "link-characters",
        zh=("地址里有不允许的字符 {character}。", "文件夹之间用“/”，并删去看不见的字符。"),
        en=(
            "The address holds {character}, which is not allowed.",
            "Use “/” between folders and no invisible characters.",
        ),
    ),
    error(
        "link-scheme",
        zh=("不允许以“{scheme}:”开头的地址。", "链接只能用 http、https、mailto、tel，或本站文件的相对路径。"),
        en=(
            "Addresses that begin with “{scheme}:” are not allowed.",
            "Link with http, https, mailto or tel, or with the relative path of a file of this project.",
        ),
    ),
    error(
        "link-no-scheme",
        zh=("地址“{target}”以“//”开头，不完整。", "写出完整的地址，以 https:// 开头。"),
        en=(
            "The address “{target}” begins with “//” and names no scheme.",
            "Write it in full, beginning with https://.",
        ),
    ),
    error(
        "link-malformed",
        zh=("“{target}”不是完整的网址。", "检查网址：写成 https://网站/路径，里面没有空格和用户名。"),
        en=(
            "“{target}” is not a whole web address.",
            "Write https://host/path, without spaces and without a user name.",
        ),
    ),
    error(
        "link-absolute",
        zh=(
            "“{target}”以“/”开头，网站换了位置就会失效。",
            "写从这篇文稿的文件夹到目标文件的路径，例如 ../feifeng-road/index.zh.md。",
        ),
        en=(
            "“{target}” begins with “/” and would break when the site moves to a folder.",
            "Give the relative path of the target's source, for example ../feifeng-road/index.en.md.",
        ),
    ),
    error(
        "link-leaves-project",
        zh=("“{target}”指向了项目文件夹之外。", "检查“../”的层数。"),
        en=("“{target}” points outside the project's folder.", "Check the number of “../”."),
    ),
    error(
        "image-outside",
        zh=(
            "图片“{target}”不在这篇文稿的文件夹里。",
            "把图片复制到文稿旁边，只写文件名。网站不显示别处的图片。",
        ),
        en=(
            "The image “{target}” is not in this document's folder.",
            "Copy it beside the document and give its file name. Images from elsewhere are not shown.",
        ),
    ),
    error(
        "image-alt",
        zh=(
            "图片没有文字说明。",
            "在方括号里写明图片的内容：![说明](图片.jpg)，看不见图片的读者靠它了解内容。",
        ),
        en=(
            "The image has no description.",
            "Say in the brackets what it shows, for those who cannot see it: ![description](image.jpg).",
        ),
    ),
)

_RAW_HTML: tuple[Code, ...] = (
    warning(
        "html-comment",
        zh=("HTML 注释不会出现在网站上。", "删去注释；内部意见不要写在要发布的文稿里。"),
        en=(
            "The HTML comment is left out of the site.",
            "Remove it: keep internal remarks out of texts to be published.",
        ),
    ),
    warning(
        "html-removed",
        zh=("网站不允许使用“{what}”，已去掉。", "改用 Markdown 的写法，或删去它。"),
        en=(
            "“{what}” is not among the HTML that is allowed and was left out.",
            "Write it in Markdown, or remove it.",
        ),
    ),
    error(
        "character-reference",
        zh=("“{reference}”代表一个不能出现在文稿里的字符。", "删去它。"),
        en=("“{reference}” stands for a character that no text may hold.", "Remove it."),
    ),
    error(
        "footnote-missing",
        zh=("脚注 [^{label}] 没有内容。", "另起一段写上 [^{label}]: 内容，或删去这个标记。"),
        en=(
            "The footnote [^{label}] has no text.",
            "Add a paragraph “[^{label}]: text”, or remove the mark.",
        ),
    ),
    error(
        "footnote-unused",
        zh=("正文里没有地方用到脚注 [^{label}]。", "在正文里加上 [^{label}]，或删去这条脚注。"),
        en=(
            "Nothing in the text refers to the footnote [^{label}].",
            "Put [^{label}] into the text, or remove the note.",
        ),
    ),
)

_TRAPS: tuple[Code, ...] = (
    warning(
        "markdown-full-width",
        zh=("“{found}”用了全角符号，会原样显示出来。", "如果是 Markdown 标记，改成半角：“{right}”。"),
        en=(
            "“{found}” uses full-width marks and will be shown as it is.",
            "If it is meant as Markdown, write “{right}”.",
        ),
    ),
    warning(
        "markdown-list-blank-line",
        zh=("列表前面没有空行，会和上一行连成一段。", "在列表前面空一行。"),
        en=(
            "No blank line before the list: it will run on from the line above.",
            "Leave a blank line before it.",
        ),
    ),
    warning(
        "markdown-list-indent",
        zh=("下一级列表只缩进了 {spaces} 格，会显示成同一级。", "缩进 4 格。"),
        en=(
            "The inner list is indented by {spaces} spaces only and will be shown on the same level.",
            "Indent it by 4 spaces.",
        ),
    ),
    warning(
        "markdown-bold-spaces",
        zh=("“**”里面紧挨着空格，不会加粗，星号会显示出来。", "去掉“**”内侧的空格：**粗体**。"),
        en=(
            "A space just inside “**”: the text will not be bold and the asterisks will show.",
            "Remove the space: **bold**.",
        ),
    ),
    warning(
        "markdown-bullet",
        zh=("“{bullet}”不是列表标记，各行会连成一段。", "列表用“- ”开头，并在列表前面空一行。"),
        en=(
            "“{bullet}” is no list marker: the lines will run together.",
            "Begin items with “- ”, after a blank line.",
        ),
    ),
    warning(
        "markdown-lines-merge",
        zh=("这一行会和上一行连成一段。", "如果要另起一段，在前面空一行。"),
        en=(
            "This line will run on from the line above.",
            "Leave a blank line before it if it is a paragraph of its own.",
        ),
    ),
    warning(
        "markdown-underline",
        zh=("这一行减号会把上一行变成小标题。", "要分隔线，在前面空一行；要小标题，写成“## 标题”。"),
        en=(
            "This line of hyphens makes a heading of the line above.",
            "Leave a blank line before it for a rule; write “## Heading” for a heading.",
        ),
    ),
    error(
        "markdown-fence-unclosed",
        zh=("代码块没有结束，后面的文字都成了代码。", "在代码后面另起一行，写上与开头相同的标记。"),
        en=(
            "The code block is never closed: all that follows is code.",
            "Close it with a line like the one that opens it.",
        ),
    ),
)

_LIMITS: tuple[Code, ...] = (
    error(
        "markdown-nesting",
        zh=("列表、引用或 HTML 一层套一层，超过了 {limit} 层。", "减少层数。"),
        en=("Lists, quotes or HTML are nested more than {limit} deep.", "Nest less deeply."),
    ),
    error(
        "markdown-unmatched",
        zh=("这一段里没有配对的“{mark}”超过了 {limit} 个。", "补上另一半，或用空行分成几段。"),
        en=("More than {limit} unmatched “{mark}” in one paragraph.", "Match them, or divide the paragraph."),
    ),
    error(
        "markdown-unmatched-in-all",
        zh=("全文没有配对的方括号、圆括号和尖括号超过了 {limit} 个。", "补上另一半，或删去多余的括号。"),
        en=(
            "The whole text has more than {limit} brackets without their counterparts.",
            "Add the other halves, or remove the brackets.",
        ),
    ),
    error(
        "markdown-footnotes",
        zh=("全文的脚注标记超过了 {limit} 个。", "减少脚注，或分成几篇。"),
        en=("The text has more than {limit} footnote marks.", "Use fewer, or divide the text."),
    ),
    error(
        "markdown-definitions",
        zh=("连续的定义列表超过了 {limit} 条。", "在各条之间空一行。"),
        en=("More than {limit} definitions in a row.", "Leave a blank line between them."),
    ),
    error(
        "markdown-block-length",
        zh=("这里连续超过 {limit} 行没有空行。", "用空行分成几段。"),
        en=("More than {limit} lines without a blank line.", "Divide them with blank lines."),
    ),
    error(
        "markdown-block-characters",
        zh=("这一段超过 {limit} 字。", "用空行分成几段。"),
        en=("This paragraph has more than {limit} characters.", "Divide it with blank lines."),
    ),
    error(
        "markdown-too-complex",
        zh=("正文的结构太复杂，无法生成网页。", "把正文分成几段，列表和引用少套几层。"),
        en=("The text is too involved to be converted.", "Divide it into shorter parts, with less nesting."),
    ),
    error(
        "markdown-too-slow",
        zh=(
            "这篇正文转换成网页超过 {seconds} 秒，已停止。",
            "看看有没有成片的括号、引号、星号、脚注或表格符号（常见于粘贴的内容），删去多余的，或分成几篇。",
        ),
        en=(
            "Converting this text took more than {seconds} seconds and was stopped.",
            "Look for masses of brackets, quotation marks, asterisks, footnotes or table marks (often from "
            "pasting); remove what is not needed, or divide the text.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*_SLOTS, *_HEADINGS, *_LINKS, *_RAW_HTML, *_TRAPS, *_LIMITS)
