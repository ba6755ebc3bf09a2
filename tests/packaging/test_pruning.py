"""What a bundle leaves out, and what it must not."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("path", "flavour", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "deb", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", "deb", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", "deb", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "deb", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "deb", False),
        ("PySide6/Qt/lib/libQt6PrintSupport.so.6", "deb", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", "deb", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", "deb", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", "deb", False),
        (r"PySide6\translations\qtbase_fr.qm", "", False),
        ("pixelwatt/data/translations/pixelwatt_zh_CN.qm", "deb", True),
        ("pixelwatt-0.1.0.dist-info/entry_points.txt", "deb", True),
        ("pixelwatt/__pycache__/api.cpython-311.pyc", "deb", False),
        ("libstdc++.so.6", "appimage", False),
        ("libstdc++.so.6", "deb", True),  # dealt with by exclude_system_libraries
        ("numpy.libs/libstdc++.so.6", "appimage", True),
        ("libxcb-cursor.so.0", "appimage", True),
    ],
)
def test_keep(path: str, flavour: str, kept: bool) -> None:
    from pyinstaller.pruning import keep

    assert keep(path, flavour) is kept
