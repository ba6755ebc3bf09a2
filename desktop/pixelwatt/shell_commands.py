"""What the window itself can do, declared as a plugin declares its commands."""

from __future__ import annotations

from pixelwatt.api import Command
from pixelwatt.commands import CommandEntry
from pixelwatt.text import tr_noop

_FILE, _VIEW, _HELP = tr_noop("File"), tr_noop("View"), tr_noop("Help")
_TOOLS = tr_noop("Tools")

COMMANDS = (
    Command(
        id="shell.open", title=tr_noop("Open…"), run="open_files", category=_FILE, menu=_FILE,
        keys="Ctrl+O", icon="open", toolbar=True,
    ),
    Command(
        id="shell.export", title=tr_noop("Export…"), run="export", category=_FILE, menu=_FILE,
        keys="Ctrl+E", icon="export", toolbar=True, enabled_when="can_export",
    ),
    Command(
        id="shell.palette", title=tr_noop("Command palette…"), run="show_palette",
        category=_VIEW, menu=_VIEW, keys="Ctrl+Shift+P", icon="palette", toolbar=True,
        palette=False,
    ),
    Command(
        id="shell.close_panel", title=tr_noop("Close panel"), run="close_current_panel",
        category=_VIEW, menu=_VIEW, keys="Ctrl+W", enabled_when="has_current_panel",
    ),
    Command(
        id="shell.float_panel", title=tr_noop("Float or dock panel"), run="float_current_panel",
        category=_VIEW, menu=_VIEW, keys="Ctrl+Shift+F", enabled_when="has_current_panel",
    ),
    Command(
        id="shell.next_panel", title=tr_noop("Next panel"), run="next_panel",
        category=_VIEW, menu=_VIEW, keys="Ctrl+PgDown",
    ),
    Command(
        id="shell.previous_panel", title=tr_noop("Previous panel"), run="previous_panel",
        category=_VIEW, menu=_VIEW, keys="Ctrl+PgUp",
    ),
    Command(
        id="shell.reset_layout", title=tr_noop("Reset layout"), run="reset_layout",
        category=_VIEW, menu=_VIEW, icon="layout",
    ),
    Command(
        id="shell.full_screen", title=tr_noop("Full screen"), run="toggle_full_screen",
        category=_VIEW, menu=_VIEW, keys="F11", checked="is_full_screen",
    ),
    *(
        Command(
            id=f"shell.theme_{name}", title=title, run=f"use_theme_{name}",
            category=tr_noop("Theme"), menu="View/Theme", checked=f"is_theme_{name}",
        )
        for name, title in (
            ("system", tr_noop("Theme as the system")),
            ("light", tr_noop("Light theme")),
            ("dark", tr_noop("Dark theme")),
        )
    ),
    *(
        Command(
            id=f"shell.language_{name}", title=title, run=f"use_language_{name}",
            category=tr_noop("Language"), menu="View/Language", checked=f"is_language_{name}",
        )
        for name, title in (
            ("system", tr_noop("Language as the system")),
            ("en", "English"),
            ("zh_CN", "简体中文"),
        )
    ),
    Command(
        id="shell.claims", title=tr_noop("Claims ledger"), run="show_claims",
        category=_TOOLS, menu=_TOOLS, keys="Ctrl+Shift+L", icon="claims", toolbar=True,
    ),
    Command(
        id="shell.jobs", title=tr_noop("Job centre"), run="show_jobs",
        category=_TOOLS, menu=_TOOLS, keys="Ctrl+Shift+J", icon="jobs",
    ),
    Command(
        id="shell.notices", title=tr_noop("Notices"), run="show_notices",
        category=_TOOLS, menu=_TOOLS, icon="bell",
    ),
    Command(
        id="shell.plugins", title=tr_noop("Plugins"), run="show_plugins",
        category=_TOOLS, menu=_TOOLS, icon="plugins",
    ),
    Command(
        id="shell.settings", title=tr_noop("Settings…"), run="show_settings",
        category=_TOOLS, menu=_TOOLS, keys="Ctrl+,", icon="settings", toolbar=True,
    ),
    Command(
        id="shell.welcome", title=tr_noop("Welcome"), run="show_welcome",
        category=_HELP, menu=_HELP, icon="info",
    ),
    Command(
        id="shell.documentation", title=tr_noop("Documentation"), run="open_documentation",
        category=_HELP, menu=_HELP, keys="F1", icon="help",
    ),
    Command(
        id="shell.updates", title=tr_noop("Look for a newer version…"), run="open_releases",
        category=_HELP, menu=_HELP,
    ),
    Command(
        id="shell.diagnostics", title=tr_noop("Copy diagnostics"), run="copy_diagnostics",
        category=_HELP, menu=_HELP, icon="copy",
    ),
    Command(
        id="shell.log", title=tr_noop("Open log folder"), run="open_log_folder",
        category=_HELP, menu=_HELP,
    ),
    Command(
        id="shell.about", title=tr_noop("About Pixelwatt"), run="show_about",
        category=_HELP, menu=_HELP, icon="info",
    ),
    Command(
        id="shell.quit", title=tr_noop("Quit"), run="close", category=_FILE, menu=_FILE,
        keys="Ctrl+Q", icon="quit",
    ),
)  # fmt: skip


def entries(actions: object) -> list[CommandEntry]:
    """The commands joined to their code: here ``run`` names a method of ``actions``."""
    return [
        CommandEntry(
            c,
            "pixelwatt",
            run=getattr(actions, c.run),
            enabled=getattr(actions, c.enabled_when) if c.enabled_when else None,
            checked=getattr(actions, c.checked) if c.checked else None,
        )
        for c in COMMANDS
    ]
