"""The preview: the site with its drafts on this machine alone, made anew at each save.

watching   what changes in the sources
making     the site, again and again; the page in view first where the whole takes long
preview    the last good site, and what is wrong with the present one
state      what is known of the document behind a page
bar        what lies over a page, as HTML; words: what it says
both       the languages of a page side by side
desk       what there is to do about translations and reviews; desk_page: the page that says so
pages      an address to an answer; faces: whether a page looks otherwise than when it was sent
forms      the forms at /admin/
server     the web server and the connection to the browser
"""

from sfwgen.serve.preview import Preview
from sfwgen.serve.server import PortFault, serve

__all__ = ["PortFault", "Preview", "serve"]
