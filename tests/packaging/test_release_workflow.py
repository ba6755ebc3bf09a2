"""The release workflow, which no test can run: what it calls is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")


def jobs() -> dict[str, str]:
    """Each job's lines, by its name."""
    body = WORKFLOW.partition("\njobs:\n")[2]
    parts = re.split(r"^  ([\w-]+):\n", body, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_there_is_a_job_for_each_system_and_one_that_attaches() -> None:
    assert {"linux", "windows-installer", "windows-smoke", "macos", "attach"} <= jobs().keys()


@pytest.mark.parametrize("name", sorted(jobs()))
def test_a_job_waits_for_jobs_that_exist(name: str) -> None:
    found = re.search(r"^    needs: (?:\[(.*)\]|(.*))$", jobs()[name], re.MULTILINE)
    wanted = re.findall(r"[\w-]+", (found[1] or found[2]) if found else "")
    assert set(wanted) <= jobs().keys() - {name}


def test_every_package_command_is_one_that_the_build_knows() -> None:
    commands = re.findall(r"dev\.py package (.+)", WORKFLOW)
    assert {command.split()[0] for command in commands} == {"deb", "appimage", "run", "windows"}
    known = subprocess.run(
        [sys.executable, ROOT / "packaging" / "build.py", "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for word in " ".join(commands).split():
        assert word in known


@pytest.mark.skipif(os.name == "nt", reason="Windows has no bash and no executable bit")
def test_every_script_of_ours_is_there_and_may_be_run() -> None:
    scripts = re.findall(r"^\s*(?:run: )?(packaging/\S+\.sh)", WORKFLOW, re.MULTILINE)
    build = ROOT / "packaging" / "macos" / "build.sh"
    scripts += re.findall(r"^(packaging/\S+\.sh)", build.read_text("utf-8"), re.MULTILINE)
    assert scripts == ["packaging/macos/build.sh", "packaging/macos/icon.sh"]
    for script in scripts:
        assert (ROOT / script).stat().st_mode & 0o111
        subprocess.run(["bash", "-n", ROOT / script], check=True)


def test_what_a_job_takes_another_one_gives() -> None:
    given = set(re.findall(r"upload-artifact@v4\n\s+with: {name: ([\w-]+)", WORKFLOW))
    taken = set(re.findall(r"download-artifact@v4\n\s+with: {name: ([\w-]+)", WORKFLOW))
    taken |= set(re.findall(r"packages/([\w-]+)/", jobs()["attach"]))
    assert taken
    assert taken <= given
