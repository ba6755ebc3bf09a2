"""What the comparator's tests share."""

from __future__ import annotations

import pytest

from pixelwatt import api
from pixelwatt_accelerators.core.table import shipped_catalogue


@pytest.fixture
def catalogue():
    return shipped_catalogue()


@pytest.fixture
def panel(qtbot, context):
    """The panel on screen at a usual size, on its first section."""
    from pixelwatt_accelerators.preferences import Preferences
    from pixelwatt_accelerators.views.panel import create

    page = api.SettingsPage(id="accelerators", title="Accelerators", schema=Preferences)
    context.settings.register(page)
    widget = create(context)
    qtbot.addWidget(widget)
    widget.resize(1200, 760)
    widget.show()
    qtbot.waitExposed(widget)
    context.panels["accelerators"] = widget
    return widget
