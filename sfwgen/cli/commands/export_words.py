"""What `sfwgen export` says, in Chinese and English."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    "stopped": (
        "没有导出：先改正上面的错误。",
        "Nothing was exported: correct the errors above first.",
    ),
    "nothing-written": ("没有写任何文件。", "No file was written."),
    "pdf-written": ("已写入 {file}（{size} KB）。", "Wrote {file} ({size} KB)."),
    "pdf-fonts": ("所用字体文件：{names}", "Fonts used: {names}"),
    "wechat-written": (
        "已写入 {folder}：\n  copy.html      在浏览器中打开，点“复制全文”，到公众号后台粘贴\n"
        "  article.html   正文，{count} 字符（上限 {limit}）\n"
        "  meta.json      标题、摘要、阅读原文链接、封面\n  article.txt    纯文字\n"
        "  images/        图片 {images} 张，按正文顺序上传",
        "Wrote into {folder}:\n  copy.html      open it in a browser, press “Copy the article”, paste in the account's editor\n"
        "  article.html   the text, {count} characters (limit {limit})\n"
        "  meta.json      title, digest, link to the original, cover\n  article.txt    plain text\n"
        "  images/        {images} images, to be uploaded in order",
    ),
    "wechat-paste-images": (
        "图片要在公众号后台逐张上传，替换正文中的占位说明。",
        "Upload the images one by one in the account's editor, in place of the notes in the text.",
    ),
    "wechat-untranslated": (
        "“{slug}”没有 {language} 版，无法导出。",
        "“{slug}” has no {language} version to export.",
    ),
}

tell = teller(_WORDS)
