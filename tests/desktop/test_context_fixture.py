"""The fixture every plugin's view tests rely on keeps the contract."""

from __future__ import annotations

import dataclasses

import pytest

from pixelwatt import api
from pixelwatt.plugin_host import PluginHost


def test_it_is_a_context(context):
    assert isinstance(context, api.Context)


def test_jobs_deliver_on_the_ui_thread(context, qtbot):
    results = []
    context.jobs.start("Add", lambda progress: 2 + 2, done=results.append)
    qtbot.waitUntil(lambda: results == [4])


def test_an_unhandled_failure_becomes_a_notice(context, qtbot):
    def work(progress):
        raise api.Problem("No disk.", "Plug it in.")

    context.jobs.start("Save", work)
    qtbot.waitUntil(lambda: bool(context.notices))
    assert context.notices[0].level is api.Level.ERROR


def test_settings_live_in_memory(context):
    @dataclasses.dataclass(frozen=True)
    class Schema:
        loop: bool = api.setting(True, label="Loop")

    context.settings.register(api.SettingsPage(id="t", title="T", schema=Schema))
    context.settings.put(Schema(loop=False))
    assert context.settings.get(Schema).loop is False


def test_themes_reach_subscribers_until_they_unsubscribe(context):
    seen = []
    unsubscribe = context.subscribe_theme(seen.append)
    context.use_theme(dark=False)
    unsubscribe()
    context.use_theme(dark=True)
    assert [theme.dark for theme in seen] == [False]


def test_discovery_is_refused():
    with pytest.raises(RuntimeError, match="installed_plugins"):
        PluginHost().load()
