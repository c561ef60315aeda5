"""What the forms are made of: two packages of the npm registry, each of one version and one digest."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass

FOLDER = "forms"
"""Where the files lie, below the folder that sfwgen keeps in a project."""
_LIMIT = 64 << 20


@dataclass(frozen=True, slots=True)
class Package:
    """A package: its name at npm, its version, the SHA-512 of its archive in base64, the files wanted.

    `folder` is what its files are kept under, `archive` the name that npm gives the archive.
    """

    name: str
    version: str
    sha512: str
    folder: str
    wanted: re.Pattern[str]

    @property
    def archive(self) -> str:
        """The name of the archive, as `npm pack` writes it."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"

    @property
    def spec(self) -> str:
        """The package and its version, as npm is asked for them."""
        return f"{self.name}@{self.version}"


PACKAGES = (
    Package(
        "@sveltia/cms",
        "0.221.1",
        "J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==",
        "cms",
        re.compile(
            r"LICENSE\.txt|locales/zh-CN\.json|schema/sveltia-cms\.json"
            r"|npm/(?:index|chunks/[\w-]+)\.js|npm/assets/[\w.-]+\.(?:woff2|txt)"
        ),
    ),
    Package(
        "yaml",
        "2.9.1",
        "3NxN8+78OdzbT7C/WjGsyfPAtJaN3FNDsWxv7Y7mcDsT/oOmgW8BpyQQFFBnvZE3j9Y2Sdz1ULFLezL7Eb2yFw==",
        "yaml",
        re.compile(r"LICENSE|browser/(?:[\w.-]+/)*[\w.-]+\.js"),
    ),
)

ENTRY = "cms/npm/index.js"
FONT_SERVICE = b"https://cdn.jsdelivr.net/fontsource/fonts"
"""Where Sveltia looks for its fonts although they are part of the package."""
FONTS = {
    f"fonts/{asked}.woff2": f"cms/npm/assets/{kept}.woff2"
    for asked, kept in (
        ("source-sans-3:vf@5.3.0/latin-wght-normal", "source-sans-3-latin-wght-normal-BqRLTx4X"),
        ("noto-mono@5.3.0/latin-400-normal", "noto-mono-latin-400-normal-DiC8lJru"),
        (
            "material-symbols-outlined:vf@5.3.7/latin-wght-normal",
            "material-symbols-outlined-latin-wght-normal-_Z1IJPLg",
        ),
    )
}
"""Which of the package's files it means."""


class PackageFault(Exception):
    """An archive is not the one that is meant: its bytes are others, or it cannot be read."""


def version_file() -> tuple[str, bytes]:
    """Returns the file that says which versions lie there; it is written last."""
    return "versions.txt", "".join(f"{each.spec} {each.sha512}\n" for each in PACKAGES).encode()


def unpack(package: Package, archive: bytes) -> Mapping[str, bytes]:
    """Returns the wanted files of a package by path; raises PackageFault for another archive."""
    digest = base64.b64encode(hashlib.sha512(archive).digest()).decode()
    if digest != package.sha512:
        raise PackageFault(f"sha512-{digest}")
    files: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as tar:
        for member in tar:
            path = member.name.partition("/")[2]
            if member.isfile() and member.size <= _LIMIT and package.wanted.fullmatch(path):
                content = tar.extractfile(member)
                files[f"{package.folder}/{path}"] = b"" if content is None else content.read()
    return files
