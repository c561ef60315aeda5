"""The bill of materials of a release, in CycloneDX: every package that an install may bring, with digests."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, metadata
from itertools import product
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import License, LicenseExpression
from cyclonedx.model.lifecycle import LifecyclePhase, PredefinedLifecycle
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.release.building import Commit, Failed, digest
from scripts.release.pythons import SUPPORTED

SYSTEMS = (("linux", "Linux", "posix"), ("win32", "Windows", "nt"), ("darwin", "Darwin", "posix"))
NOT_FOR_USERS = ("dev", "release")
"""Extras that only those who work on sfwgen install."""
_ENTRY = re.compile(r"^([a-z0-9-]+)==(\S+)((?:(?!^\S).|\n)*)", re.MULTILINE)
_CLASSIFIER = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Part:
    """A package of an install: version, digests of its files, what it requires, the extras that bring it."""

    name: str
    version: str
    digests: tuple[str, ...]
    requires: tuple[str, ...]
    extras: frozenset[str]


def read_lock(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Version and digests by name, as a file of `locked/` states them."""
    return {
        name: (version, tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", rest)))
        for name, version, rest in _ENTRY.findall(text)
    }


def gather(project: Mapping[str, object], locked: Mapping[str, tuple[str, tuple[str, ...]]]) -> list[Part]:
    """All that an install with any extra may bring on any system and Python supported, sorted by name."""
    core, extras = project["dependencies"], project["optional-dependencies"]
    assert isinstance(core, list)
    assert isinstance(extras, dict)
    groups = {"": core} | {name: lines for name, lines in extras.items() if name not in NOT_FOR_USERS}
    brought: dict[str, set[str]] = {}
    for group, lines in groups.items():
        waiting = [Requirement(line) for line in lines]
        while waiting:
            name = canonicalize_name(waiting.pop().name)
            if group not in brought.setdefault(name, set()):
                brought[name].add(group)
                waiting += _requirements(name)
    return [_part(name, brought, locked) for name in sorted(brought)]


def _part(
    name: str, brought: Mapping[str, set[str]], locked: Mapping[str, tuple[str, tuple[str, ...]]]
) -> Part:
    if name not in locked:
        raise Failed(f"{name} has no digests in locked/: make constraints")
    version, digests = locked[name]
    requires = sorted({canonicalize_name(each.name) for each in _requirements(name)})
    return Part(name, version, digests, tuple(requires), frozenset(brought[name]))


def _requirements(name: str) -> list[Requirement]:
    """What the package installed here requires, on any of the systems and Pythons."""
    try:
        lines = metadata(name).get_all("Requires-Dist") or []
    except PackageNotFoundError:
        return []  # for another system: what it requires is not known here
    return [each for line in lines if _applies(each := Requirement(line))]


def _applies(requirement: Requirement) -> bool:
    if requirement.marker is None:
        return True
    return any(requirement.marker.evaluate(each) for each in _environments())


def _environments() -> list[dict[str, str]]:
    usual = {name: str(value) for name, value in default_environment().items()} | {"extra": ""}
    return [
        usual
        | {"python_version": version, "python_full_version": f"{version}.9"}
        | {"sys_platform": platform, "platform_system": system, "os_name": name}
        for version, (platform, system, name) in product(SUPPORTED, SYSTEMS)
    ]


def write_sbom(path: Path, commit: Commit, packages: tuple[Path, ...], parts: list[Part]) -> None:
    """Writes the bill of the packages, valid by CycloneDX's schema, the same bytes for the same release."""
    text = json.dumps(json.loads(_render(commit, packages, parts)), indent=1, ensure_ascii=False) + "\n"
    if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise Failed(f"the bill of materials is not valid: {str(fault).splitlines()[0]}")
    path.write_text(text, encoding="utf-8")


def _render(commit: Commit, packages: tuple[Path, ...], parts: list[Part]) -> str:
    bom = Bom(serial_number=uuid.uuid5(uuid.NAMESPACE_OID, "".join(digest(path) for path in packages)))
    bom.metadata = BomMetaData(
        component=_released(commit, packages),
        timestamp=datetime.fromtimestamp(commit.time, UTC),
        lifecycles=[PredefinedLifecycle(LifecyclePhase.BUILD)],
    )
    by_name = {part.name: _component(part) for part in parts}
    bom.components = by_name.values()
    assert bom.metadata.component is not None
    core = [by_name[part.name] for part in parts if "" in part.extras]
    bom.register_dependency(bom.metadata.component, core)
    for part in parts:
        wanted = [by_name[name] for name in part.requires if name in by_name]
        bom.register_dependency(by_name[part.name], wanted)
    return JsonV1Dot6(bom).output_as_string()


def _released(commit: Commit, packages: tuple[Path, ...]) -> Component:
    files = [
        ExternalReference(
            type=ExternalReferenceType.DISTRIBUTION,
            url=XsUri(path.name),
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest(path))],
        )
        for path in packages
    ]
    return Component(
        name="sfwgen",
        type=ComponentType.APPLICATION,
        version=commit.version,
        bom_ref=f"sfwgen@{commit.version}",
        purl=PackageURL("pypi", None, "sfwgen", commit.version),
        licenses=[LicenseExpression("MIT AND CC-BY-4.0")],
        external_references=files,
        properties=[Property(name="sfwgen:commit", value=commit.digest)],
    )


def _component(part: Part) -> Component:
    purl = PackageURL("pypi", None, part.name, part.version)
    files = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(str(purl)),
        comment="the digests of all its files, for every system and Python",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=each) for each in part.digests],
    )
    return Component(
        name=part.name,
        version=part.version,
        bom_ref=str(purl),
        purl=purl,
        scope=ComponentScope.REQUIRED if "" in part.extras else ComponentScope.OPTIONAL,
        licenses=_licences(part.name),
        external_references=[files],
        properties=[Property(name="sfwgen:extra", value=name) for name in sorted(part.extras - {""})],
    )


def _licences(name: str) -> list[License]:
    """The licence that a package states, as an identifier where it is one, else as it is worded."""
    try:
        told = metadata(name).json
    except PackageNotFoundError:
        return []
    classifiers = told.get("classifier", [])
    named = [line.removeprefix(_CLASSIFIER) for line in classifiers if line.startswith(_CLASSIFIER)]
    stated = str(told.get("license_expression") or told.get("license", "")).partition("\n")[0] or " or ".join(
        named
    )
    return [LicenseFactory().make_from_string(stated)] if stated else []
