"""Native libraries in wheels: what their names say, and that none is passed on unknown."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("file_name", "name", "version"),
    [
        ("libavcodec-5e6b81c2.so.62.28.102", "avcodec", "62.28.102"),
        ("libx264-d6533a8d.so.165", "x264", "165"),
        ("libxcb-shape-7716c890.so.0.0.0", "xcb-shape", "0.0.0"),
        ("libgfortran-040039e1-0352e75f.so.5.0.0", "gfortran", "5.0.0"),
        ("libopenblasp-r0-59ffcd50.3.15.so", "openblasp", "3.15"),
        ("libscipy_openblas64_-32a4b2a6.so", "scipy_openblas64_", ""),
        ("libpng16-1d1ba958.so.16.58.0", "png16", "16.58.0"),
        ("avcodec-62-984de33114b7fa384296817dec999c9d.dll", "avcodec", "62"),
        ("libstdc++-6-2d5c346d47ad531ef9f5185db0e8cef3.dll", "stdc++", "6"),
        ("libwebp-4bf4e57964c7a01c09ce39470d6b67ca.dll", "webp", ""),
        ("msvcp140-a4c2229bdc2a2a630acdc095b4d86008.dll", "msvcp140", ""),
    ],
)
def test_names(file_name: str, name: str, version: str) -> None:
    import native_libraries

    assert native_libraries.named(file_name) == (name, version)
    assert name in native_libraries.LICENCES


def test_a_library_of_unknown_licence_stops_the_build(tmp_path: Path) -> None:
    import native_libraries
    from project import PackagingError

    folder = tmp_path / "_internal" / "some.libs"
    folder.mkdir(parents=True)
    (folder / "libx264-d6533a8d.so.165").touch()
    (found,) = native_libraries.carried(tmp_path)
    assert found.licence == "GPL-2.0-or-later"
    assert found.path == "_internal/some.libs/libx264-d6533a8d.so.165"
    (folder / "libnobody_knows-00000000.so.1").touch()
    with pytest.raises(PackagingError, match=r"No licence.*libnobody_knows"):
        native_libraries.carried(tmp_path)


def test_libraries_of_another_interface_are_not_exchanged() -> None:
    from linux import shared_libraries
    from project import PackagingError

    assert shared_libraries.major("libavcodec-5e6b81c2.so.62.28.102") == "62"
    assert shared_libraries.major("libscipy_openblas64_-32a4b2a6.so") == ""
    with pytest.raises(PackagingError, match="different interfaces"):
        shared_libraries.require_same_interface(
            Path("libavcodec-c4204469.so.62.28.101"),
            Path("libavcodec-d61378e8.so.63.1.102"),
            frozenset(),
        )


def test_a_stripped_file_the_loader_would_refuse_is_noticed() -> None:
    from linux.stripping import is_loadable

    assert is_loadable([(0x0, 0x0, 0x1000), (0x2D50, 0x3D50, 0x1000)])
    assert not is_loadable([(0x0, 0x0, 0x1000), (0x2D58, 0x3D50, 0x1000)])
    assert not is_loadable([])
