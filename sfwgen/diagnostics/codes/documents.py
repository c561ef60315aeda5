"""The fields of documents: names, forms and values, and the ids that they refer to."""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code

FILES: tuple[Code, ...] = (
    error(
        "config-missing",
        zh=("找不到 config.yaml。", "确认当前文件夹是网站项目的文件夹；新项目用 sfwgen init 建立。"),
        en=(
            "There is no config.yaml.",
            "See that this is the folder of a site; sfwgen init makes a new one.",
        ),
    ),
    error(
        "content-missing",
        zh=(
            "没有 content 文件夹，或者里面什么都没有。",
            "确认当前文件夹是网站项目的文件夹；案例放在 content/stories 里。",
        ),
        en=(
            "There is no content folder, or nothing is in it.",
            "See that this is the folder of a site; stories stand in content/stories.",
        ),
    ),
    warning(
        "file-unknown",
        zh=("文件夹中有用不到的文件：{names}。它们不会发布。", "检查文件名和位置是否正确；不需要就移走。"),
        en=(
            "There are files here that sfwgen has no use for: {names}. They will not be published.",
            "Check their names and places, or take them away.",
        ),
    ),
    error(
        "file-ending-yml",
        zh=("“{name}”的扩展名是 .yml，不会被读取。", "把扩展名改为 .yaml。"),
        en=("“{name}” ends in .yml and would not be read.", "Rename it so that it ends in .yaml."),
    ),
    error(
        "document-outside-folder",
        zh=(
            "“{name}”直接放在 content/{section} 里，不会发布。",
            "建一个自己的文件夹，把它放进去，命名为 index.zh.md。",
        ),
        en=(
            "“{name}” stands directly in content/{section} and would not be published.",
            "Make a folder of its own for it and name it index.zh.md there.",
        ),
    ),
    error(
        "document-is-folder",
        zh=("“{name}”是文件夹，这里应当是文件。", "把文本另存为这个名称的文件；不需要的文件夹，删除或改名。"),
        en=(
            "“{name}” is a folder; a file is meant here.",
            "Save the text as a file of this name; rename or remove a folder that is not needed.",
        ),
    ),
    error(
        "document-language-missing",
        zh=("“{name}”的文件名没有写语言。", "改名为 index.zh.md（中文）或 index.en.md（英文）。"),
        en=(
            "The name “{name}” does not say the language.",
            "Rename it to index.zh.md (Chinese) or index.en.md (English).",
        ),
    ),
    error(
        "document-language-undeclared",
        zh=(
            "文件名中的语言“{language}”没有在 config.yaml 中声明。",
            "改正文件名（可用：{known}），或在 config.yaml 的 languages 中加上它。",
        ),
        en=(
            "The language “{language}” in the file's name is not declared in config.yaml.",
            "Correct the name (there are: {known}), or add the language to config.yaml.",
        ),
    ),
    error(
        "default-language-missing",
        zh=("文件夹中没有 {name}，这一篇不会发布。", "补上 {name}；如果只是文件名写错，请改名。"),
        en=(
            "There is no {name} in the folder, so that nothing of it would be published.",
            "Add {name}, or rename the file that was meant.",
        ),
    ),
    error(
        "slug-invalid",
        zh=(
            "“{value}”不能用作网址中的名称。",
            "只用小写英文字母、数字和连字符，例如 gas-pipeline。",
        ),
        en=(
            "“{value}” cannot be used as a name in addresses.",
            "Use lower-case letters, digits and hyphens only, such as gas-pipeline.",
        ),
    ),
    error(
        "slug-repeated",
        zh=("文件夹名“{value}”已被“{first}”使用，两篇的网址会相同。", "给其中一个文件夹换一个名字。"),
        en=(
            "The folder's name “{value}” is that of “{first}”; both would have the same address.",
            "Give one of the folders another name.",
        ),
    ),
    error(
        "bulletin-number-repeated",
        zh=("第 {value} 期已在“{first}”中用过。", "改正其中一个的期号。"),
        en=("Issue {value} is in “{first}” already.", "Correct the number of one of them."),
    ),
)

FIELDS: tuple[Code, ...] = (
    error(
        "field-unknown",
        zh=("没有名为“{field}”的字段。", "[[是不是“{nearest}”？]]这里可以用：{known}。"),
        en=("There is no field “{field}”.", "[[Did you mean “{nearest}”? ]]There are: {known}."),
    ),
    error(
        "field-missing",
        zh=("缺少“{field}”[[（{title_zh}）]]。", "加上一行“{field}: …”。"),
        en=("“{field}” [[({title_en}) ]]is missing.", "Add a line “{field}: …”."),
    ),
    error(
        "value-empty",
        zh=("“{field}”没有写内容。", "在冒号后面写上内容；可以不写的，也可以删除这一行。"),
        en=(
            "“{field}” has no value.",
            "Write a value after the colon; a line that may be left out can be deleted instead.",
        ),
    ),
    error(
        "value-not-text",
        zh=("“{field}”应直接写文字。", "去掉方括号、减号或下一级的内容，在冒号后面直接写。"),
        en=(
            "“{field}” should be a piece of text.",
            "Write the text itself, with no list or fields in its place.",
        ),
    ),
    error(
        "value-not-list",
        zh=(
            "“{field}”要写成列表。",
            "[[写成“{line}: [甲, 乙]”，方括号和逗号用英文的；]]"
            "[[“{lines}:”后面留空，从下一行开始，每项一行，行首空两格写“- ”，例如“  - {zh: …, en: …}”；]]"
            "只有一项也要这样写。",
        ),
        en=(
            "“{field}” should be a list.",
            "[[Write “{line}: [a, b]”. ]]"
            "[[Leave the rest of the line “{lines}:” empty and put each item on a line of its own below, after two "
            "spaces and a hyphen: “  - {zh: …, en: …}”. ]]"
            "A single item is written in this way too.",
        ),
    ),
    error(
        "value-not-mapping",
        zh=(
            "“{field}”要分项写，每项写成“名称: 内容”。",
            "例如 {zh: …, en: …}；花括号和逗号用英文的，冒号后面空一格。",
        ),
        en=("“{field}” should be a set of fields.", "Write it in the form {zh: …, en: …}."),
    ),
    error(
        "list-empty",
        zh=("“{field}”至少要有一项。", "补上内容。"),
        en=("“{field}” needs at least one item.", "Add it."),
    ),
    error(
        "value-repeated",
        zh=("“{value}”重复，第 {line} 行已有。", "删除其中一个。"),
        en=("“{value}” is given twice; it stands on line {line} already.", "Delete one of the two."),
    ),
    error(
        "value-not-allowed",
        zh=("“{field}”不能写“{value}”。", "[[是不是“{nearest}”？]]可以写：{allowed}。"),
        en=("“{field}” cannot be “{value}”.", "[[Did you mean “{nearest}”? ]]It may be: {allowed}."),
    ),
    error(
        "value-not-boolean",
        zh=("“{field}”只能写 true（是）或 false（否），不能写“{value}”。", "改成 true 或 false。"),
        en=("“{field}” is true or false and cannot be “{value}”.", "Write true or false."),
    ),
    error(
        "value-not-number",
        zh=("“{field}”应是数字，“{value}”不是。", "只写阿拉伯数字和小数点，不加逗号和单位。"),
        en=("“{field}” should be a number; “{value}” is none.", "Write digits and a decimal point only."),
    ),
    error(
        "value-not-positive",
        zh=("“{field}”应大于零，不能是“{value}”。", "核对这个数。"),
        en=("“{field}” should be above zero and cannot be “{value}”.", "Check the number."),
    ),
    error(
        "value-not-whole-number",
        zh=("“{field}”应是 1 至 9999 的整数，“{value}”不是。", "只写阿拉伯数字。"),
        en=("“{field}” should be a whole number from 1 to 9999; “{value}” is none.", "Write digits only."),
    ),
    error(
        "text-several-lines",
        zh=("“{field}”只能有一行。", "把内容写在一行里；太长时用 > 代替 |，会自动连成一行。"),
        en=(
            "“{field}” is to be one line.",
            "Write it on one line; with > in place of | long text is joined to one.",
        ),
    ),
    error(
        "text-language-missing",
        zh=("“{field}”缺少语言“{language}”的文字。", "补上“{language}: …”。"),
        en=("“{field}” has no text in the language “{language}”.", "Add “{language}: …”."),
    ),
    error(
        "text-language-unknown",
        zh=("语言“{language}”没有在 config.yaml 中声明。", "可用的语言：{known}。"),
        en=("The language “{language}” is not declared in config.yaml.", "There are: {known}."),
    ),
    error(
        "translation-has-facts",
        zh=(
            "译文中不能写“{field}”：事实和数字只写在默认语言的文件里。",
            "从译文中删除这一项；需要修改的，到默认语言的文件中改。",
        ),
        en=(
            "A translation cannot have “{field}”: facts stand once, in the default language's file.",
            "Delete it here; what is to be changed is changed there.",
        ),
    ),
)

FORMS: tuple[Code, ...] = (
    error(
        "id-invalid",
        zh=(
            "“{value}”不能用作编号。",
            "只用小写英文字母、数字、下划线和连字符，以字母开头，例如 road_length。",
        ),
        en=(
            "“{value}” cannot be used as an id.",
            "Use lower-case letters, digits, underscores and hyphens, beginning with a letter, such as road_length.",
        ),
    ),
    error(
        "language-invalid",
        zh=("“{value}”不是语言代号。", "id 写 zh、en 这样的代号；tag 写 zh-Hans 这样的标记。"),
        en=("“{value}” is no language.", "Write an id such as zh or en; a tag such as zh-Hans."),
    ),
    error(
        "reference-invalid",
        zh=(
            "“{value}”没有写清是哪一个数字。",
            "写成“案例文件夹名#数字编号”，例如 feifeng-road#road_length。",
        ),
        en=(
            "“{value}” does not name a figure.",
            "Write the story or tally, # and the figure's id, such as feifeng-road#road_length.",
        ),
    ),
    error(
        "site-url-invalid",
        zh=("“{value}”不是完整的网站地址。", "写成 https://sfw.example/ 的形式，以 / 结尾。"),
        en=(
            "“{value}” is not the full address of a site.",
            "Write it in the form https://sfw.example/, ending with /.",
        ),
    ),
    error(
        "url-invalid",
        zh=("“{value}”不是完整的网址。", "以 https:// 或 http:// 开头，中间不能有空格。"),
        en=("“{value}” is not a full address.", "Begin with https:// or http://, with no spaces."),
    ),
    error(
        "path-invalid",
        zh=("“{value}”不是网站内的路径。", "写成 old/page.html 的形式，不能有空格、“..”或问号。"),
        en=(
            "“{value}” is not a path within the site.",
            "Write it in the form old/page.html, with no spaces, “..” or question marks.",
        ),
    ),
    error(
        "time-zone-invalid",
        zh=("“{value}”不是可用的时区写法。", "北京时间写 Asia/Shanghai。"),
        en=("“{value}” is no time zone.", "Write it in the form Asia/Shanghai."),
    ),
    error(
        "date-invalid",
        zh=(
            "“{value}”不是可用的日期写法。",
            "[[改成 {suggestion}。]]可以写 2019、2019-mid（年中）、2019-05、2019-06-late（下旬）、2019-06-27；“前后”在后面加 ~。",
        ),
        en=(
            "“{value}” is not written as a date.",
            "[[Write {suggestion}. ]]There are 2019, 2019-mid, 2019-05, 2019-06-late and 2019-06-27; add ~ for around.",
        ),
    ),
    error(
        "date-impossible",
        zh=("日期“{value}”不存在。", "核对年、月、日。"),
        en=("There is no such date as “{value}”.", "Check the year, month and day."),
    ),
    error(
        "period-invalid",
        zh=("“{value}”不是可用的期间写法。", "写成“起/止”，例如 2019-01/2019-06。"),
        en=("“{value}” is not a period.", "Write its start and end, such as 2019-01/2019-06."),
    ),
    error(
        "period-reversed",
        zh=("期间“{value}”的终点早于起点。", "核对两个日期。"),
        en=("The period “{value}” ends before it begins.", "Check the two dates."),
    ),
    error(
        "time-invalid",
        zh=("“{value}”不是可用的时间写法。", "写成 2019-07-02 09:30 的形式，时和分都写两位。"),
        en=("“{value}” is not written as a time.", "Write it in the form 2019-07-02 09:30."),
    ),
    error(
        "updated-before-published",
        zh=("更新时间 {updated} 早于发布时间 {published}。", "核对两个时间。"),
        en=("The update, {updated}, is before the publication, {published}.", "Check the two times."),
    ),
    error(
        "config-notice-missing",
        zh=(
            "official 不是 true 时，必须写声明（notice）。",
            "加上 notice，例如 {zh: 演示版，非官方发布, en: Unofficial preview}。",
        ),
        en=(
            "Unless official is true, a notice is required.",
            "Add one, such as notice: {zh: 演示版，非官方发布, en: Unofficial preview}.",
        ),
    ),
    error(
        "config-publisher-unofficial",
        zh=(
            "只有 official: true 的网站才能写发布机构（publisher）。",
            "删除 publisher，或确认由该机构正式发布后写 official: true。",
        ),
        en=(
            "Only a site with official: true may name a publisher.",
            "Delete publisher, or write official: true once the body itself publishes the site.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*FILES, *FIELDS, *FORMS)
