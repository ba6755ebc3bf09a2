"""The bill of materials: CycloneDX 1.6, with the native libraries that wheels carry inside."""

from __future__ import annotations

import hashlib
import json
import uuid
from pathlib import Path
from typing import Any

import licences
import native_libraries
from project import Project

MAGIC = (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe")
"""How programs and libraries begin on Linux, on Windows and on macOS."""


def write(packages: Path, folder: Path, project: Project) -> None:
    """Write ``sbom.cdx.json`` into the bundle ``folder``; ``packages`` is its site-packages.

    The Python distributions, the native libraries with their licences, what some wheels list of
    themselves (auditwheel's SBOMs), and each program and shared object as a file with its hash.
    """
    components = _distributions(packages)
    components += _native_libraries(folder)
    components += _listed_by_wheels(packages)
    components += _objects(folder)
    seen: dict[str, dict[str, Any]] = {}
    for component in components:
        key = f"{component.get('purl', '')}|{component['name']}|{component.get('version', '')}"
        seen.setdefault(key, component)
    bill: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "components": sorted(seen.values(), key=lambda c: (c["type"], c["name"].lower())),
    }
    bill["metadata"] = {
        "timestamp": f"{project.date:%Y-%m-%dT%H:%M:%SZ}",
        "component": {
            "type": "application",
            "bom-ref": "pixelwatt",
            "name": project.name,
            "version": project.version,
        },
    }
    bill["serialNumber"] = f"urn:uuid:{_stable_uuid(bill)}"
    (folder / "sbom.cdx.json").write_text(json.dumps(bill, indent=1, sort_keys=True), "utf-8")


def _distributions(packages: Path) -> list[dict[str, Any]]:
    return [
        {
            "type": "library",
            "name": entry.name,
            "version": entry.version,
            "purl": f"pkg:pypi/{entry.name.lower().replace('_', '-')}@{entry.version}",
            "licenses": [{"license": {"name": entry.declared}}] if entry.declared else [],
        }
        for entry in licences.bundled(packages)
    ]


def _native_libraries(folder: Path) -> list[dict[str, Any]]:
    return [
        {
            "type": "library",
            "name": library.name,
            "version": library.version,
            "licenses": [{"expression": library.licence}],
            "properties": [{"name": "pixelwatt:file", "value": library.path}],
        }
        for library in native_libraries.carried(folder)
    ]


def _listed_by_wheels(packages: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for listing in sorted(packages.glob("*.dist-info/sboms/*.cdx.json")):
        inner = json.loads(listing.read_text("utf-8"))
        found += [
            {key: c[key] for key in ("type", "name", "version", "purl") if key in c}
            for c in inner.get("components", [])
        ]
    return found


def _objects(folder: Path) -> list[dict[str, Any]]:
    found = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.is_symlink():
            continue
        content = path.read_bytes()
        if content.startswith(MAGIC):
            found.append(
                {
                    "type": "file",
                    "name": path.relative_to(folder).as_posix(),
                    "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(content).hexdigest()}],
                }
            )
    return found


def _stable_uuid(bill: dict[str, Any]) -> uuid.UUID:
    content = {key: value for key, value in bill.items() if key != "serialNumber"}
    return uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(content, sort_keys=True))
