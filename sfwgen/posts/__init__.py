"""Posts of Hugo and Hexo as stories: their text, their facts, their images, and what could not be carried."""

from sfwgen.posts.converting import paragraphs_of
from sfwgen.posts.document import Engine, Imported, Settings, StoryOfPost, Tree
from sfwgen.posts.facts import make_terms
from sfwgen.posts.importing import Options, import_posts
from sfwgen.posts.places import site_language
from sfwgen.posts.settings import find_engine, is_settings, read_settings

__all__ = [
    "Engine",
    "Imported",
    "Options",
    "Settings",
    "StoryOfPost",
    "Tree",
    "find_engine",
    "import_posts",
    "is_settings",
    "make_terms",
    "paragraphs_of",
    "read_settings",
    "site_language",
]
