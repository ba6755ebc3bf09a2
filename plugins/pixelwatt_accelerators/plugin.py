"""What this plugin contributes, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixelwatt.api import (
    Claim,
    CliCommand,
    Command,
    Exporter,
    Opener,
    Panel,
    SettingsPage,
    hookimpl,
    tr_noop,
)
from pixelwatt_accelerators.claims import CLAIMS
from pixelwatt_accelerators.hookspecs import open_extension_point
from pixelwatt_accelerators.preferences import Preferences

if TYPE_CHECKING:
    import pluggy

PANEL_ID = "accelerators"
_ACTIONS = "pixelwatt_accelerators.views.actions"


@hookimpl
def pixelwatt_addhooks(pluginmanager: pluggy.PluginManager) -> None:
    open_extension_point(pluginmanager)


@hookimpl
def pixelwatt_panels() -> list[Panel]:
    return [
        Panel(
            id=PANEL_ID,
            title=tr_noop("Accelerators"),
            view="pixelwatt_accelerators.views.panel:create",
            icon="accelerators",
            description=tr_noop("What a chip really delivers, costs and draws"),
        )
    ]


@hookimpl
def pixelwatt_commands() -> list[Command]:
    category = tr_noop("Accelerators")
    menu = "Accelerators"

    def command(name: str, title: str, keys: str = "", **more: str) -> Command:
        return Command(
            id=f"accelerators.{name}",
            title=title,
            run=f"{_ACTIONS}:{name}",
            category=category,
            menu=menu,
            keys=keys,
            **more,  # type: ignore[arg-type]
        )

    return [
        command("new_comparison", tr_noop("New comparison")),
        command("essay_comparison", tr_noop("Compare TPU v7 and B200, as the essay does")),
        command("save_comparison", tr_noop("Save comparison…")),
        command("choose_accelerators", tr_noop("Choose accelerators…")),
        command("add_accelerator", tr_noop("Add or edit an accelerator…")),
        command("add_price", tr_noop("Add a price…")),
        command("export_own_tables", tr_noop("Export your accelerators and prices…")),
        command("copy_markdown", tr_noop("Copy the comparison as Markdown")),
        command("show_table", tr_noop("Show the table")),
        command("show_roofline", tr_noop("Show the roofline")),
        command("show_workload", tr_noop("Show the workload")),
        command("show_money", tr_noop("Show money and power")),
        command("show_certainty", tr_noop("Show how sure it is")),
        command("show_decision", tr_noop("Decide by seven questions")),
        command("show_topology", tr_noop("Show the topology")),
        command("show_parallel", tr_noop("Show parallel coordinates")),
    ]


@hookimpl
def pixelwatt_settings() -> list[SettingsPage]:
    return [SettingsPage(id="accelerators", title=tr_noop("Accelerators"), schema=Preferences)]


@hookimpl
def pixelwatt_openers() -> list[Opener]:
    return [
        Opener(
            id="accelerators.comparison",
            title=tr_noop("Accelerator comparison"),
            patterns=("*.comparison.toml",),
            open=f"{_ACTIONS}:open_comparison",
            priority=10,
        ),
        Opener(
            id="accelerators.table",
            title=tr_noop("Table of accelerators"),
            patterns=("*.accelerators.toml",),
            open=f"{_ACTIONS}:open_table",
            priority=10,
        ),
    ]


@hookimpl
def pixelwatt_exporters() -> list[Exporter]:
    def exporter(name: str, title: str, suffix: str) -> Exporter:
        return Exporter(
            id=f"accelerators.{name}",
            title=title,
            suffixes=(suffix,),
            accepts=f"{_ACTIONS}:can_export",
            write=f"{_ACTIONS}:export_{name}",
        )

    return [
        exporter("csv", tr_noop("Comparison as CSV"), ".csv"),
        exporter("markdown", tr_noop("Comparison as Markdown"), ".md"),
        exporter("xlsx", tr_noop("Comparison as workbook with formulas"), ".xlsx"),
        exporter("png", tr_noop("Comparison, picture of the section"), ".png"),
        exporter("svg", tr_noop("Comparison, drawing of the section"), ".svg"),
    ]


@hookimpl
def pixelwatt_cli() -> list[CliCommand]:
    return [
        CliCommand(
            name="accelerators",
            help=tr_noop("Compare accelerators; estimate time, cost and power of a workload"),
            add_arguments="pixelwatt_accelerators.cli:add_arguments",
            run="pixelwatt_accelerators.cli:run",
        )
    ]


@hookimpl
def pixelwatt_claims() -> list[Claim]:
    return CLAIMS
