"""Posts of Hugo and Hexo that are imported: what could not be read, what could not be carried."""

from sfwgen.diagnostics.codes._entry import error, note, warning
from sfwgen.diagnostics.model import Code

_READING: tuple[Code, ...] = (
    error(
        "post-header-open",
        zh=("文章开头的“{fence}”没有配对，分不清哪里是字段、哪里是正文。", "在字段后面另起一行写上“{fence}”，再导入一次。"),
        en=(
            "The “{fence}” at the head of the post has no counterpart: fields and text cannot be told apart.",
            "Add a line “{fence}” after the fields, then import again.",
        ),
    ),
    error(
        "post-header-toml",
        zh=("文章开头的 TOML 从这里起读不通。", "检查这一行：文字和日期以外的值要加引号，每项一行，写成“名称 = 值”。改好后再导入一次。"),
        en=(
            "The TOML at the head of the post cannot be read from here on.",
            "Check this line: texts need quotes, each field has a line of its own, “name = value”. Then import again.",
        ),
    ),
    error(
        "post-header-json",
        zh=("文章开头的 JSON 从这里起读不通。", "检查这一行的引号、逗号和括号。改好后再导入一次。"),
        en=(
            "The JSON at the head of the post cannot be read from here on.",
            "Check quotation marks, commas and braces of this line. Then import again.",
        ),
    ),
    error(
        "post-too-large",
        zh=("文章超过 {limit} MB，没有读。", "分成几篇，或删去嵌在里面的图片数据，再导入一次。"),
        en=(
            "The post has more than {limit} MB and was not read.",
            "Divide it, or remove image data that is embedded in it; then import again.",
        ),
    ),
    warning(
        "post-settings-unread",
        zh=("网站的设置文件从这里起读不通，按这种工具的默认值处理。", "改好设置再导入，旧网址和语言才能认准；或用 --language 说明语言。"),
        en=(
            "The site's settings cannot be read from here on; the generator's defaults are taken.",
            "Mend them and import again, so that old addresses and languages are known; or give --language.",
        ),
    ),
    warning(
        "post-format-unread",
        zh=("只能导入 Markdown 文章，{ending} 文件没有读。", "把内容另存为 Markdown，再导入一次。"),
        en=("Only posts in Markdown are imported; the {ending} file was not read.", "Save it as Markdown, then import again."),
    ),
    note(
        "post-page-left",
        zh=(
            "这是网站的页面、栏目页或文章的附件，不是文章，没有导入。",
            "要用的，写到 content/pages/ 里；它其实是文章的，直接导入它所在的文件夹。",
        ),
        en=(
            "This is a page of the site, of a section, or a part of a post, and no post; it was left.",
            "Write it below content/pages/ if it is needed; import its own folder if it is a post after all.",
        ),
    ),
    warning(
        "post-language-unknown",
        zh=("这篇是“{code}”文本，本站没有这种语言，没有导入。", "在 config.yaml 的 languages 里加上这种语言，再导入一次；不需要就不用管。"),
        en=(
            "The text is in “{code}”, which is none of the site's languages; it was left.",
            "Add the language to languages in config.yaml and import again, if it is needed.",
        ),
    ),
    warning(
        "post-language-twice",
        zh=("同一篇文章的这种语言已经有了：{first}。这个文件没有导入。", "两个文件合成一个，或改去其中一个的 translationKey，再导入一次。"),
        en=(
            "The post has a text in this language already: {first}. This file was left.",
            "Make one of the two, or change the translationKey of one; then import again.",
        ),
    ),
    warning(
        "post-language-doubtful",
        zh=("文件没有说明语言，当作“{language}”处理，可是看上去不像。", "确认语言；不对的话用 --language 说明，或在文件名里写明（例如 .en.md），再导入一次。"),
        en=(
            "The file names no language and was taken for “{language}”, but does not look like it.",
            "Give --language, or name the language in the file's name (.en.md); then import again.",
        ),
    ),
    note(
        "post-recoded",
        zh=("文件是 {encoding} 编码，已按它读取，草稿是 UTF-8。", "看一眼草稿里的字对不对。"),
        en=("The file is in {encoding} and was read as such; the draft is in UTF-8.", "See that the draft's words are right."),
    ),
)  # fmt: skip
_NAMES: tuple[Code, ...] = (
    note(
        "post-name-made",
        zh=(
            "文件名和标题里没有能作短名的英文，先叫“{slug}”。",
            "发布前把案例的文件夹改成看得懂的英文短名；再次导入时仍认得它。",
        ),
        en=(
            "Neither the file's name nor the title can be a short name; the story is called “{slug}” for now.",
            "Rename its folder before it is public; a later import still knows it.",
        ),
    ),
    warning(
        "post-name-taken",
        zh=(
            "已经有名为“{slug}”的案例，这篇文章没有导入。",
            "如果就是这篇，不用管；不是的话，给文章写上另一个 slug 再导入。",
        ),
        en=(
            "There is a story “{slug}” already; the post was left.",
            "If it is the same, nothing is to be done; else give the post another slug and import again.",
        ),
    ),
    note(
        "post-known",
        zh=("这篇已经导入过，就是案例“{slug}”，没有改动。", "不用管。要重新导入，先删去案例的文件夹。"),
        en=(
            "The post was imported before, as the story “{slug}”, and was left.",
            "Nothing is to be done. Delete the story's folder first to import it anew.",
        ),
    ),
    warning(
        "post-changed",
        zh=(
            "这篇导入以后原文又改过；案例“{slug}”没有改动。",
            "把改动的地方抄到案例里；或删去案例的文件夹，重新导入。",
        ),
        en=(
            "The post was changed after it was imported; the story “{slug}” was left as it is.",
            "Carry the change over by hand, or delete the story's folder and import again.",
        ),
    ),
    note(
        "post-was-draft",
        zh=("在原来的网站上，这篇没有公开。", "确认可以公开，再删去 draft: true。"),
        en=("On the old site this was not public.", "See whether it may be, before draft: true is removed."),
    ),
)
_FACTS: tuple[Code, ...] = (
    note(
        "post-line-assumed",
        zh=("看不出属于哪条服务线，先写 {line}。", "在草稿里改正；或用 --map 分类={line} 说明分类对应哪条线，用 --line 说明其余的归哪条线。"),
        en=(
            "Nothing says which service line the post belongs to; {line} was put down.",
            "Correct it in the draft; or say with --map WORD={line} what the categories stand for, with --line where the rest belongs.",
        ),
    ),
    warning(
        "post-date-unreadable",
        zh=("{field} 的“{value}”看不出是哪一天，原样留在 extra 里。", "在草稿里手工写上日期。"),
        en=("The {field} “{value}” is no date that can be read; it is kept under extra.", "Write the date into the draft."),
    ),
    note(
        "post-fields-kept",
        zh=("案例没有这些字段，原样留在 extra 里：{fields}。", "有用的自己移到别处；extra 的内容不会公开。"),
        en=(
            "A story has no such fields; they are kept under extra: {fields}.",
            "Move what is needed; what stands under extra is not public.",
        ),
    ),
    note(
        "post-terms-kept",
        zh=("这些分类和标签没有对应的服务线、地点或小分队，留在 extra 里：{words}。", "用 --map 分类=编号 说明对应什么；不要的写 --map 分类=。"),
        en=(
            "These categories and tags stand for no line, place or team; they are kept under extra: {words}.",
            "Say what they stand for with --map WORD=ID; with --map WORD= they are passed over.",
        ),
    ),
    warning(
        "post-address-unknown",
        zh=("算不出这篇在原网站的网址，没有写 aliases。", "旧网址要转过来的，在草稿的 aliases 里写上。"),
        en=(
            "Its address on the old site cannot be told from the settings; no alias was written for it.",
            "Write the old address under aliases in the draft.",
        ),
    ),
    warning(
        "post-alias-lost",
        zh=("旧网址“{alias}”不能转：只能转以“/”或“.html”结尾、没有空格和问号的路径。", "在网页服务器上设置这一条转址。"),
        en=(
            "The old address “{alias}” cannot lead here: only paths that end in “/” or “.html”, without spaces and queries.",
            "Let the web server redirect it.",
        ),
    ),
)  # fmt: skip
_TEXTS: tuple[Code, ...] = (
    warning(
        "post-tag-lost",
        zh=("“{tag}”在这里没有意义，已拿掉；它包住的文字保留。", "看看原网站显示了什么，需要的用文字、表格或图片写出来。"),
        en=(
            "“{tag}” means nothing here and was taken out; the text that it encloses stays.",
            "See what the old site showed, and write what is needed as text, table or image.",
        ),
    ),
    warning(
        "post-embed-linked",
        zh=("本站不嵌入外面的内容（{tag}），改成了链接 {target}。", "看看链接要不要留；重要的内容用文字写出来。"),
        en=(
            "Nothing from outside is embedded ({tag}); there is a link to {target} instead.",
            "See whether the link is needed; write out what matters.",
        ),
    ),
    warning(
        "post-html-lost",
        zh=("本站不用这样的 HTML，已拿掉：{what}", "看看原网站显示了什么，需要的用 Markdown 写出来。"),
        en=("Such HTML is not used here and was taken out: {what}", "See what it showed, and write what is needed in Markdown."),
    ),
    warning(
        "post-comment-lost",
        zh=("注释没有带过来：{text}", "内部意见不写进要公开的文稿；有用的另外记下。"),
        en=("The comment was left out: {text}", "Keep it elsewhere if it is needed; texts to be published hold no internal remarks."),
    ),
    warning(
        "post-link-lost",
        zh=("链接“{target}”在这里找不到目标，只留下了文字。", "目标也导入了的，手工补上链接；文章里的小标题变了的，指到新的小标题。"),
        en=(
            "The link “{target}” leads to nothing that was imported; its text stays.",
            "Add the link by hand if its target is on the site.",
        ),
    ),
    warning(
        "post-image-lost",
        zh=("图片没有带过来：{target}。文件夹里没有它，或者不是网页能用的格式。", "找到图片，存成 JPEG 或 PNG 放进案例的文件夹，再写进正文。"),
        en=(
            "The image was not carried: {target}. It is not in the folder, or in a form unfit for the web.",
            "Find it, save it as JPEG or PNG in the story's folder, and put it into the text.",
        ),
    ),
    warning(
        "post-image-outside",
        zh=("图片在别的网站上，改成了链接：{target}", "有权使用的，下载到案例的文件夹，再写进正文。"),
        en=(
            "The image is on another site; there is a link to it instead: {target}",
            "If it may be used, save it in the story's folder and put it into the text.",
        ),
    ),
    warning(
        "post-file-left",
        zh=("文章旁边的文件没有带过来：{target}", "图片要用的，放进案例的文件夹，写进正文；文档把内容写成网页。"),
        en=(
            "The file beside the post was left: {target}",
            "Put an image that is needed into the story's folder and text; write out what a document says.",
        ),
    ),
    warning(
        "post-equation-kept",
        zh=("公式照原样留作代码：{text}", "改写成文字，或做成图片。"),
        en=("The formula is kept as code, as it was written: {text}", "Put it into words, or make an image of it."),
    ),
    warning(
        "post-diagram-kept",
        zh=("{kind} 图形照原样留作代码。", "把图存成图片放进案例的文件夹，并写明图里有什么。"),
        en=("The {kind} diagram is kept as code.", "Save it as an image in the story's folder, and say what it shows."),
    ),
    warning(
        "post-note-lost",
        zh=("脚注没有配对，已拿掉：{text}", "补上另一半，或把内容写进正文。"),
        en=("The footnote has no counterpart and was taken out: {text}", "Add the other half, or put the words into the text."),
    ),
    note(
        "post-format-lost",
        zh=("只管样子的标记没有带过来：{text}", "一般不用管。"),
        en=("Marks that only concern looks were left out: {text}", "Mostly nothing is to be done."),
    ),
    warning(
        "post-character-lost",
        zh=("不能显示的字符 {character} 已拿掉。", "对照原文，看看少了什么。"),
        en=("The character {character}, which cannot be shown, was taken out.", "See in the original whether anything is missing."),
    ),
)  # fmt: skip

CODES: tuple[Code, ...] = (*_READING, *_NAMES, *_FACTS, *_TEXTS)
