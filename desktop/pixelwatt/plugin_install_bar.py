"""Install a plugin from a wheel, or remove one, without leaving the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QMessageBox, QPushButton

from pixelwatt import api
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from pixelwatt.plugin_folder import InstalledPlugin
    from pixelwatt.workbench import Workbench


class PluginInstallBar(QFrame):
    """The row above the plugins: what installing one means, and the button that does it."""

    def __init__(self, workbench: Workbench, changed: Callable[[], None]) -> None:
        super().__init__()
        self._workbench = workbench
        self._changed = changed
        self.warning = QLabel(tr("A plugin runs with your rights: install only what you trust."))
        self.warning.setObjectName("muted")
        self.warning.setWordWrap(True)
        self.button = QPushButton(tr("Install a plugin…"))
        self.button.clicked.connect(self.choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 12, 24, 4)
        layout.setSpacing(16)
        layout.addWidget(self.warning, 1)
        layout.addWidget(self.button)

    def choose(self) -> None:
        """Ask for the wheel, then whether its author is trusted."""
        name, _kind = QFileDialog.getOpenFileName(
            self, tr("Install a plugin"), "", tr("Python wheels (*.whl)")
        )
        if name:
            self.ask(Path(name))

    def ask(self, wheel: Path) -> QMessageBox:
        """Show the question that installing needs; it does not block the window."""
        question = QMessageBox(
            QMessageBox.Icon.Warning,
            tr("Install a plugin"),
            tr("Install {name}?", name=wheel.name),
            QMessageBox.StandardButton.Cancel,
            self,
        )
        question.setInformativeText(self.warning.text())
        agree = question.addButton(tr("Install"), QMessageBox.ButtonRole.AcceptRole)
        agree.clicked.connect(lambda: self.install(wheel))
        question.finished.connect(question.deleteLater)
        question.open()
        return question

    def install(self, wheel: Path) -> None:
        """Check and unpack it off the UI thread."""

        def work(_progress: api.Progress) -> InstalledPlugin:
            from pixelwatt import plugin_folder

            return plugin_folder.install(wheel)

        title = tr("Installing {name}", name=wheel.name)
        self._workbench.jobs.start(title, work, done=self._installed, failed=self._refused)

    def _installed(self, plugin: InstalledPlugin) -> None:
        self._workbench.notify(
            tr("{name} {version} is installed.", name=plugin.name, version=plugin.version),
            api.Level.INFO,
            "",
            (),
        )
        self._changed()

    def _refused(self, error: BaseException) -> None:
        self._workbench.report_error(tr("The plugin was not installed"), error)


def remove_button(
    workbench: Workbench, distribution: str, changed: Callable[[], None]
) -> QPushButton | None:
    """A button that removes a plugin the user installed here; None for any other."""
    from pixelwatt.plugin_path import plugin_folder, plugin_folders

    if not any(
        folder.name.startswith(f"{distribution}-") for folder in plugin_folders(plugin_folder())
    ):
        return None

    def remove() -> None:
        from pixelwatt.plugin_folder import remove as remove_plugin

        try:
            remove_plugin(distribution)
        except (api.Problem, OSError) as error:
            workbench.report_error(tr("The plugin was not removed"), error)
        else:
            button.setEnabled(False)
            changed()

    button = QPushButton(tr("Remove"))
    button.setAccessibleName(tr("Remove {plugin}", plugin=distribution))
    button.clicked.connect(remove)
    return button
