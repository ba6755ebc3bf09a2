"""What of the collected files a bundle leaves out, and why."""

from __future__ import annotations

# Parts of Qt that a desktop program without Qml never loads.
QT_UNUSED = (
    "platformthemes/libqgtk3",  # brings eighteen libraries of GTK with it
    "platforms/libqlinuxfb", "platforms/libqvkkhrdisplay", "platforms/libqvnc",
    "platforms/libqminimalegl", "platforms/libqeglfs", "egldeviceintegrations/",
    "plugins/generic/", "libQt6EglF", "imageformats/libqpdf", "virtualkeyboard", "libQt6Pdf",
    "libQt6Quick", "libQt6Qml", "libQt6VirtualKeyboard", "libQt6Designer", "libQt6Help",
    "networkinformation/", "plugins/sqldrivers/", "plugins/qmltooling/", "PySide6/lupdate",
    "PySide6/lrelease", "PySide6/Qt/libexec/",
)  # fmt: skip
QT_TRANSLATIONS_KEPT = ("qtbase_zh_CN", "qtbase_en", "qt_zh_CN")

# What the GTK theme plugin pulled in from the build machine.
HOST_GTK = tuple(
    f"lib{name}.so" for name in (
        "atk-1.0", "cairo-gobject", "cairo", "gdk_pixbuf-2.0", "pango-1.0", "pangocairo-1.0",
        "pangoft2-1.0", "harfbuzz", "fribidi", "thai", "datrie", "pixman-1", "graphite2",
        "gio-2.0", "gmodule-2.0", "mount", "blkid", "selinux", "Xrender", "Xext", "cups",
        "gnutls", "unistring", "p11-kit", "gmp", "nettle", "hogweed", "tasn1", "idn2",
        "avahi-common", "avahi-client",
    )
)  # fmt: skip
# Bundling these of the build machine breaks GPU drivers ("GLIBCXX not found") and raises the
# glibc needed; every desktop has them.
HOST_CORE = (
    "libstdc++.so", "libgcc_s.so", "libX11.so", "libX11-xcb.so", "libXau", "libXdmcp",
    "libsystemd.so", "libfontconfig.so", "libfreetype.so", "libexpat.so", "libcom_err", "libcap.so",
    "libGL.so", "libEGL.so", "libdrm.so", "libgbm.so",
)  # fmt: skip

UNUSED_DATA = ("onnx/backend/test/", "onnx/onnx_cpp2py_export/", "cv2/data/", "numpy/_core/tests/")


def keep(destination: str, flavour: str) -> bool:
    """True if the file goes into the bundle of this flavour (``"deb"``, ``"appimage"``, ``""``)."""
    path = destination.replace("\\", "/")
    name = path.rpartition("/")[2]
    at_top = "/" not in path
    if "__pycache__" in path:
        return False
    if any(part in path for part in QT_UNUSED):
        return False
    if any(path.startswith(part) for part in UNUSED_DATA):
        return False
    if "PySide6/" in path and "/translations/" in path:
        return name.startswith(QT_TRANSLATIONS_KEPT)
    if at_top and name.startswith(HOST_GTK):
        return False
    return not (at_top and flavour == "appimage" and name.startswith(HOST_CORE))
