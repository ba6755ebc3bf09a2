"""The peer of the bundle's start: a frozen program that is a window with five empty docks."""

from pixelwatt_probe.start import report
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow


class Window(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, report)


application = QApplication([])
window = Window()
for number in range(5):
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, QDockWidget(str(number)))
window.resize(1280, 800)
window.show()
application.exec()
