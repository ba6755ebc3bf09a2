"""The shell's own panels: claims ledger, welcome, job centre, notices, plugins.

Built when first shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixelwatt.api import Area, Panel
from pixelwatt.panels import PanelEntry
from pixelwatt.text import tr_noop

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from pixelwatt.workbench import Workbench

WELCOME = "welcome"


def shell_panels(workbench: Workbench) -> list[PanelEntry]:
    return [
        PanelEntry(
            Panel(
                id="claims", title=tr_noop("Claims ledger"), icon="claims", view="claims_panel",
                description=tr_noop("What the essays claim, and what the arithmetic says"),
            ),
            "pixelwatt", None, _claims(workbench),
        ),
        PanelEntry(
            Panel(
                id="plugins", title=tr_noop("Plugins"), icon="plugins", view="plugins_page",
                description=tr_noop("What each plugin brings, and which one failed"),
                open_at_first_start=False,
            ),
            "pixelwatt", None, _plugins(workbench),
        ),
        PanelEntry(
            Panel(
                id=WELCOME, title=tr_noop("Welcome"), icon="info", view="welcome",
                description=tr_noop("The demo, the language, and what this machine has"),
                area=Area.RIGHT, open_at_first_start=False,
            ),
            "pixelwatt", None, _welcome(workbench),
        ),
        PanelEntry(
            Panel(
                id="jobs", title=tr_noop("Job centre"), icon="jobs", view="job_centre",
                description=tr_noop("What is running, and how long it still needs"),
                area=Area.BOTTOM, open_at_first_start=False,
            ),
            "pixelwatt", None, _jobs(workbench),
        ),
        PanelEntry(
            Panel(
                id="notices", title=tr_noop("Notices"), icon="bell", view="notice_history",
                description=tr_noop("What was said since the start"),
                area=Area.BOTTOM, open_at_first_start=False,
            ),
            "pixelwatt", None, _notices(workbench),
        ),
    ]  # fmt: skip


def _claims(workbench: Workbench) -> Callable[[], QWidget]:
    def build() -> QWidget:
        from pixelwatt.claims_panel import ClaimsPanel

        return ClaimsPanel(workbench)

    return build


def _plugins(workbench: Workbench) -> Callable[[], QWidget]:
    def build() -> QWidget:
        from pixelwatt.plugins_page import PluginsPage

        return PluginsPage(workbench)

    return build


def _welcome(workbench: Workbench) -> Callable[[], QWidget]:
    def build() -> QWidget:
        from pixelwatt.welcome import WelcomePanel

        return WelcomePanel(workbench)

    return build


def _jobs(workbench: Workbench) -> Callable[[], QWidget]:
    def build() -> QWidget:
        from pixelwatt.job_centre import JobCentre

        return JobCentre(workbench.jobs)

    return build


def _notices(workbench: Workbench) -> Callable[[], QWidget]:
    def build() -> QWidget:
        from pixelwatt.notice_history import NoticeHistory

        return NoticeHistory(workbench)

    return build
