"""The controls that say what the accelerators are to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from pixelwatt.api_qt import SectionHeader
from pixelwatt_accelerators.core.document import TOPOLOGIES
from pixelwatt_accelerators.core.models import shipped_models
from pixelwatt_accelerators.core.quantities import PRECISIONS
from pixelwatt_accelerators.core.units import number
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.controls import Choice, FieldSlider, labelled

if TYPE_CHECKING:
    from pixelwatt_accelerators.views.store import Store

SIDE_WIDTH = 280


class UseControls(QWidget):
    """Model, precision and serving; with ``training``, the training run too."""

    def __init__(self, store: Store, *, training: bool = False) -> None:
        super().__init__()
        self._store = store
        change = store.change_use
        models = [(model.id, model.name) for model in shipped_models().values()]
        self.model = Choice(tr("Model"), models, lambda value: change(model=value))
        precisions = [(name, name.upper()) for name in PRECISIONS]
        self.precision = Choice(tr("Precision"), precisions, lambda v: change(precision=v))
        widths = [(2.0, tr("16 bit")), (1.0, tr("8 bit")), (0.5, tr("4 bit"))]
        self.kv = Choice(tr("Cache"), widths, lambda value: change(kv_bytes=value))
        chips = [(0, tr("as many as needed")), *((2**p, str(2**p)) for p in range(8))]
        self.chips = Choice(tr("Chips"), chips, lambda value: change(chips=value))
        rates = [(0.0, tr("any")), *((float(r), f"{r} tok/s") for r in (10, 20, 50, 100, 200))]
        self.wanted = Choice(
            tr("Wanted per user"), rates, lambda value: change(wanted_per_user_s=value)
        )
        self.topology = Choice(
            tr("Topology"),
            [(name, _topology_word(name)) for name in TOPOLOGIES],
            lambda value: change(topology=value),
        )
        networks = [(0.0, tr("none")), *((g * 1e9 / 8, f"{g} Gb/s") for g in (100, 200, 400, 800))]
        self.network = Choice(
            tr("Network between domains"),
            networks,
            lambda value: change(scale_out_bytes_per_s=value),
        )
        self.network.setToolTip(
            tr("One chip's share; with it a replica may reach beyond a scale-up domain")
        )
        self.communication = QCheckBox(tr("Count communication between chips"))
        self.communication.toggled.connect(lambda on: change(communication=on))
        self.sliders = {
            "batch": self._slider(tr("Batch"), "batch", 1, 512, tr("sequences"), whole=True),
            "context": self._slider(
                tr("Context"), "context", 512, 131072, tr("tokens"), whole=True
            ),
            "prompt": self._slider(tr("Prompt"), "prompt", 64, 65536, tr("tokens"), whole=True),
            "hbm_efficiency": self._share(tr("Memory bandwidth reached"), "hbm_efficiency"),
            "mfu": self._share(tr("Model FLOPs utilisation"), "mfu"),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(SectionHeader(tr("Model")))
        layout.addWidget(self.model)
        layout.addWidget(labelled(tr("Weights"), self.precision))
        layout.addWidget(labelled(tr("Cache"), self.kv))
        layout.addWidget(SectionHeader(tr("Serving")))
        for name in ("batch", "context", "prompt"):
            layout.addWidget(self.sliders[name])
        layout.addWidget(labelled(tr("Wanted per user"), self.wanted))
        layout.addWidget(labelled(tr("Chips per replica"), self.chips))
        layout.addWidget(labelled(tr("Topology"), self.topology))
        layout.addWidget(labelled(tr("Beyond a domain"), self.network))
        layout.addWidget(self.communication)
        layout.addWidget(SectionHeader(tr("Reality")))
        for name in ("hbm_efficiency", "mfu"):
            layout.addWidget(self.sliders[name])
        if training:
            self._add_training(layout)
        layout.addStretch(1)
        store.changed.connect(self.refresh)
        self.refresh()

    def _add_training(self, layout: QVBoxLayout) -> None:
        self.sliders["training_tokens"] = self._slider(
            tr("Training tokens"), "training_tokens", 1e9, 1e14, "", scale=1e12, suffix=" T"
        )
        self.sliders["training_chips"] = self._slider(
            tr("Training chips"), "training_chips", 8, 65536, "", whole=True
        )
        layout.addWidget(SectionHeader(tr("Training")))
        layout.addWidget(self.sliders["training_tokens"])
        layout.addWidget(self.sliders["training_chips"])

    def _slider(
        self,
        title: str,
        field: str,
        low: float,
        high: float,
        unit: str,
        *,
        whole: bool = False,
        scale: float = 1.0,
        suffix: str = "",
    ) -> FieldSlider:
        kind = int if field == "training_chips" else float
        return FieldSlider(
            title, low, high, lambda value: self._store.change_use(**{field: kind(value)}),
            text=lambda value: f"{number(value / scale)}{suffix} {unit}".rstrip(),
            log=True, whole=whole,
        )  # fmt: skip

    def _share(self, title: str, field: str) -> FieldSlider:
        return FieldSlider(
            title, 0.05, 1.0, lambda value: self._store.change_use(**{field: value}),
            text=lambda value: f"{100 * value:.0f} %",
        )  # fmt: skip

    @Slot()
    def refresh(self) -> None:
        use = self._store.comparison.use
        self.model.show_value(use.model)
        self.precision.show_value(use.precision)
        self.kv.show_value(use.kv_bytes)
        self.chips.show_value(use.chips)
        self.wanted.show_value(use.wanted_per_user_s)
        self.topology.show_value(use.topology)
        self.network.show_value(use.scale_out_bytes_per_s)
        if self.communication.isChecked() != use.communication:
            self.communication.setChecked(use.communication)
        for name, slider in self.sliders.items():
            slider.show_value(float(getattr(use, name)))


def _topology_word(name: str) -> str:
    return {
        "own": tr("each its own"),
        "ring": tr("ring, one way"),
        "ring_bidi": tr("ring, both ways"),
        "switch": tr("switch"),
        "mesh": tr("mesh"),
        "torus": tr("torus"),
        "torus_uni": tr("torus, one way"),
        "torus_open": tr("torus without wraparound"),
    }[name]


def side_column(content: QWidget) -> QScrollArea:
    """A column of controls beside a drawing, which scrolls where the panel is low."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedWidth(SIDE_WIDTH)
    return area


def note(text: str) -> QLabel:
    """A muted sentence under a drawing that says how to read it."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label
