"""What ``pixelwatt doctor`` says about inference, codecs and cameras on this machine."""

from __future__ import annotations

from pixelwatt.api import Available, DiagnosticItem, Unavailable
from pixelwatt_upscaler.text import tr

_FORMATS = {"WebP": "webp", "TIFF": "libtiff", "JPEG": "jpg", "PNG": "zlib"}


def inference() -> list[DiagnosticItem]:
    """Execution providers, the processor, and whether several runtimes shadow each other."""
    try:
        import onnxruntime
    except ImportError as error:
        return [DiagnosticItem("ONNX Runtime", Unavailable(
            str(error), tr("Install it with: pip install onnxruntime")
        ))]  # fmt: skip
    from .hardware import physical_cores
    from .providers import PROVIDERS, state

    items = [
        DiagnosticItem("ONNX Runtime", _one_runtime(onnxruntime.__version__)),
        DiagnosticItem(
            tr("Processor"), Available(tr("{count} cores for inference", count=physical_cores()))
        ),
    ]
    items += [DiagnosticItem(provider.title, state(provider)) for provider in PROVIDERS]
    return items


def media() -> list[DiagnosticItem]:
    """Formats, encoders, cameras and the desktop."""
    from . import desktops

    captures = [
        DiagnosticItem(tr("Screen capture"), desktops.availability()),
        DiagnosticItem(tr("Window capture"), desktops.availability()),
    ]
    return [*_formats(), *_encoders(), _cameras(), *captures]


def _one_runtime(version: str) -> Available | Unavailable:
    """Two ONNX Runtime wheels overwrite each other's files; the last one installed wins."""
    from importlib.metadata import distributions

    names = sorted(
        {
            str(each.metadata["Name"])
            for each in distributions()
            if (each.metadata["Name"] or "").lower()
            in ("onnxruntime", "onnxruntime-gpu", "onnxruntime-directml", "onnxruntime-openvino",
                "onnxruntime-migraphx", "onnxruntime-rocm", "onnxruntime-qnn")
        }
    )  # fmt: skip
    if len(names) > 1:
        return Unavailable(
            tr("{names} are installed together and overwrite each other",
               names=", ".join(names)),
            tr("Uninstall all of them and install the one you want."),
        )  # fmt: skip
    return Available(version)


def _formats() -> list[DiagnosticItem]:
    from PIL import features

    return [
        DiagnosticItem(
            name,
            Available()
            if features.check(feature)
            else Unavailable(tr("Pillow was built without it"), tr("Install Pillow's wheel.")),
        )
        for name, feature in _FORMATS.items()
    ]


def _encoders() -> list[DiagnosticItem]:
    import av

    from .video_encoding import CODECS

    items = [DiagnosticItem("FFmpeg", Available(str(av.ffmpeg_version_info)))]
    for codec, encoders in CODECS.items():
        present = [name for name in encoders if name in av.codecs_available]
        state = (
            Available(", ".join(present))
            if present
            else Unavailable(tr("no encoder"), tr("Choose another codec."))
        )
        items.append(DiagnosticItem(tr("Encode {codec}", codec=codec.upper()), state))
    return items


def _cameras() -> DiagnosticItem:
    from .camera import camera_indices

    found = camera_indices()
    if found:
        names = ", ".join(str(index + 1) for index in found)
        return DiagnosticItem(
            tr("Cameras"), Available(tr("possible numbers: {names}", names=names))
        )
    return DiagnosticItem(tr("Cameras"), Unavailable(tr("none is connected"), tr("Plug one in.")))
