"""The preview: the site with its drafts on this machine alone, made anew at each save.

watching   what changes in the sources
preview    the last good site, and what is wrong with the present one
pages      an address to an answer
server     the web server and the connection to the browser
"""

from sfwgen.serve.preview import Preview
from sfwgen.serve.server import PortFault, serve

__all__ = ["PortFault", "Preview", "serve"]
