"""Bytes and characters: what a text file may not hold."""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = (
    error(
        "file-not-text",
        zh=(
            "这不是文本文件，而是{format_zh}，只是名称改成了文本文件的样子。",
            "在 Word 等程序中打开原件，把文字复制到记事本，按这个名称保存，编码选“UTF-8”。",
        ),
        en=(
            "This is no text file but {format_en} under the name of one.",
            "Open the original in its program, copy the words into a text editor and save them under this name as "
            "UTF-8.",
        ),
    ),
    error(
        "encoding-gbk",
        zh=(
            "文件不是 UTF-8 编码，从这一行起无法读取，很可能是 GBK（记事本中的“ANSI”）。",
            "用记事本打开，选“另存为”，编码选“UTF-8”，再保存；或运行 sfwgen fix。",
        ),
        en=(
            "The file is not in UTF-8: it cannot be read from this line on. It is probably in GBK (“ANSI” in Notepad).",
            "Open it in Notepad, choose “Save as”, set the encoding to UTF-8 and save; or run sfwgen fix.",
        ),
    ),
    error(
        "encoding-gbk-hidden",
        zh=(
            "文件很可能是 GBK 编码：“{shown}”按 GBK 读是“{meant}”。",
            "用记事本打开，确认文字正常后选“另存为”，编码选“UTF-8”，再保存。",
        ),
        en=(
            "The file is probably in GBK: “{shown}” reads “{meant}” in that encoding.",
            "Open it in Notepad, see that the text is right, choose “Save as”, set the encoding to UTF-8 and save.",
        ),
    ),
    error(
        "encoding-utf16",
        zh=(
            "文件是 UTF-16 编码（旧版记事本称为“Unicode”），sfwgen 只读 UTF-8。",
            "用记事本打开，选“另存为”，编码选“UTF-8”，再保存。",
        ),
        en=(
            "The file is in UTF-16 (“Unicode” in older versions of Notepad); sfwgen reads UTF-8 only.",
            "Open it in Notepad, choose “Save as”, set the encoding to UTF-8 and save.",
        ),
    ),
    error(
        "encoding-not-utf8",
        zh=(
            "文件不是 UTF-8 编码：这一行有无法读取的字节 {byte}。",
            "确认这是文本文件，用记事本打开，选“另存为”，编码选“UTF-8”，再检查这一行。",
        ),
        en=(
            "The file is not in UTF-8: this line holds the byte {byte}, which cannot be read.",
            "See that this is a text file at all, save it as UTF-8 and check this line.",
        ),
    ),
    error(
        "character-control",
        zh=("这里有看不见的控制字符 {character}。", "删除它；如果看不到，把这一行重新输入一遍。"),
        en=(
            "There is an invisible control character here, {character}.",
            "Delete it; if it cannot be found, type the line anew.",
        ),
    ),
    error(
        "character-line-separator",
        zh=(
            "这里有特殊的换行字符 {character}，会把一行拆成两行。",
            "删除它，改用回车换行；如果看不到，把这一行重新输入一遍。",
        ),
        en=(
            "There is a special line separator here, {character}, which would break the line in two.",
            "Delete it and use the Enter key; if it cannot be found, type the line anew.",
        ),
    ),
    error(
        "character-bidi",
        zh=(
            "这里有改变文字方向的隐形字符 {character}，显示的内容可能与实际不同。",
            "删除它；如果看不到，把这一行重新输入一遍。",
        ),
        en=(
            "There is an invisible character here that changes the direction of writing, {character}: what is "
            "shown may not be what is written.",
            "Delete it; if it cannot be found, type the line anew.",
        ),
    ),
    error(
        "character-private-use",
        zh=(
            "这里的字符 {character} 是某种字体或输入法自造的（私用区），别的电脑上显示不出来。",
            "换成标准汉字或符号；图标字体的符号请删除。",
        ),
        en=(
            "There is a private-use character here, {character}, which other machines cannot show.",
            "Write a standard character or symbol instead, or delete it.",
        ),
    ),
    error(
        "character-lost",
        zh=(
            "这里有替换符“�”：原来的字在转换编码时已经丢失。",
            "对照原稿，把丢失的字补上。",
        ),
        en=(
            "There is a replacement character “�” here: what stood in its place was lost in a conversion.",
            "Fill in what was lost from the original.",
        ),
    ),
    warning(
        "character-zero-width",
        zh=(
            "这里有不占宽度的隐形字符 {character}。",
            "一般是复制时带进来的，请删除；如果看不到，把这几个字重新输入。",
        ),
        en=(
            "There is an invisible character of no width here, {character}.",
            "It usually comes with copied text; delete it, or type these words anew.",
        ),
    ),
    error(
        "character-zero-width-key",
        zh=("这一项的名称中有不占宽度的隐形字符 {character}。", "把这一项的名称重新输入一遍。"),
        en=(
            "The name of this field holds an invisible character of no width, {character}.",
            "Type the name of the field anew.",
        ),
    ),
    error(
        "key-not-normalised",
        zh=("“{key}”看上去正常，但里面的字符不是通用的形式（NFC）。", "把它重新输入一遍。"),
        en=("The characters of “{key}” are not in the composed form (NFC).", "Type it anew."),
    ),
    error(
        "line-too-long",
        zh=("这一行有 {length} 个字符，上限是 {limit} 个。", "分成几段，段间空一行。"),
        en=(
            "This line has {length} characters; the limit is {limit}.",
            "Divide it into paragraphs with an empty line between them.",
        ),
    ),
)
