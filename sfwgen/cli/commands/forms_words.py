"""What `sfwgen forms` says, in Chinese and English."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    "done": (
        "表单已安装：{packages}。运行 sfwgen serve，在 Edge 或 Chrome 中打开预览地址后面的 /admin/。",
        "The forms are installed: {packages}. Run sfwgen serve and open /admin/ of the preview in Edge or Chrome.",
    ),
    "no-npm": (
        "这台电脑上没有 npm。请安装 Node.js（带 npm），或在有 npm 的电脑上运行 npm pack {specs}，"
        "把得到的文件放进一个文件夹，再运行 sfwgen forms --from 那个文件夹。",
        "There is no npm on this machine. Install Node.js, which brings it, or run npm pack {specs} where there is "
        "npm, put the files into a folder, and run sfwgen forms --from that folder.",
    ),
    "npm-failed": (
        "npm 没有取到文件：{cause}",
        "npm could not fetch the files: {cause}",
    ),
    "no-archive": (
        "{folder} 里没有 {archive}。",
        "There is no {archive} in {folder}.",
    ),
    "wrong-archive": (
        "{archive} 不是应有的那个文件（校验码不符：{digest}），没有安装。",
        "{archive} is not the file that is meant (its digest is {digest}); nothing was installed.",
    ),
}

tell = teller(_WORDS)
