"""What a Linux desktop reads of a program: entry, icons, MIME types, metainfo, man page."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from project import APP_ID, DOCUMENTS, ROOT, Project

ICON = ROOT / "resources" / "pixelwatt_resources" / "icons" / "pixelwatt.svg"
ICON_SIZES = (16, 32, 48, 64, 128, 256, 512)


def write(root: Path, project: Project) -> None:
    """Write all of it below ``root``, which stands for ``/``."""
    share = root / "usr" / "share"
    _put(share / "applications" / f"{APP_ID}.desktop", desktop_entry())
    _put(share / "metainfo" / f"{APP_ID}.metainfo.xml", metainfo(project))
    _put(share / "mime" / "packages" / f"{APP_ID}.xml", mime_types())
    manual = share / "man" / "man1" / "pixelwatt.1.gz"
    manual.parent.mkdir(parents=True, exist_ok=True)
    manual.write_bytes(gzip.compress(man_page(project).encode(), 9, mtime=0))
    _icons(share / "icons" / "hicolor")


def desktop_entry() -> str:
    types = [f"application/x-pixelwatt-{kind}" for kind, *_ in DOCUMENTS]
    types += ["image/png", "image/jpeg", "image/webp", "image/tiff", "image/bmp"]
    types += ["video/mp4", "video/x-matroska", "video/webm", "video/quicktime"]
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Name=Pixelwatt\n"
        "GenericName=AI compute workbench\n"
        "GenericName[zh_CN]=AI 算力工作台\n"
        "Comment=Check what AI compute really buys, on your own machine\n"
        "Comment[zh_CN]=在自己的机器上检验 AI 算力究竟换来了什么\n"
        "Exec=pixelwatt %F\n"
        f"Icon={APP_ID}\n"
        "Terminal=false\n"
        "StartupNotify=true\n"
        "StartupWMClass=pixelwatt\n"
        "Categories=Graphics;Science;\n"
        "Keywords=upscaling;super-resolution;GPU;power;watt;fps;learning rate;budget;\n"
        "Keywords[zh_CN]=超分辨率;显卡;功耗;帧率;学习率;预算;\n"
        f"MimeType={';'.join(types)};\n"
    )


def metainfo(project: Project) -> str:
    documents = "".join(
        f"    <mediatype>application/x-pixelwatt-{kind}</mediatype>\n" for kind, *_ in DOCUMENTS
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{APP_ID}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT</project_license>
  <name>Pixelwatt</name>
  <summary>{escape(project.summary)}</summary>
  <summary xml:lang="zh_CN">检验 AI 算力究竟换来了什么的桌面工作台</summary>
  <developer id="org.pixelwatt"><name>The Pixelwatt authors</name></developer>
  <description>
    <p>Pixelwatt shows on your own machine, side by side and with every number traceable, what AI
    compute really buys: neural upscaling of pictures, video and camera beside the original, frames
    per watt and joules per frame, accelerators compared, video budgets with their risk, and
    learning-rate schedules.</p>
  </description>
  <launchable type="desktop-id">{APP_ID}.desktop</launchable>
  <url type="homepage">{escape(project.homepage)}</url>
  <content_rating type="oars-1.1"/>
  <provides>
    <binary>pixelwatt</binary>
{documents}\
  </provides>
  <releases>
    <release version="{project.version}" date="{project.date:%Y-%m-%d}"/>
  </releases>
</component>
"""


def mime_types() -> str:
    types = "".join(
        f'  <mime-type type="application/x-pixelwatt-{kind}">\n'
        f"    <comment>{escape(english)}</comment>\n"
        f'    <comment xml:lang="zh_CN">{escape(chinese)}</comment>\n'
        '    <sub-class-of type="application/toml"/>\n'
        f'    <glob pattern="{pattern}" weight="60"/>\n'
        "  </mime-type>\n"
        for kind, pattern, english, chinese in DOCUMENTS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">\n'
        f"{types}</mime-info>\n"
    )


def man_page(project: Project) -> str:
    commands = subprocess.run(
        [sys.executable, "-m", "pixelwatt", "--help"], capture_output=True, text=True, check=True
    ).stdout
    listing = commands.partition("commands (")[2].partition("\n")[2]
    entries = "".join(
        f".TP\n.B pixelwatt {line.split()[0]}\n{_roff(' '.join(line.split()[1:]))}\n"
        for line in listing.splitlines()
        if line.startswith("  ") and not line.startswith("   ")
    )
    return (
        f'.TH PIXELWATT 1 {project.date:%Y-%m-%d} "Pixelwatt {project.version}"\n'
        ".SH NAME\npixelwatt \\- check what AI compute really buys, on your own machine\n"
        ".SH SYNOPSIS\n.B pixelwatt\n[\\fIoptions\\fR] [\\fIfile\\fR ...]\n.br\n"
        ".B pixelwatt\n\\fIcommand\\fR [\\fIarguments\\fR]\n"
        ".SH DESCRIPTION\nWithout a command, pixelwatt opens its window and the files named.\n"
        "Every command explains itself with \\fB\\-\\-help\\fR.\n"
        f".SH COMMANDS\n{entries}"
        ".SH EXIT STATUS\n0 done, 1 the work failed, 2 wrong usage.\n"
    )


def _roff(text: str) -> str:
    return text.replace("\\", "\\\\").replace("-", "\\-")


def _icons(hicolor: Path) -> None:
    scalable = hicolor / "scalable" / "apps" / f"{APP_ID}.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ICON, scalable)
    for size in ICON_SIZES:
        render_icon(hicolor / f"{size}x{size}" / "apps" / f"{APP_ID}.png", size)


def render_icon(path: Path, size: int) -> None:
    """Draw the program's icon as a square PNG."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICON)).render(painter)
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(path))


def _put(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
