"""A static site generator for bilingual public progress bulletins."""

__version__ = "0.1.0"
