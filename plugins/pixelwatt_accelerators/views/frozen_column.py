"""The first column of a table, standing still while the table scrolls sideways under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QTableView


class FrozenColumn(QTableView):
    """Laid over ``view`` and shown once that is scrolled; clicks pass through to the row below.

    Made after the view has its model. Row heights are those of the view's default section.
    """

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.setModel(view.model())
        self.setSelectionModel(view.selectionModel())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(view.frameShape())
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFont(view.font())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(view.verticalScrollMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(view.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setHighlightSections(False)
        self.setAccessibleName(view.accessibleName())
        view.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        view.horizontalScrollBar().valueChanged.connect(self._follow)
        view.horizontalHeader().sectionResized.connect(self._follow)
        view.model().modelReset.connect(self._follow)
        view.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    @Slot()
    def _follow(self) -> None:
        scrolled = self._view.horizontalScrollBar().value() > 0
        if scrolled:
            for column in range(self.model().columnCount()):
                self.setColumnHidden(column, column > 0)
            width = self._view.columnWidth(0)
            self.setColumnWidth(0, width)
            header = self._view.horizontalHeader()
            self.horizontalHeader().setFixedHeight(header.height())
            height = header.height() + self._view.viewport().height()
            rim = 2 * self.frameWidth()
            self.setGeometry(0, 0, width + rim, height + rim)
            self.verticalScrollBar().setValue(self._view.verticalScrollBar().value())
            self.raise_()
        self.setVisible(scrolled)
