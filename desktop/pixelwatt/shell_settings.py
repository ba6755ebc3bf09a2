"""The shell's own settings, declared as a plugin declares its page."""

from __future__ import annotations

from dataclasses import dataclass

from pixelwatt import api
from pixelwatt.text import tr_noop


@dataclass(frozen=True, slots=True)
class ShellSettings:
    """What the shell itself remembers."""

    language: str = api.setting(
        "system",
        label=tr_noop("Language"),
        choices=(("system", tr_noop("As the system")), ("en", "English"), ("zh_CN", "简体中文")),
    )
    theme: str = api.setting(
        "system",
        label=tr_noop("Theme"),
        choices=(
            ("system", tr_noop("As the system")),
            ("light", tr_noop("Light")),
            ("dark", tr_noop("Dark")),
        ),
    )
    disabled_plugins: tuple[str, ...] = api.setting(
        (),
        label=tr_noop("Disabled plugins"),
        help=tr_noop("Entry-point names; a disabled plugin is not imported."),
    )


PAGE = api.SettingsPage(id="shell", title=tr_noop("General"), schema=ShellSettings)
