"""Personal data in texts: finding it, however it is written, and hiding it. Nothing here knows the site."""
