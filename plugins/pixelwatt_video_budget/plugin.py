"""What this plugin contributes, as data."""

from __future__ import annotations

from pixelwatt.api import (
    Area,
    Claim,
    CliCommand,
    Command,
    Diagnostic,
    Exporter,
    Opener,
    Panel,
    hookimpl,
    tr_noop,
)

_HOOKS = "pixelwatt_video_budget.views.hooks"
_MENU = tr_noop("Video budget")


@hookimpl
def pixelwatt_panels() -> list[Panel]:
    return [
        Panel(
            id="video_budget",
            title=tr_noop("Video budget"),
            view="pixelwatt_video_budget.views.panel:VideoBudgetPanel",
            icon="video_budget",
            area=Area.CENTER,
            description=tr_noop("From a cut to its price, with the risk that it costs more."),
        )
    ]


@hookimpl
def pixelwatt_commands() -> list[Command]:
    def command(name: str, title: str, run: str, icon: str = "", keys: str = "") -> Command:
        return Command(
            id=f"video_budget.{name}", title=title, run=f"{_HOOKS}:{run}", category=_MENU,
            menu=_MENU, icon=icon, keys=keys,
        )  # fmt: skip

    return [
        command("new", tr_noop("New plan"), "new_plan", "document"),
        command("import", tr_noop("Import timeline or table…"), "import_files", "open"),
        command("save", tr_noop("Save plan"), "save_plan", "save"),
        command("save_as", tr_noop("Save plan as…"), "save_plan_as"),
        command("explain", tr_noop("Explain this number"), "explain_number", "help"),
        command("keep", tr_noop("Keep this version"), "keep_version", "check"),
        command("prices", tr_noop("Show the price book"), "show_prices", "table"),
    ]


@hookimpl
def pixelwatt_openers() -> list[Opener]:
    run = f"{_HOOKS}:open_files"
    return [
        Opener(
            id="video_budget.plan", title=tr_noop("Budget plan"), patterns=("*.budget.toml",),
            open=run, mime_types=("application/toml",), priority=10,
        ),
        Opener(
            id="video_budget.timeline", title=tr_noop("Timeline"),
            patterns=("*.otio", "*.otioz", "*.edl", "*.fcpxml"), open=run,
        ),
        Opener(
            id="video_budget.fcp7", title=tr_noop("Final Cut Pro 7 timeline"),
            patterns=("*.xml",), open=run, sniff=f"{_HOOKS}:sniff_xml",
        ),
        Opener(
            id="video_budget.table", title=tr_noop("Shot list"), patterns=("*.csv", "*.tsv"),
            open=run, sniff=f"{_HOOKS}:sniff_table", priority=5,
        ),
        Opener(
            id="video_budget.workbook", title=tr_noop("Shot list"), patterns=("*.xlsx",), open=run,
        ),
    ]  # fmt: skip


@hookimpl
def pixelwatt_exporters() -> list[Exporter]:
    def exporter(name: str, title: str, suffix: str) -> Exporter:
        return Exporter(
            id=f"video_budget.{name}", title=title, suffixes=(suffix,),
            accepts=f"{_HOOKS}:has_estimate", write=f"{_HOOKS}:export_{name}",
        )  # fmt: skip

    return [
        exporter("xlsx", tr_noop("Video budget as a workbook with formulas"), ".xlsx"),
        exporter("csv", tr_noop("Video budget as a table"), ".csv"),
        exporter("pdf", tr_noop("Video budget as a top sheet"), ".pdf"),
        exporter("markdown", tr_noop("Video budget as Markdown"), ".md"),
    ]


@hookimpl
def pixelwatt_cli() -> list[CliCommand]:
    return [
        CliCommand(
            name="video-budget",
            help=tr_noop("what an AI film costs, with its risk"),
            add_arguments="pixelwatt_video_budget.cli:add_arguments",
            run="pixelwatt_video_budget.cli:run",
        )
    ]


@hookimpl
def pixelwatt_claims() -> list[Claim]:
    from pixelwatt_video_budget.claims import all_claims

    return all_claims()


@hookimpl
def pixelwatt_diagnostics() -> list[Diagnostic]:
    return [
        Diagnostic(
            id="video_budget",
            title=tr_noop("Video-budget planner: timelines"),
            collect="pixelwatt_video_budget.diagnostics:collect",
        )
    ]
