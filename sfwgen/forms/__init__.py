"""Forms in the browser: Sveltia CMS, told by a configuration from our schema what a project's documents hold.

packages   what is fetched once: names, versions, digests, files
fields     the fields of a form, from the JSON Schema of a document
settings   the configuration as a whole, from what the project's content is
pages      every address below /admin/ to its bytes

It works in the browser alone, on the project's folder; the preview only hands the files over.
"""

from sfwgen.forms.packages import PACKAGES, PackageFault, unpack
from sfwgen.forms.pages import ADMIN, POLICY, form_file
from sfwgen.forms.settings import form_of, make_settings

__all__ = ["ADMIN", "PACKAGES", "POLICY", "PackageFault", "form_file", "form_of", "make_settings", "unpack"]
