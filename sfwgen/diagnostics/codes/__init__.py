"""The code table: every code with its severity and its texts in both languages.

Each file beside this one holds the codes of one gate or concern; a slug stands once in all of them.
"""

from sfwgen.diagnostics.codes import (
    build,
    dates,
    documents,
    environment,
    export,
    extensions,
    figures,
    files,
    images,
    markdown,
    official,
    posts,
    privacy,
    prose,
    reconciling,
    registers,
    site,
    text,
    theme,
    translations,
    yaml,
)
from sfwgen.diagnostics.model import Code

CODES: dict[str, Code] = {
    code.slug: code
    for table in (
        files.CODES,
        text.CODES,
        yaml.CODES,
        documents.CODES,
        figures.CODES,
        markdown.CODES,
        images.CODES,
        prose.CODES,
        dates.CODES,
        registers.CODES,
        reconciling.CODES,
        site.CODES,
        translations.CODES,
        theme.CODES,
        extensions.CODES,
        official.CODES,
        privacy.CODES,
        export.CODES,
        posts.CODES,
        environment.CODES,
        build.CODES,
    )
    for code in table
}
