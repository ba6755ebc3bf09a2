"""What a bundle must be able to do; each function raises, or says what it saw.

Importing is not enough: a library damaged by stripping or relinking shows when it is used.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

PROMISED_QT = (
    "QtCore", "QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets", "QtNetwork", "QtPrintSupport",
    "QtXml", "QtConcurrent", "QtOpenGL", "QtOpenGLWidgets", "QtTest",
)  # fmt: skip
"""The modules of Qt that docs/plugin-guide.md promises."""
NOT_PROMISED = {
    "antigravity", "this", "idlelib", "tkinter", "turtle", "turtledemo", "lib2to3", "ensurepip",
    "test", "pydoc_data", "nis", "ossaudiodev", "spwd", "msilib", "winreg", "winsound", "msvcrt",
    "nt",
}  # fmt: skip
"""Of the standard library: its own tests, Tk programs, and what other systems alone have."""
WINDOWS_LACKS = {
    "crypt", "curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog",
    "termios", "tty",
}  # fmt: skip
LARGEST_ERROR = 1e-8


def qt_modules() -> str:
    for name in PROMISED_QT:
        importlib.import_module(f"PySide6.{name}")
    return f"{len(PROMISED_QT)} modules"


def standard_library() -> str:
    lacking = NOT_PROMISED | (WINDOWS_LACKS if sys.platform == "win32" else set())
    names = sorted(n for n in sys.stdlib_module_names - lacking if not n.startswith("_"))
    missing = []
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError:
            missing.append(name)
    if missing:
        raise ImportError(f"no {', '.join(missing)}")
    return f"{len(names)} modules"


def sorting_and_encoding() -> str:
    """Qt's ICU data were made smaller: what Chinese needs of them must still be there."""
    from PySide6.QtCore import QCollator, QLocale, QStringDecoder

    collator = QCollator(QLocale("zh_CN"))
    # By pinyin: a, bei, shang; by code point it would be another order.
    ordered = sorted(("上海", "北京", "阿里"), key=collator.sortKey)
    if ordered != ["阿里", "北京", "上海"]:
        raise ValueError(f"Chinese is sorted as {ordered}")
    if not QStringDecoder("GB18030").isValid():
        raise ValueError("Qt cannot read GB18030")
    return "pinyin order, GB18030"


def numpy_is_ours() -> str:
    import numpy

    place = Path(numpy.__file__)
    program = Path(sys.executable).resolve().parent
    if not place.resolve().is_relative_to(program):
        raise ImportError(f"numpy comes from {place}, which is not in {program}")
    return f"numpy {numpy.__version__} of the program"


def linear_algebra() -> str:
    """OpenCV computes with NumPy's OpenBLAS: each function it calls there, against NumPy."""
    import cv2
    import numpy as np

    random = np.random.default_rng(20)
    size = 120
    worst = 0.0

    def compare(here: object, there: object) -> None:
        nonlocal worst
        difference = np.abs(np.asarray(here, dtype=complex) - np.asarray(there, dtype=complex))
        worst = max(worst, float(difference.max()))

    square = random.normal(size=(size, size))
    positive = square @ square.T / size + np.eye(size)
    right = random.normal(size=(size, 3))
    tall = random.normal(size=(size + 50, size))
    solved = np.linalg.solve(positive, right)
    for method in (cv2.DECOMP_LU, cv2.DECOMP_CHOLESKY, cv2.DECOMP_QR, cv2.DECOMP_SVD):
        compare(cv2.solve(positive, right, flags=method)[1], solved)
        single = cv2.solve(positive.astype("f4"), right.astype("f4"), flags=method)[1]
        compare(np.round(single - solved, 2), np.zeros_like(solved))
    below = random.normal(size=(size + 50, 3))
    least = np.linalg.lstsq(tall, below, rcond=None)[0]
    compare(cv2.solve(tall, below, flags=cv2.DECOMP_QR)[1], least)
    compare(cv2.SVDecomp(tall)[0].ravel(), np.linalg.svd(tall, compute_uv=False))
    compare(cv2.determinant(positive) / np.linalg.det(positive), 1.0)
    compare(np.sort(cv2.eigenNonSymmetric(positive)[0].ravel()), np.linalg.eigvalsh(positive))
    compare(cv2.gemm(square, tall, 1.5, None, 0.0, flags=cv2.GEMM_2_T), 1.5 * square @ tall.T)
    pairs = random.normal(size=(size, size, 2))
    product = cv2.gemm(pairs, pairs, 1.0, None, 0.0)
    numbers = pairs[..., 0] + 1j * pairs[..., 1]
    compare(product[..., 0] + 1j * product[..., 1], numbers @ numbers)
    if worst > LARGEST_ERROR:
        raise ArithmeticError(f"OpenCV differs from NumPy by {worst:.2g}")
    return f"OpenCV agrees with NumPy to {worst:.1g}"


def pictures() -> str:
    import cv2
    import numpy as np
    from PIL import Image, features

    ramp = np.linspace(0, 255, 64, dtype=np.uint8)
    picture = np.stack([np.tile(ramp, (64, 1)), np.tile(ramp[:, None], (1, 64))] * 2, -1)[..., :3]
    picture = np.ascontiguousarray(picture)
    if cv2.resize(picture, (128, 96), interpolation=cv2.INTER_LANCZOS4).shape != (96, 128, 3):
        raise ValueError("resize gives another size")
    for suffix in (".png", ".jpg", ".webp", ".tiff", ".avif"):
        _done, data = cv2.imencode(suffix, picture)
        back = cv2.imdecode(data, cv2.IMREAD_COLOR)
        if np.abs(back.astype(int) - picture).mean() > 3:
            raise ValueError(f"{suffix} comes back as another picture")
    lacking = [name for name in ("webp", "avif", "jpg", "littlecms2") if not features.check(name)]
    if lacking:
        raise ValueError(f"Pillow lacks {lacking}")
    Image.fromarray(picture).resize((10, 10)).tobytes()
    return "five formats in OpenCV, Pillow complete"


def video() -> str:
    """Every encoder we offer writes a film that both PyAV and OpenCV's FFmpeg read."""
    import av
    import cv2
    import numpy as np

    frames = 5
    encoders = ("libx264", "libx265", "libsvtav1", "libvpx-vp9")
    with tempfile.TemporaryDirectory() as folder:
        for encoder in encoders:
            path = Path(folder) / f"{encoder}.mkv"
            with av.open(str(path), "w") as film:
                stream = film.add_stream(encoder, rate=25)
                stream.width, stream.height, stream.pix_fmt = 128, 96, "yuv420p"
                for number in range(frames):
                    picture = np.full((96, 128, 3), 40 * number, np.uint8)
                    film.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
                film.mux(stream.encode(None))
            with av.open(str(path)) as film:
                seen = sum(1 for _ in film.decode(video=0))
            capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
            also = 0
            while capture.read()[0]:
                also += 1
            capture.release()
            if (seen, also) != (frames, frames):
                raise ValueError(f"{encoder}: of {frames} frames PyAV reads {seen}, OpenCV {also}")
    return ", ".join(encoders)


def camera() -> str:
    """The way to cameras is there; whether one is attached is the machine's matter."""
    import cv2

    wanted = {"linux": "V4L2", "win32": "MSMF", "darwin": "AVFOUNDATION"}[sys.platform]
    registry = cv2.videoio_registry
    names = [registry.getBackendName(backend) for backend in registry.getCameraBackends()]
    if wanted not in names:
        raise ValueError(f"OpenCV opens cameras through {names} only")
    return wanted


def models() -> str:
    import numpy as np
    import onnx
    import onnxruntime

    import pixelwatt_resources

    folder = Path(pixelwatt_resources.__file__).parent
    paths = sorted(folder.rglob("*.onnx"))
    if not paths:
        raise FileNotFoundError(f"no model below {folder}")
    for path in paths:
        onnx.checker.check_model(onnx.load(str(path)))
    session = onnxruntime.InferenceSession(str(paths[0]), providers=["CPUExecutionProvider"])
    given = session.get_inputs()[0]
    shape = [
        side if isinstance(side, int) else (32 if place > 1 else 1)
        for place, side in enumerate(given.shape)
    ]
    kinds = {"tensor(float)": np.float32, "tensor(uint8)": np.uint8, "tensor(float16)": np.float16}
    session.run(None, {given.name: np.zeros(shape, kinds[given.type])})
    return f"{len(paths)} models"


def timelines() -> str:
    import opentimelineio

    names = set(opentimelineio.adapters.available_adapter_names())
    lacking = {"otio_json", "cmx_3600", "fcp_xml", "fcpx_xml"} - names
    if lacking:
        raise ValueError(f"no timeline reader for {sorted(lacking)}")
    return ", ".join(sorted(names))


LOOKS: dict[str, Callable[[], str]] = {
    "Qt": qt_modules,
    "standard library": standard_library,
    "Chinese": sorting_and_encoding,
    "numpy": numpy_is_ours,
    "linear algebra": linear_algebra,
    "pictures": pictures,
    "video": video,
    "camera": camera,
    "models": models,
    "timelines": timelines,
}
