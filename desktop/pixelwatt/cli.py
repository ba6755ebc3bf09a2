"""The command line: parsed before Qt is imported, answered without Qt where that is possible.

Exit codes: 0 done, 1 the work failed, 2 wrong usage. Errors are one line on stderr.
"""

from __future__ import annotations

import argparse
import difflib
import gc
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pixelwatt import api
from pixelwatt.first_import import import_qt
from pixelwatt.options import WindowOptions
from pixelwatt.plugin_host import PluginHost
from pixelwatt.plugin_path import append_to_path
from pixelwatt.system_libraries import (
    apt_line,
    is_debian_like,
    missing_display,
    missing_libraries,
)
from pixelwatt.version import program_version

EXIT_FAILED = 1
EXIT_USAGE = 2

SHELL_COMMANDS = (
    api.CliCommand(
        name="doctor",
        help="say what of this machine can be used, and how to get the rest",
        add_arguments="pixelwatt.doctor:add_arguments",
        run="pixelwatt.doctor:run",
    ),
    api.CliCommand(
        name="claims",
        help="check the claims of the essays and print their arithmetic",
        add_arguments="pixelwatt.claims:add_arguments",
        run="pixelwatt.claims:run",
    ),
    api.CliCommand(
        name="plugins",
        help="list, install and remove plugins",
        add_arguments="pixelwatt.plugins_cli:add_arguments",
        run="pixelwatt.plugins_cli:run",
    ),
)


def run(argv: Sequence[str], host: PluginHost | None = None) -> int:
    """Run the program with ``argv`` (without the program's name) and return its exit code."""
    _use_utf8()
    if host is None:
        host = _installed_host("--safe-mode" in argv)
    commands = {
        c.name: c for c in (*SHELL_COMMANDS, *(c.item for c in host.collect("pixelwatt_cli")))
    }
    try:
        words = [word for word in argv if word != "--safe-mode"]
        if words and words[0] in commands:
            return _run_command(commands[words[0]], words[1:], host)
        return _run_window(argv, commands, host)
    except api.UsageError as error:
        print(f"pixelwatt: {_one_line(error)}", file=sys.stderr)
        return EXIT_USAGE
    except SystemExit as exit_:  # argparse has printed its line or the help
        return exit_.code if isinstance(exit_.code, int) else EXIT_USAGE


def _installed_host(safe_mode: bool) -> PluginHost:
    safe_mode = safe_mode or bool(os.environ.get("PIXELWATT_SAFE_MODE"))
    if not safe_mode:
        append_to_path()
    host = PluginHost(disabled=_disabled_plugins(), safe_mode=safe_mode)
    host.load()
    return host


def _run_command(command: api.CliCommand, argv: Sequence[str], host: PluginHost) -> int:
    gc.enable()
    program = f"pixelwatt {command.name}"
    parser = argparse.ArgumentParser(prog=program, description=command.help)
    try:
        host.resolve(command.add_arguments)(parser)
        args = parser.parse_args(argv)
        args.host = host
        return int(host.resolve(command.run)(args) or 0)
    except api.UsageError as error:
        print(f"{program}: {_one_line(error)}", file=sys.stderr)
        return EXIT_USAGE
    except api.Problem as error:
        print(f"{program}: {_one_line(error)}", file=sys.stderr)
        return EXIT_FAILED
    except BrokenPipeError:
        # The reader has seen enough (`| head`); flushing at exit would complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, api.Cancelled):
        print(f"{program}: interrupted", file=sys.stderr)
        return 130
    except Exception as error:
        if os.environ.get("PIXELWATT_DEBUG"):
            raise
        logging.getLogger(__name__).debug("command failed", exc_info=True)
        print(
            f"{program}: {type(error).__name__}: {_one_line(error)} "
            "(set PIXELWATT_DEBUG=1 for the traceback)",
            file=sys.stderr,
        )
        return EXIT_FAILED


def _run_window(argv: Sequence[str], commands: dict[str, api.CliCommand], host: PluginHost) -> int:
    options = parse_window_options(argv, commands)
    if options.screenshot is None:
        reason = missing_display()
        if reason:
            print(f"pixelwatt: {reason}", file=sys.stderr)
            return EXIT_FAILED
    try:
        import_qt()
        from pixelwatt.app import run_window
    except ImportError:
        missing = missing_libraries()
        if not missing:
            raise
        needed = ", ".join(library.soname for library in missing)
        install = f" Type: {apt_line(m.package for m in missing)}" if is_debian_like() else ""
        print(f"pixelwatt: this system lacks {needed}.{install}", file=sys.stderr)
        return EXIT_FAILED
    return run_window(options, host)


def parse_window_options(argv: Sequence[str], commands: dict[str, api.CliCommand]) -> WindowOptions:
    """Parse the arguments of the window. Raises UsageError or SystemExit as argparse does."""
    args = _window_parser(commands).parse_args(argv)
    for name in args.files:
        if not name.exists() and not name.suffix and name.name == str(name):
            close = difflib.get_close_matches(str(name), commands, n=1)
            hint = f" Did you mean 'pixelwatt {close[0]}'?" if close else " See 'pixelwatt --help'."
            raise api.UsageError(f"there is no file and no command '{name}'.{hint}")
    return WindowOptions(
        files=tuple(args.files),
        screenshot=args.screenshot,
        panel=args.panel,
        size=args.size,
        theme=args.theme,
        language=args.lang,
        safe_mode=args.safe_mode,
    )


def _window_parser(commands: dict[str, api.CliCommand]) -> argparse.ArgumentParser:
    width = max((len(name) for name in commands), default=0) + 2
    listing = "\n".join(f"  {c.name:{width}}{c.help}" for c in commands.values())
    parser = argparse.ArgumentParser(
        prog="pixelwatt",
        description="Check what AI compute really buys, on your own machine.",
        epilog=f"commands (pixelwatt COMMAND --help says more):\n{listing}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="files to open")
    parser.add_argument(
        "-V", "--version", action="version", version=f"pixelwatt {program_version()}"
    )
    parser.add_argument("--screenshot", type=Path, metavar="PNG", help="save the window and exit")
    parser.add_argument("--panel", metavar="ID", help="the panel to show")
    parser.add_argument("--size", type=_size, metavar="WxH", help="size of the window")
    parser.add_argument("--theme", choices=("dark", "light"))
    parser.add_argument("--lang", choices=("en", "zh_CN"))
    parser.add_argument("--safe-mode", action="store_true", help="load no plugins")
    return parser


def _size(text: str) -> tuple[int, int]:
    width, separator, height = text.lower().partition("x")
    if not (separator and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is not WIDTHxHEIGHT, such as 1280x800")
    size = int(width), int(height)
    if not all(200 <= side <= 16384 for side in size):
        raise argparse.ArgumentTypeError(f"{text!r} is outside 200x200 to 16384x16384")
    return size


def _disabled_plugins() -> tuple[str, ...]:
    # Read here, before the window exists, because a disabled plugin must not even be imported.
    from pixelwatt.settings import SettingsStore
    from pixelwatt.shell_settings import PAGE, ShellSettings
    from pixelwatt.storage_folders import Folders

    store = SettingsStore(Folders.of_user().config / "settings.toml")
    store.register(PAGE)
    return store.get(ShellSettings).disabled_plugins


def _use_utf8() -> None:
    # Windows consoles default to a code page without Chinese.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower() != "utf-8":
            stream.reconfigure(encoding="utf-8", errors="replace")


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())
