"""English and Chinese: finds each package's compiled texts and switches between languages."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from pixelwatt.text import install_backend

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
SYSTEM = "system"
SHELL = "pixelwatt"


def system_language() -> str:
    """The first of the user's languages that we speak; English else."""
    for name in QLocale.system().uiLanguages():
        if name.startswith("zh"):
            # Readers of traditional Chinese follow simplified better than English.
            return "zh_CN"
        if name.startswith("en"):
            return "en"
    return "en"


def resolve(choice: str) -> str:
    return choice if choice in LANGUAGES else system_language()


def translations_of(package: str) -> Path:
    """The folder of a package's ``.qm`` files; the package itself is not imported."""
    if package == SHELL:
        return _folder("pixelwatt_resources") / "translations"
    return _folder(package) / "data" / "translations"


class Languages:
    """Holds the installed translators; without it Qt forgets them."""

    def __init__(self) -> None:
        self.language = "en"
        self._packages: list[str] = []
        self._translators: dict[str, QTranslator] = {}
        install_backend(QCoreApplication.translate)

    def switch(self, choice: str) -> None:
        """Show every later text in ``choice``; what is on screen is rebuilt by its owner."""
        language = resolve(choice)
        if language == self.language:
            return
        self.language = language
        QLocale.setDefault(QLocale(language))
        packages, self._packages = self._packages, []
        self.close()
        self._install_qt()
        self.add(packages)

    def add(self, packages: Iterable[str]) -> None:
        """Install the texts of further packages; those without translations stay English."""
        for package in packages:
            if package in self._packages:
                continue
            self._packages.append(package)
            self._install(package, translations_of(package) / f"{package}_{self.language}.qm")

    def close(self) -> None:
        """Take the translators away again; texts are English from then on."""
        for translator in self._translators.values():
            QCoreApplication.removeTranslator(translator)
        self._translators.clear()

    def _install_qt(self) -> None:
        # The texts of Qt's own dialogs: "Cancel", "Look in:".
        folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._install("qtbase", folder / f"qtbase_{self.language}.qm")

    def _install(self, name: str, path: Path) -> None:
        translator = QTranslator()
        if self.language != "en" and path.is_file() and translator.load(str(path)):
            QCoreApplication.installTranslator(translator)
            self._translators[name] = translator


def _folder(package: str) -> Path:
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):  # a plugin whose package is broken, or no package at all
        spec = None
    locations = spec.submodule_search_locations if spec else None
    return Path(locations[0]) if locations else Path("missing") / package
