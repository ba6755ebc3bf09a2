"""The bill of materials: CycloneDX 1.6, with the native libraries that wheels carry inside."""

from __future__ import annotations

import hashlib
import json
import subprocess
import uuid
from pathlib import Path
from typing import Any

from licences import bundled
from project import Project

ELF = b"\x7fELF"


def write(python: Path, folder: Path, project: Project) -> None:
    """Write ``sbom.cdx.json`` into the bundle ``folder``.

    The Python distributions, the libraries some wheels carry and list themselves (auditwheel's
    SBOMs), and each shared object of the bundle as a file with its hash.
    """
    components = _distributions(python)
    components += _vendored(python)
    components += _shared_objects(folder)
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


def _distributions(python: Path) -> list[dict[str, Any]]:
    return [
        {
            "type": "library",
            "name": entry.name,
            "version": entry.version,
            "purl": f"pkg:pypi/{entry.name.lower().replace('_', '-')}@{entry.version}",
            "licenses": [{"license": {"name": entry.declared}}] if entry.declared else [],
        }
        for entry in bundled(python)
    ]


def _vendored(python: Path) -> list[dict[str, Any]]:
    query = "import sysconfig; print(sysconfig.get_path('purelib'))"
    done = subprocess.run([str(python), "-c", query], capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = []
    for carried in sorted(Path(done.stdout.strip()).glob("*.dist-info/sboms/*.cdx.json")):
        inner = json.loads(carried.read_text("utf-8"))
        found += [
            {key: c[key] for key in ("type", "name", "version", "purl") if key in c}
            for c in inner.get("components", [])
        ]
    return found


def _shared_objects(folder: Path) -> list[dict[str, Any]]:
    found = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.is_symlink():
            continue
        with path.open("rb") as file:
            if file.read(4) != ELF:
                continue
        content = path.read_bytes()
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
