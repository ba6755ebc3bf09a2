"""What this plugin contributes, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixelwatt.api import (
    Area,
    Claim,
    CliCommand,
    Command,
    Context,
    Diagnostic,
    Exporter,
    Opener,
    Panel,
    SettingsPage,
    hookimpl,
    tr_noop,
)

if TYPE_CHECKING:
    import pluggy

COMMANDS = "pixelwatt_power.views.commands"
CLI = "pixelwatt_power.cli"


@hookimpl
def pixelwatt_panels() -> list[Panel]:
    return [
        Panel(
            id="power",
            title=tr_noop("Power and FPS"),
            view="pixelwatt_power.views.panel:PowerPanel",
            icon="power",
            area=Area.CENTER,
            description=tr_noop("What a frame costs in joules, live and from captures"),
        )
    ]


@hookimpl
def pixelwatt_commands() -> list[Command]:
    category = tr_noop("Power")
    return [
        Command(
            id="power.measure",
            title=tr_noop("Measure power"),
            category=category,
            menu="Power",
            run=f"{COMMANDS}:toggle_measuring",
            checked=f"{COMMANDS}:is_measuring",
        ),
        Command(
            id="power.record",
            title=tr_noop("Record power and frames"),
            category=category,
            menu="Power",
            keys="Ctrl+Alt+R",
            run=f"{COMMANDS}:toggle_recording",
            checked=f"{COMMANDS}:is_recording",
        ),
        Command(
            id="power.mark",
            title=tr_noop("Set a marker"),
            category=category,
            menu="Power",
            keys="Ctrl+Alt+M",
            run=f"{COMMANDS}:add_marker",
        ),
        Command(
            id="power.open_capture",
            title=tr_noop("Open captures…"),
            category=category,
            menu="Power",
            run=f"{COMMANDS}:open_captures",
        ),
        Command(
            id="power.follow_log",
            title=tr_noop("Follow a log being written…"),
            category=category,
            menu="Power",
            run=f"{COMMANDS}:follow_log",
        ),
        Command(
            id="power.show_essay",
            title=tr_noop("Check the essay's power table"),
            category=category,
            menu="Power",
            run=f"{COMMANDS}:show_essay",
        ),
        Command(
            id="power.show_planners",
            title=tr_noop("Plan battery and video memory"),
            category=category,
            menu="Power",
            run=f"{COMMANDS}:show_planners",
        ),
    ]


@hookimpl
def pixelwatt_settings() -> list[SettingsPage]:
    from pixelwatt_power.settings import PowerSettings

    return [SettingsPage(id="power", title=tr_noop("Power and FPS"), schema=PowerSettings)]


@hookimpl
def pixelwatt_openers() -> list[Opener]:
    return [
        Opener(
            id="power.capture",
            title=tr_noop("Frame-time captures"),
            patterns=("*.csv", "*.json", "*.hml"),
            open=f"{COMMANDS}:open_paths",
            sniff="pixelwatt_power.core.captures.open:is_capture",
            priority=10,
        ),
        Opener(
            id="power.sessions",
            title=tr_noop("Recorded power sessions"),
            patterns=("*.sqlite",),
            open=f"{COMMANDS}:import_sessions",
            sniff="pixelwatt_power.core.sessions:is_sessions",
        ),
    ]


@hookimpl
def pixelwatt_exporters() -> list[Exporter]:
    return [
        Exporter(
            id="power.captures_csv",
            title=tr_noop("Compared captures (CSV)"),
            suffixes=(".csv",),
            accepts=f"{COMMANDS}:has_captures",
            write=f"{COMMANDS}:export_captures_csv",
        ),
        Exporter(
            id="power.captures_json",
            title=tr_noop("Compared captures (JSON)"),
            suffixes=(".json",),
            accepts=f"{COMMANDS}:has_captures",
            write=f"{COMMANDS}:export_captures_json",
        ),
    ]


@hookimpl
def pixelwatt_cli() -> list[CliCommand]:
    return [
        CliCommand(
            name="capture",
            help=tr_noop("figures of frame-time captures, with joules per frame"),
            add_arguments=f"{CLI}:add_capture_arguments",
            run=f"{CLI}:run_capture",
        ),
        CliCommand(
            name="sensors",
            help=tr_noop("power sensors of this machine, and how to get the missing ones"),
            add_arguments=f"{CLI}:add_sensors_arguments",
            run=f"{CLI}:run_sensors",
        ),
        CliCommand(
            name="record",
            help=tr_noop("record power to a session file"),
            add_arguments=f"{CLI}:add_record_arguments",
            run=f"{CLI}:run_record",
        ),
    ]


@hookimpl
def pixelwatt_claims() -> list[Claim]:
    from pixelwatt_power.claims import claims

    return claims()


@hookimpl
def pixelwatt_diagnostics() -> list[Diagnostic]:
    return [
        Diagnostic(
            id="power",
            title=tr_noop("Power sensors"),
            collect="pixelwatt_power.core.sensors.discover:diagnostics",
        )
    ]


@hookimpl
def pixelwatt_activate(context: Context) -> None:
    from pixelwatt_power.meter_service import provide

    provide(context)


@hookimpl
def pixelwatt_deactivate() -> None:
    from pixelwatt_power.meter_service import withdraw

    withdraw()


@hookimpl
def pixelwatt_addhooks(pluginmanager: pluggy.PluginManager) -> None:
    from pixelwatt_power.extensions import use

    use(pluginmanager)
