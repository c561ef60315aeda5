"""Disk, rights, locks: what is wrong with the machine rather than the content."""

from sfwgen.diagnostics.codes._entry import error
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = (
    error(
        "disk-full",
        zh=(
            "磁盘空间不足或超出配额，无法写入“{path}”（{cause}）。",
            "清理磁盘后重新运行；网站仍是原来的样子。",
        ),
        en=(
            "There is no room left on the disk to write “{path}” ({cause}).",
            "Free some space and run the command again; the site is as it was.",
        ),
    ),
    error(
        "disk-forbidden",
        zh=(
            "没有权限读写“{path}”（{cause}）。",
            "检查该文件或文件夹的权限；在 Windows 上，请先关闭正在打开它的程序。",
        ),
        en=(
            "sfwgen is not allowed to read or write “{path}” ({cause}).",
            "Check the rights of the file or folder; on Windows, first close the program that has it open.",
        ),
    ),
    error(
        "disk-fault",
        zh=("读写“{path}”时系统报错（{cause}）。", "检查磁盘或网络盘是否正常，然后重新运行。"),
        en=(
            "The system reported a fault while reading or writing “{path}” ({cause}).",
            "Check that the disk or network drive is in order, then run the command again.",
        ),
    ),
    error(
        "too-many-open-files",
        zh=(
            "打开的文件过多，无法读写“{path}”（{cause}）。",
            "关闭一些程序，或提高系统允许打开的文件数，然后重新运行。",
        ),
        en=(
            "Too many files are open to read or write “{path}” ({cause}).",
            "Close some programs or raise the system's limit on open files, then run the command again.",
        ),
    ),
    error(
        "build-busy",
        zh=(
            "另一个 sfwgen（进程 {pid}）正在更新这个网站。",
            "等它结束后再运行；如需自动等待，请加 --wait。",
        ),
        en=(
            "Another sfwgen (process {pid}) is updating this site.",
            "Run the command again when it has finished, or add --wait to wait for it.",
        ),
    ),
    error(
        "inputs-changed",
        zh=("生成期间源文件被改动，网站没有更新。", "保存好所有文件后重新运行。"),
        en=(
            "Source files were changed during the build; the site was not updated.",
            "Save all files, then run the command again.",
        ),
    ),
    error(
        "output-not-ours",
        zh=(
            "文件夹“{path}”不是空的，也不是 sfwgen 生成的，因此没有改动它。",
            "把其中需要的文件移走并删除该文件夹，或在 config.yaml 中换一个输出文件夹。",
        ),
        en=(
            "The folder “{path}” is not empty and was not made by sfwgen, so it was left alone.",
            "Move away what you need and delete the folder, or name another output folder in config.yaml.",
        ),
    ),
    error(
        "output-place",
        zh=(
            "“{path}”不能作为输出文件夹。",
            "请用项目内一个专用的文件夹，如 site；不能是源文件夹、它的上级或下级，也不能在项目之外。",
        ),
        en=(
            "“{path}” cannot be the output folder.",
            (
                "Use a folder of its own inside the project, such as site: not a source folder, nor one "
                "above or below it, nor one outside the project."
            ),
        ),
    ),
    error(
        "output-link",
        zh=(
            "“{path}”是链接或不是普通文件夹，sfwgen 不会写入。",
            "删除该链接或文件，换成普通文件夹。",
        ),
        en=(
            "“{path}” is a link or no plain folder; sfwgen does not write there.",
            "Remove the link or file and put a plain folder in its place.",
        ),
    ),
    error(
        "output-mount-point",
        zh=(
            "“{path}”是挂载点，不能整体替换。",
            "把磁盘或卷挂载到它的上一级文件夹，或换一个输出文件夹。",
        ),
        en=(
            "“{path}” is a mount point and cannot be replaced as a whole.",
            "Mount the disk or volume at the folder above it, or use another output folder.",
        ),
    ),
    error(
        "publish-unfinished",
        zh=(
            "网站已是最新，但收尾时处理“{path}”出错（{cause}），发布记录或旧版网站可能没有存好。",
            "检查磁盘和权限，然后重新运行：没做完的会自动补上。",
        ),
        en=(
            (
                "The site is up to date, but the system reported a fault at “{path}” ({cause}) afterwards; "
                "the record of the publication or the version before may not have been put away."
            ),
            "Check the disk and the rights, then run the command again: it does what is left to do.",
        ),
    ),
    error(
        "generation-missing",
        zh=("没有可以恢复的旧版网站：{wanted}。", "从版本库取出当时的源文件，重新生成。"),
        en=(
            "There is no earlier version of the site to go back to: {wanted}.",
            "Check out the sources of that time and build them again.",
        ),
    ),
    error(
        "generation-damaged",
        zh=(
            "旧版网站 {generation} 的文件“{path}”与发布时不一致，没有恢复。",
            "从版本库取出当时的源文件，重新生成。",
        ),
        en=(
            (
                "“{path}” in the earlier version {generation} of the site is not what was published; "
                "nothing was restored."
            ),
            "Check out the sources of that time and build them again.",
        ),
    ),
    error(
        "libyaml-missing",
        zh=(
            "安装的 PyYAML 不含 libyaml，有些文件会读成别的意思。",
            "重新安装 PyYAML 的官方安装包（wheel）。",
        ),
        en=(
            "The installed PyYAML comes without libyaml; it would read some files differently.",
            "Install PyYAML anew from its official wheel.",
        ),
    ),
)
