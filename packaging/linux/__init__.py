"""Packages for Linux: .deb, AppImage and a self-extracting .run."""
