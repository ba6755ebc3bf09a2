#!/bin/bash
# Makes packaging/macos/pixelwatt.icns from the program's SVG with the release environment's Qt.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=build/pixelwatt.iconset
rm -rf "$folder"
mkdir -p "$folder"
PYTHONPATH=packaging QT_QPA_PLATFORM=offscreen build/release-venv/bin/python - "$folder" <<'PYTHON'
import sys
from pathlib import Path

from linux.desktop_files import render_icon

for side in (16, 32, 128, 256, 512):
    render_icon(Path(sys.argv[1]) / f"icon_{side}x{side}.png", side)
    render_icon(Path(sys.argv[1]) / f"icon_{side}x{side}@2x.png", 2 * side)
PYTHON
iconutil --convert icns --output packaging/macos/pixelwatt.icns "$folder"
