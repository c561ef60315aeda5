"""Word files as stories: their text as Markdown, their images, and what could not be carried."""

from sfwgen.word.document import Loss, Lost, NoReader, Picture, UnreadableWord, WordText
from sfwgen.word.reading import read_word

__all__ = ["Loss", "Lost", "NoReader", "Picture", "UnreadableWord", "WordText", "read_word"]
