"""Headers and YAML: how fields are written, before anything is asked of their values."""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code

_FENCE_ZH = "第一行写三个英文减号 ---，前后不加别的字；字段写完后再单独写一行 ---，然后写正文。"
_FENCE_EN = "Write three hyphens, ---, alone on the first line; after the fields write --- alone on a line again, then the text."

HEADERS: tuple[Code, ...] = (
    error(
        "header-missing",
        zh=("文件开头没有由 --- 围起来的字段。", _FENCE_ZH),
        en=("The file does not begin with a header between two lines of ---.", _FENCE_EN),
    ),
    error(
        "header-not-first",
        zh=("--- 不在文件的第一行，前面有别的文字或空行。", "删除 --- 之前的内容，让它成为第一行。"),
        en=(
            "--- is not the first line of the file; text or an empty line stands before it.",
            "Delete what stands before --- so that it is the first line.",
        ),
    ),
    error(
        "header-unclosed",
        zh=("开头的 --- 没有结束：后面找不到第二行 ---。", "在最后一个字段之后、正文之前，单独写一行 ---。"),
        en=(
            "The header is never closed: there is no second line of ---.",
            "Write --- alone on a line after the last field and before the text.",
        ),
    ),
    error(
        "header-fence-indented",
        zh=("--- 前面有空格或看不见的字符。", "把 --- 移到行首。"),
        en=(
            "There are spaces or invisible characters before ---.",
            "Move --- to the beginning of the line.",
        ),
    ),
    error(
        "header-fence-wide",
        zh=("“{fence}”不是三个英文减号，是破折号或全角符号。", "切换到英文输入法，改写成 ---。"),
        en=(
            "“{fence}” is not three hyphens but dashes or full-width signs.",
            "Switch to English input and write ---.",
        ),
    ),
    error(
        "header-fence-length",
        zh=("“{fence}”不是三个减号，多了或少了。", "改成三个英文减号 ---。"),
        en=("“{fence}” is not exactly three hyphens.", "Write three: ---."),
    ),
    error(
        "header-fence-dots",
        zh=("字段部分不能用“...”结束。", "改写成三个英文减号 ---。"),
        en=("The header cannot end with “...”.", "Write three hyphens instead: ---."),
    ),
    error(
        "header-continues",
        zh=(
            "这一行像是字段，却写在了 --- 的后面，会当作正文发布。",
            "字段都写在两行 --- 之间，把多出来的那一行 --- 删除或移到字段之后；如果是正文，换一个写法开头。",
        ),
        en=(
            "This line looks like a field, but it stands after the --- and would be published as text.",
            "All fields stand between two lines of ---: delete the third, or move it below the fields. If this is "
            "text, begin it otherwise.",
        ),
    ),
    error(
        "header-empty",
        zh=("两行 --- 之间没有内容。", "在两行 --- 之间写上字段，例如“title: 标题”。"),
        en=(
            "There is nothing between the two lines of ---.",
            "Write the fields between them, such as “title: Gas line complete”.",
        ),
    ),
    error(
        "header-not-mapping",
        zh=(
            "两行 --- 之间不是“字段: 内容”的形式。",
            "每行写一个字段，冒号用英文冒号，后面空一格，例如“title: 标题”。",
        ),
        en=(
            "What stands between the two lines of --- is not made of “field: value” lines.",
            "Write one field to a line, with a colon and a space after it, such as “title: Gas line complete”.",
        ),
    ),
    error(
        "header-too-large",
        zh=("字段部分有 {size} 字节，上限是 {limit} 字节。", "把长段文字移到正文中。"),
        en=("The header has {size} bytes; the limit is {limit}.", "Move long passages to the body."),
    ),
)

PUNCTUATION: tuple[Code, ...] = (
    error(
        "yaml-colon-fullwidth",
        zh=("“{key}”后面是中文冒号“：”。", "改成英文冒号，后面空一格：“{key}: …”。"),
        en=(
            "The colon after “{key}” is full-width (“：”).",
            "Write an English colon and a space: “{key}: …”.",
        ),
    ),
    error(
        "yaml-colon-space",
        zh=("“{key}:”的冒号后面没有空格。", "在冒号后面空一格：“{key}: …”。"),
        en=("There is no space after the colon of “{key}:”.", "Put a space after the colon: “{key}: …”."),
    ),
    error(
        "yaml-colon-missing",
        zh=("这一行没有“字段: 内容”所需的冒号。", "写成“字段: 内容”；如果是上一行的续文，前面加两个空格。"),
        en=(
            "This line has no colon, as “field: value” needs.",
            "Write “field: value”; if the line continues the one before, put two spaces in front of it.",
        ),
    ),
    error(
        "yaml-colon-in-value",
        zh=(
            "内容里又有英文冒号加空格，无法判断到哪里为止。",
            "用英文双引号把整个内容括起来，或改用中文冒号。",
        ),
        en=(
            "The value itself holds a colon and a space, so that its end cannot be told.",
            "Put the whole value between double quotation marks.",
        ),
    ),
    error(
        "yaml-punctuation-fullwidth",
        zh=(
            "这里的“{mark}”是中文标点，应是英文标点“{right}”。",
            "切换到英文输入法，改写成“{right}”；如果它是内容的一部分，用英文双引号把整个内容括起来。",
        ),
        en=(
            "“{mark}” is a Chinese punctuation mark where “{right}” is needed.",
            "Write “{right}”; if the mark is part of the value, put the whole value between double quotation marks.",
        ),
    ),
    error(
        "yaml-dash-space",
        zh=("列表的减号后面没有空格。", "在减号后面空一格：“- …”。"),
        en=("There is no space after the hyphen of a list item.", "Put a space after it: “- …”."),
    ),
    error(
        "yaml-comma-unquoted",
        zh=("花括号里的“{value}”有英文逗号，会被拆成两项。", '用英文双引号括起来："{value}"。'),
        en=(
            "“{value}” stands in braces and holds a comma, which divides it in two.",
            'Put it between double quotation marks: "{value}".',
        ),
    ),
    error(
        "yaml-slot-unquoted",
        zh=(
            "内容以“{slot}”开头，花括号会被当成别的意思。",
            '用英文双引号把整个内容括起来，例如 "{slot}……"。',
        ),
        en=(
            "The value begins with “{slot}”; without quotation marks the brace means something else.",
            'Put the whole value between double quotation marks, such as "{slot} …".',
        ),
    ),
    error(
        "yaml-quote-unclosed",
        zh=("这里的引号没有配对的后引号。", "在内容末尾补上同样的英文引号。"),
        en=("The quotation mark here is never closed.", "Add the same mark at the end of the value."),
    ),
    error(
        "yaml-quote-inside",
        zh=("引号结束之后还有文字。", "把整个内容括在一对英文双引号里，里面的引用改用中文引号“”。"),
        en=(
            "There is text after the closing quotation mark.",
            "Put the whole value between one pair of double quotation marks and use other marks inside it.",
        ),
    ),
    error(
        "yaml-bracket-unclosed",
        zh=("这里的“{bracket}”没有正常结束：缺少逗号或后括号。", "检查各项之间的英文逗号和末尾的括号。"),
        en=(
            "The “{bracket}” here does not end properly: a comma or the closing bracket is missing.",
            "Check the commas between the items and the bracket at the end.",
        ),
    ),
    error(
        "yaml-bracket-unopened",
        zh=("这里多了一个“{bracket}”。", "删除它；如果它是内容的一部分，用英文双引号把整个内容括起来。"),
        en=(
            "There is a “{bracket}” too many here.",
            "Delete it; if it is part of the value, put the whole value between double quotation marks.",
        ),
    ),
    error(
        "yaml-character-reserved",
        zh=("内容不能以“{character}”开头。", "用英文双引号把整个内容括起来。"),
        en=(
            "A value cannot begin with “{character}”.",
            "Put the whole value between double quotation marks.",
        ),
    ),
    error(
        "yaml-escape",
        zh=(
            "英文双引号里的反斜杠另有用途，不能写“{character}”。",
            "反斜杠写两个“\\\\”，或把双引号换成英文单引号。",
        ),
        en=(
            "“{character}” has no meaning between double quotation marks.",
            "Write two backslashes, “\\\\”, or use single quotation marks.",
        ),
    ),
    warning(
        "yaml-value-cut",
        zh=(
            "内容在“#”处被截断：只读到“{value}”，“{rest}”被当作注释。",
            "如果是内容，用英文双引号括起来；如果是注释，# 前空两格、后空一格。",
        ),
        en=(
            "The value is cut off at “#”: only “{value}” is read, “{rest}” is taken as a comment.",
            "If it belongs to the value, put the value between double quotation marks; if it is a comment, put two "
            "spaces before # and one after it.",
        ),
    ),
)

STRUCTURE: tuple[Code, ...] = (
    error(
        "yaml-syntax",
        zh=("从这里开始无法读懂。", "检查这一行和上一行的冒号、引号、括号和行首空格。"),
        en=(
            "The text cannot be read from here on ({problem}).",
            "Check the colons, quotation marks, brackets and leading spaces of this line and the one before.",
        ),
    ),
    error(
        "yaml-tab",
        zh=("行首用了制表符（Tab）。", "改成空格，每一级两个。"),
        en=("The line is indented with a tab.", "Use spaces, two for each level."),
    ),
    error(
        "yaml-wide-space",
        zh=("这里的空格是全角空格或不换行空格。", "改成普通的英文空格。"),
        en=("The space here is full-width or non-breaking.", "Write an ordinary space."),
    ),
    error(
        "yaml-indentation",
        zh=("这一行的行首空格数与上下不一致。", "同一级的字段对齐，下一级比上一级多两个空格。"),
        en=(
            "The indentation of this line does not fit those around it.",
            "Align the fields of one level; each further level has two more spaces.",
        ),
    ),
    error(
        "yaml-list-inline",
        zh=(
            "“- ”列表不能写在同一行，也不能接在内容后面。",
            "冒号后面留空，从下一行开始写“- …”，行首空两格。",
        ),
        en=(
            "A list of “- ” items can neither stand on the line of its field nor follow a value.",
            "Leave the rest of the field's line empty and begin the items on the next line, two spaces in.",
        ),
    ),
    error(
        "yaml-duplicate-key",
        zh=("“{key}”重复，第 {line} 行已经写过。", "删除其中一处。"),
        en=("“{key}” is given twice; it stands on line {line} already.", "Delete one of the two."),
    ),
    error(
        "yaml-key-not-text",
        zh=("冒号前面没有字段的名称，或者写的不是名称。", "写成“字段: 内容”。"),
        en=("What stands before the colon is no name of a field.", "Write “field: value”."),
    ),
    error(
        "yaml-not-mapping",
        zh=("文件内容不是“字段: 内容”的形式。", "每行写一个字段，冒号用英文冒号，后面空一格。"),
        en=(
            "The file is not made of “field: value” lines.",
            "Write one field to a line, with a colon and a space after its name.",
        ),
    ),
    error(
        "yaml-several-documents",
        zh=(
            "这里又另起了一份内容（--- 或 ...），一个文件只能写一份。",
            "删除 --- 或 ... 这一行，或分成两个文件。",
        ),
        en=(
            "A second document begins here (after --- or ...); a file holds one only.",
            "Delete the line of --- or ..., or divide the file in two.",
        ),
    ),
    error(
        "yaml-anchor",
        zh=("内容以“&{name}”开头，这种写法（锚点）不能使用。", "如果是文字，用英文双引号把整个内容括起来。"),
        en=(
            "The value begins with “&{name}”, an anchor; anchors are not accepted.",
            "If it is text, put the whole value between double quotation marks.",
        ),
    ),
    error(
        "yaml-alias",
        zh=("内容以“*{name}”开头，这种写法（引用）不能使用。", "如果是文字，用英文双引号把整个内容括起来。"),
        en=(
            "The value begins with “*{name}”, an alias; aliases are not accepted.",
            "If it is text, put the whole value between double quotation marks.",
        ),
    ),
    error(
        "yaml-tag",
        zh=("内容以“{name}”开头，这种写法（标签）不能使用。", "如果是文字，用英文双引号把整个内容括起来。"),
        en=(
            "The value begins with “{name}”, a tag; tags are not accepted.",
            "If it is text, put the whole value between double quotation marks.",
        ),
    ),
    error(
        "yaml-merge-key",
        zh=("“<<”（合并）不能使用。", "把要用的字段直接写在这里。"),
        en=("“<<” (merge) is not accepted.", "Write the fields here themselves."),
    ),
    error(
        "yaml-too-deep",
        zh=("这里一层套一层，超过了 {limit} 层。", "检查是否有多余的括号或行首空格。"),
        en=("There are more than {limit} levels.", "Check for stray brackets or indentation."),
    ),
    error(
        "yaml-too-many-nodes",
        zh=("文件内容超过 {limit} 项。", "拆成几个文件；逐行的记录请用台账（CSV 或 Excel）。"),
        en=(
            "The file holds more than {limit} values.",
            "Divide it; records by the row belong in a register (CSV or Excel).",
        ),
    ),
)

CODES: tuple[Code, ...] = (*HEADERS, *PUNCTUATION, *STRUCTURE)
