"""Ways out of a site besides its pages: a bulletin as a PDF, a story as an article for WeChat."""
