"""Search without a server: a page, and an index that the reader's browser fetches a few small parts of."""
