"""The screens and windows of a Wayland desktop, which the person chooses in its own dialog."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from pixelwatt.api import Cancelled, write_atomic
from pixelwatt_upscaler.text import tr

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMenu

    from pixelwatt.api import Job, Progress
    from pixelwatt_upscaler.core.live import LiveEngine
    from pixelwatt_upscaler.core.portal_source import PortalSource
    from pixelwatt_upscaler.views.panel import UpscalerPanel


class PortalChooser:
    """Asks as a job: what is shown plays on while the person chooses, however long that takes.

    Opening anything else meanwhile takes the dialog away, and so does closing the program.
    """

    def __init__(self, panel: UpscalerPanel) -> None:
        self._panel = panel
        self._job: Job | None = None

    def fill(self, menu: QMenu) -> None:
        menu.addAction(tr("Choose a screen or a window…"), self.choose)
        if self._remembered():
            menu.addAction(tr("What was shared last"), self.choose_again)

    def choose(self) -> None:
        self._start("")

    def choose_again(self) -> None:
        """Without the dialog, as long as the desktop remembers that it was allowed."""
        self._start(self._remembered())

    def _start(self, token: str) -> None:
        if self._job is not None:
            self._job.cancel()
        another = _AnotherSource(self._panel.session.engine)

        def work(progress: Progress) -> PortalSource:
            from pixelwatt_upscaler.core.portal_source import choose

            def waiting(text: str) -> None:
                progress.report(None, text)
                if another.was_asked_for():
                    raise Cancelled

            return choose(waiting, token)

        def done(source: PortalSource) -> None:
            if source.token:
                write_atomic(self._token_file, source.token)
            if another.was_asked_for():
                source.close()
            else:
                self._panel.open(lambda: source, source.info.title)

        self._job = self._panel.context.jobs.start(
            tr("Share a screen or a window"), work, done=done
        )

    @property
    def _token_file(self) -> Path:
        return self._panel.context.storage.data / "screen-share-token"

    def _remembered(self) -> str:
        with suppress(OSError, UnicodeDecodeError):
            return self._token_file.read_text("utf-8").strip()
        return ""


class _AnotherSource:
    """Notices, on any thread, that another source was asked for since this was made."""

    def __init__(self, engine: LiveEngine) -> None:
        self._engine = engine
        self._before = self._settled()

    def was_asked_for(self) -> bool:
        if self._before is None:
            # One was being opened already: that does not count.
            self._before = self._settled()
            return False
        return self._before != self._settled()

    def _settled(self) -> int | None:
        """How many sources were opened so far; None while one is being opened."""
        return None if self._engine.opening else self._engine.sources_opened
