"""The words of the page from which an article is copied."""

from __future__ import annotations

from collections.abc import Mapping

from sfwgen.languages import family

_WORDS: Mapping[str, tuple[str, str]] = {
    "heading": ("公众号文章", "Article for WeChat"),
    "colon": ("：", ": "),
    "copy": ("复制全文", "Copy the article"),
    "copy_title": ("复制标题", "Copy the title"),
    "copy_digest": ("复制摘要", "Copy the digest"),
    "copy_url": ("复制原文链接", "Copy the address"),
    "done": ("已复制，到公众号后台的编辑框里粘贴。", "Copied. Paste it into the account's editor."),
    "failed": (
        "浏览器不让复制。请在下面的预览里全选、复制。",
        "The browser does not allow copying. Select and copy the preview below.",
    ),
    "steps": (
        "点“复制全文”，到公众号后台新建图文，在正文里粘贴；再分别复制标题、摘要，“原文链接”填入“阅读原文”。"
        "图片逐张上传，替换正文里的占位说明。正文共 {count} 字符，上限 {limit}。",
        "Press “Copy the article”, begin a new article in the account's editor and paste it there; then copy title and "
        "digest, and the address for “Read more”. Upload the images in place of their notes. "
        "The text has {count} characters, the limit is {limit}.",
    ),
    "title": ("标题", "Title"),
    "digest": ("摘要", "Digest"),
    "original": ("原文链接", "Address of the original"),
    "images": ("图片", "Images"),
    "preview": ("预览", "Preview"),
}


def page_words(lang: str, count: int, limit: int) -> dict[str, str]:
    """Returns the words in Chinese for a language of its family and in English for any other."""
    words = {key: zh if family(lang) == "zh" else en for key, (zh, en) in _WORDS.items()}
    return words | {"steps": words["steps"].format(count=count, limit=limit)}
