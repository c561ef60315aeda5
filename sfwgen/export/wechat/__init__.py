"""A story as an article for a WeChat Official Account: its HTML, its images, and a page to copy it from.

What the platform takes and what it throws away is described, rule by rule, in docs/export.md.
"""

from sfwgen.export.wechat.article import Article, make_article
from sfwgen.export.wechat.files import Files, article_files
from sfwgen.export.wechat.limits import MOST_CHARACTERS

__all__ = ["MOST_CHARACTERS", "Article", "Files", "article_files", "make_article"]
