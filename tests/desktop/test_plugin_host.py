from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest

from pixelwatt import api
from pixelwatt.plugin_host import PluginHost, State


@pytest.fixture
def plugin_module(monkeypatch):
    """Make importable plugin modules out of functions, as entry points would name them."""

    def make(name, **functions):
        module = ModuleType(name)
        for hook, function in functions.items():
            setattr(module, hook, api.hookimpl(function))
        monkeypatch.setitem(sys.modules, name, module)
        return EntryPoint(name=name, value=name, group="pixelwatt.plugins")

    return make


def host_of(*entries, **options):
    host = PluginHost(discover=lambda: entries, **options)
    host.load()
    return host


def states(host):
    return {plugin.name: plugin.state for plugin in host.plugins}


def nothing():
    return []


def command(identity):
    return api.CliCommand(name=identity, help="", add_arguments="m:a", run="m:r")


def test_one_broken_import_does_not_stop_the_others(plugin_module):
    good = plugin_module("good", pixelwatt_cli=lambda: [command("go")])
    missing = EntryPoint(name="missing", value="there_is_no_such_module", group="g")
    host = host_of(missing, good)
    assert states(host) == {"missing": State.FAILED, "good": State.LOADED}
    assert [c.item.name for c in host.collect("pixelwatt_cli")] == ["go"]
    failure = host.plugins[0].failure
    assert failure.stage == "import"
    assert "there_is_no_such_module" in failure.summary
    assert "Traceback" in failure.traceback


def test_a_hook_that_raises_disables_its_plugin_only(plugin_module):
    def explode():
        raise RuntimeError("boom")

    bad = plugin_module("bad", pixelwatt_cli=explode)
    good = plugin_module("good", pixelwatt_cli=lambda: [command("go")])
    host = host_of(bad, good)
    assert [c.plugin.name for c in host.collect("pixelwatt_cli")] == ["good"]
    assert states(host) == {"bad": State.FAILED, "good": State.LOADED}
    assert host.plugins[0].failure.summary == "RuntimeError: boom"


def test_a_misspelt_hook_is_named(plugin_module):
    host = host_of(plugin_module("typo", pixelwatt_panles=nothing))
    assert host.plugins[0].state is State.FAILED
    assert "pixelwatt_panles" in host.plugins[0].failure.summary
    assert "pixelwatt_panels" in host.plugins[0].failure.summary


def test_a_hook_that_returns_something_else_is_refused(plugin_module):
    host = host_of(plugin_module("wrong", pixelwatt_cli=lambda: ["not a command"]))
    assert host.collect("pixelwatt_cli") == []
    assert "CliCommand" in host.plugins[0].failure.summary


def test_an_id_is_given_once(plugin_module):
    first = plugin_module("first", pixelwatt_cli=lambda: [command("same")])
    second = plugin_module("second", pixelwatt_cli=lambda: [command("same")])
    host = host_of(first, second)
    assert [c.plugin.name for c in host.collect("pixelwatt_cli")] == ["first"]
    assert "'same' is taken by 'first'" in host.plugins[1].failure.summary


def test_two_distributions_with_the_same_plugin_name(plugin_module):
    entry = plugin_module("twin", pixelwatt_cli=lambda: [command("go")])
    host = host_of(entry, entry)
    assert [p.state for p in host.plugins] == [State.LOADED, State.FAILED]
    assert "remove one of the two" in host.plugins[1].failure.summary


def test_a_disabled_plugin_is_not_imported():
    entry = EntryPoint(name="off", value="there_is_no_such_module", group="g")
    assert states(host_of(entry, disabled=["off"])) == {"off": State.DISABLED}


def test_safe_mode_imports_nothing():
    entry = EntryPoint(name="any", value="there_is_no_such_module", group="g")
    host = host_of(entry, safe_mode=True)
    assert states(host) == {"any": State.DISABLED}


def test_what_a_plugin_brought_goes_when_it_fails_later(plugin_module):
    host = host_of(plugin_module("late", pixelwatt_cli=lambda: [command("go")]))
    failed = []
    forget = host.subscribe_failures(failed.append)
    assert host.collect("pixelwatt_cli")
    host.fail(host.plugins[0], "view", ValueError("no"))
    assert host.collect("pixelwatt_cli") == []
    assert failed == [host.plugins[0]]
    forget()


def test_strict_mode_raises(plugin_module, monkeypatch):
    monkeypatch.setenv("PIXELWATT_STRICT_PLUGINS", "1")
    missing = EntryPoint(name="missing", value="there_is_no_such_module", group="g")
    with pytest.raises(ModuleNotFoundError):
        host_of(missing)


def test_trace_prints_each_call(plugin_module, monkeypatch, capsys):
    monkeypatch.setenv("PIXELWATT_TRACE_PLUGINS", "1")
    host_of(plugin_module("seen", pixelwatt_cli=nothing)).collect("pixelwatt_cli")
    assert "seen.pixelwatt_cli" in capsys.readouterr().err


def test_activate_is_called_for_each_and_isolated(plugin_module):
    called = []

    def explode(context):
        raise RuntimeError("boom")

    bad = plugin_module("bad", pixelwatt_activate=explode)
    good = plugin_module("good", pixelwatt_activate=lambda context: called.append(context))
    host = host_of(bad, good)
    host.call("pixelwatt_activate", context="the context")
    assert called == ["the context"]
    assert states(host)["bad"] is State.FAILED


def test_a_plugin_opens_extension_points_of_its_own(plugin_module):
    import pluggy

    class Specs:
        @pluggy.HookspecMarker("pixelwatt")
        def opened_here(self):
            """An extension point."""

    def add(pluginmanager):
        pluginmanager.add_hookspecs(Specs)

    opener = plugin_module("opener", pixelwatt_addhooks=add)
    user = plugin_module("user", opened_here=lambda: ["something"])
    host = host_of(opener, user)
    assert set(states(host).values()) == {State.LOADED}
    assert [c.item for c in host.collect("opened_here")] == ["something"]


def test_a_plugin_is_described_by_its_own_package(plugin_module, monkeypatch):
    entry = plugin_module("described", pixelwatt_cli=nothing)
    monkeypatch.setattr(sys.modules["described"], "__doc__", "What it does.\n\nAnd more.")
    assert host_of(entry).plugins[0].summary == "What it does."


def test_our_own_plugins_come_by_the_same_entry_points(installed_plugins):
    from pixelwatt.plugin_host import installed_entry_points

    names = [entry.name for entry in installed_entry_points()]
    assert names == sorted(names)
    assert "upscaler" in names
