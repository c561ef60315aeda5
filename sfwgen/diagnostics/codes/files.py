"""Files as such: their names, kinds and sizes, and what a publication adds to or takes from the site."""

from sfwgen.diagnostics.codes._entry import error, note, warning
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = (
    error(
        "file-name-encoding",
        zh=("文件名的编码不是 UTF-8。", "重新命名该文件。"),
        en=("The file's name is not in UTF-8.", "Rename the file."),
    ),
    error(
        "file-name-form",
        zh=(
            "文件名中的字符不是标准的组合形式（NFC），在别的电脑上会找不到。",
            "重新输入文件名，或改为“{name}”。",
        ),
        en=(
            "The file's name is not in the composed form (NFC); other machines would not find it.",
            "Type the name anew, or rename the file to “{name}”.",
        ),
    ),
    error(
        "file-name-invisible",
        zh=("文件名中有看不见的字符 {character}。", "重新命名该文件，去掉这个字符。"),
        en=("The file's name holds the invisible character {character}.", "Rename the file without it."),
    ),
    error(
        "file-name-characters",
        zh=("文件名中有 Windows 不允许的字符“{character}”。", "重新命名该文件，去掉这个字符。"),
        en=(
            "The file's name holds “{character}”, which Windows does not allow.",
            "Rename the file without it.",
        ),
    ),
    error(
        "file-name-reserved",
        zh=("“{name}”是 Windows 的保留名称，不能用作文件名。", "换一个名字。"),
        en=("“{name}” is a name that Windows keeps for itself.", "Choose another name."),
    ),
    error(
        "file-name-ending",
        zh=("文件名以句点或空格结尾，在 Windows 上无法使用。", "去掉结尾的句点或空格。"),
        en=(
            "The file's name ends in a full stop or a space, which does not work on Windows.",
            "Remove the ending.",
        ),
    ),
    error(
        "file-name-too-long",
        zh=("名称过长：{length} 字节，上限 {limit} 字节（一个汉字占 3 字节）。", "换一个短一些的名字。"),
        en=(
            "The name is too long: {length} bytes, the limit is {limit} (a Chinese character takes 3).",
            "Choose a shorter name.",
        ),
    ),
    error(
        "file-path-too-long",
        zh=("路径过长：{length} 个字符，上限 {limit} 个。", "缩短文件名或上级文件夹的名字。"),
        en=(
            "The path is too long: {length} characters, the limit is {limit}.",
            "Shorten the name of the file or of the folders above it.",
        ),
    ),
    error(
        "file-name-collision",
        zh=(
            "“{name}”与“{other}”只有大小写、全角半角或编码形式不同，在有的电脑上会互相覆盖。",
            "给其中一个换一个明显不同的名字。",
        ),
        en=(
            (
                "“{name}” and “{other}” differ only in case, width or coding form; on some machines one "
                "would replace the other."
            ),
            "Give one of them a clearly different name.",
        ),
    ),
    error(
        "file-is-link",
        zh=("这是一个链接，sfwgen 只读取普通文件。", "用文件本身替换链接。"),
        en=("This is a link; sfwgen reads plain files only.", "Replace the link with the file itself."),
    ),
    error(
        "file-is-special",
        zh=("这不是普通文件（而是管道、设备或套接字）。", "把它从项目中移走。"),
        en=("This is no plain file but a pipe, device or socket.", "Take it out of the project."),
    ),
    error(
        "file-too-large",
        zh=("文件过大：{size} 字节，上限 {limit} 字节。", "缩小文件，或拆成几个文件。"),
        en=(
            "The file is too large: {size} bytes, the limit is {limit}.",
            "Make the file smaller, or split it.",
        ),
    ),
    warning(
        "file-copy",
        zh=(
            "“{name}”像是副本、备份或同步冲突留下的文件，没有使用。",
            "不需要就删除；需要就改成正式的名字。",
        ),
        en=(
            "“{name}” looks like a copy, a backup or what a sync conflict left behind; it was not used.",
            "Delete it, or give it a proper name if it is needed.",
        ),
    ),
    error(
        "output-shrinks",
        zh=(
            "网站将从 {before} 页减少到 {after} 页，超出允许的幅度，因此没有更新。",
            "检查内容是否齐全、文件夹是否正确；确实要减少，请加 --allow-shrink。",
        ),
        en=(
            "The site would fall from {before} pages to {after}, more than is allowed; it was not updated.",
            (
                "Check that the content is complete and the folder is the right one; if the fall is meant, "
                "add --allow-shrink."
            ),
        ),
    ),
    warning(
        "output-stranger",
        zh=(
            "输出文件夹中的“{name}”不是 sfwgen 生成的，没有放进新网站，已随旧版网站一起保留。",
            "要让它留在网站上，请在 config.yaml 的保留列表（keep）中写上它。",
        ),
        en=(
            (
                "“{name}” in the output folder was not made by sfwgen and is not in the new site; it stays "
                "with the version before."
            ),
            "To keep it on the site, add it to the keep list in config.yaml.",
        ),
    ),
    note(
        "output-record-missing",
        zh=(
            "没有上次发布的记录；网站中不再需要的 {count} 个文件（如“{name}”）没有放进新网站。",
            "首次在这台电脑上生成时属于正常情况。",
        ),
        en=(
            (
                "There is no record of the last publication; {count} files that are no longer needed "
                "(such as “{name}”) are not in the new site."
            ),
            "This is to be expected at the first build on a machine.",
        ),
    ),
)
