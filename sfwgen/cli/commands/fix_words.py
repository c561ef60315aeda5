"""What `sfwgen fix` says, in Chinese and English."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    "recoded": ("编码 {before} 改成 UTF-8，读出来是：", "encoding {before} to UTF-8; it reads:"),
    "line-ends": ("换行改成 LF（{before} 处）", "line ends to LF ({before})"),
    "renamed": ("文件改名为 {after}", "the file is renamed to {after}"),
    "line": ("第 {line} 行，{what}", "line {line}: {what}"),
    "nothing": ("没有可以自动改正的地方。", "There is nothing that can be corrected by itself."),
    "left": (
        "改好以后还有 {n} 处错误要自己改，运行 sfwgen check 查看。",
        "After that {n} errors are left for you; sfwgen check lists them.",
    ),
    "ask": (
        "共 {fixes} 处，{files} 个文件。写入吗？（y 写入，回车不写）：",
        "{fixes} corrections in {files} files. Write them? (y to write, Enter not to): ",
    ),
    "not-written": (
        "共 {fixes} 处，{files} 个文件，还没有写入。看过以后加 --write 写入。",
        "{fixes} corrections in {files} files; nothing is written yet. Look them over and add --write.",
    ),
    "written": (
        "已改正 {fixes} 处，写入 {files} 个文件。原来的文件在 {folder}。",
        "{fixes} corrections are written into {files} files. The files as they were are in {folder}.",
    ),
    "changed-meanwhile": (
        "“{file}”刚刚又被改过，没有写入任何文件。请再运行一次。",
        "“{file}” has just been edited; no file was written. Run it again.",
    ),
    "no-file": ("没有“{name}”这个文件。", "There is no file “{name}”."),
}

tell = teller(_WORDS)
