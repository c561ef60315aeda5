"""Writes the parts of the documents that follow from the program: `python -m scripts.reference`."""
