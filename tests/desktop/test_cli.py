from __future__ import annotations

import json
import subprocess
import sys

import pytest

from pixelwatt import api, cli, doctor
from pixelwatt.claims import as_markdown, check_all
from pixelwatt.options import WindowOptions
from pixelwatt.plugin_host import Contributed, Plugin, PluginHost, State


class Commands(PluginHost):
    """A host with one command and whatever code it names."""

    def __init__(self, code):
        super().__init__(discover=list)
        self._code = code

    def collect(self, hook):
        if hook != "pixelwatt_cli":
            return []
        command = api.CliCommand(name="work", help="does it", add_arguments="a", run="r")
        return [type("C", (), {"item": command})]

    def resolve(self, reference):
        return {"a": lambda parser: parser.add_argument("--n", type=int), "r": self._code}[
            reference
        ]


def run_with(code, *argv):
    return cli.run(["work", *argv], Commands(code))


def raising(error):
    def code(args):
        raise error

    return code


def test_a_command_gets_its_arguments_and_gives_its_exit_code():
    assert run_with(lambda args: args.n, "--n", "7") == 7


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (api.Problem("a.png is empty.", "Choose another."), 1, "a.png is empty. Choose another."),
        (api.UsageError("--n is missing."), 2, "--n is missing."),
        (ValueError("two\nlines"), 1, "ValueError: two lines"),
    ],
)
def test_errors_are_one_line_and_a_code(capsys, error, code, line):
    assert run_with(raising(error)) == code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert line in printed.err


def test_wrong_arguments_exit_with_2(capsys):
    assert run_with(lambda args: 0, "--n", "many") == 2
    assert "invalid int value" in capsys.readouterr().err


def test_a_misspelt_command_is_named(capsys):
    assert cli.run(["wrok"], Commands(lambda args: 0)) == 2
    assert "Did you mean 'pixelwatt work'?" in capsys.readouterr().err


def test_help_lists_commands(capsys):
    assert cli.run(["--help"], Commands(lambda args: 0)) == 0
    out = capsys.readouterr().out
    assert "work" in out
    assert "doctor" in out


def test_window_options():
    options = cli.parse_window_options(
        ["--screenshot", "a.png", "--size", "800x600", "--lang", "zh_CN", "b.png"], {}
    )
    assert options == WindowOptions(
        files=(type(options.files[0])("b.png"),),
        screenshot=type(options.files[0])("a.png"),
        size=(800, 600),
        language="zh_CN",
    )


@pytest.mark.parametrize("size", ["800", "axb", "1x1", "99999x600"])
def test_impossible_sizes_are_refused(size):
    with pytest.raises(SystemExit):
        cli.parse_window_options(["--size", size], {})


def test_no_display_is_said_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr(cli, "missing_display", lambda: "There is no display.")
    assert cli.run([], PluginHost(discover=list)) == 1
    assert capsys.readouterr().err == "pixelwatt: There is no display.\n"


def test_doctor_survives_an_examination_that_raises(monkeypatch):
    host = PluginHost(discover=list)
    diagnostic = api.Diagnostic(id="bad", title="Bad", collect="nowhere:nothing")
    plugin = Plugin("bad", "bad", "", "", "", State.LOADED)
    contributed = Contributed(diagnostic, plugin)
    monkeypatch.setattr(
        host, "collect", lambda hook: [contributed] if hook == "pixelwatt_diagnostics" else []
    )
    sections = doctor.examine(host)
    report = doctor.as_json(sections)
    assert report["sections"][-1]["items"][0]["available"] is False
    assert "nowhere" in report["sections"][-1]["items"][0]["detail"]
    assert "Bad" in doctor.as_text(sections)


def test_doctor_as_json(capsys):
    assert cli.run(["doctor", "--json"], PluginHost(discover=list)) == 0
    report = json.loads(capsys.readouterr().out)
    assert [s["id"] for s in report["sections"][:3]] == ["program", "system", "plugins"]


def test_a_check_that_raises_is_an_error_not_a_verdict(monkeypatch, capsys):
    host = PluginHost(discover=list)
    claim = api.Claim(
        id="c",
        statement="a | b",
        statement_zh="甲",
        source=api.Source("essay"),
        check="nowhere:nothing",
    )
    contributed = type("C", (), {"item": claim, "plugin": type("P", (), {"name": "p"})})
    monkeypatch.setattr(
        host, "collect", lambda hook: [contributed] if hook == "pixelwatt_claims" else []
    )
    (checked,) = check_all(host)
    assert checked.verdict == "error"
    assert "a \\| b" in as_markdown([checked])
    assert cli.run(["claims", "--json"], host) == 1
    assert json.loads(capsys.readouterr().out)["claims"][0]["verdict"] == "error"


HEAVY = {"numpy", "cv2", "av", "onnxruntime", "onnx", "pyqtgraph", "PySide6", "PIL", "openpyxl"}


@pytest.mark.parametrize("argv", [["--version"], ["--help"]])
def test_answers_without_qt_and_without_anything_heavy(argv):
    """After discovery of all installed plugins, none of the heavy libraries is imported."""
    code = (
        "import sys; from pixelwatt import cli; code = cli.run(sys.argv[1:]); "
        f"print(sorted({HEAVY!r} & set(sys.modules))); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *argv], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
    assert "pixelwatt" in done.stdout
