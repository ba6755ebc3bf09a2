"""What this plugin contributes, as data. Code is named and imported when it is needed."""

from __future__ import annotations

from pixelwatt import api
from pixelwatt.api import hookimpl, tr_noop
from pixelwatt_example.settings import PixelSettings

SOURCE = api.Source("Recommendation ITU-R BT.2020-2", "https://www.itu.int/rec/R-REC-BT.2020")


@hookimpl
def pixelwatt_panels() -> list[api.Panel]:
    return [
        api.Panel(
            id="example_pixels",
            title=tr_noop("Pixel counter"),
            view="pixelwatt_example.view:PixelView",
            area=api.Area.RIGHT,
            description=tr_noop("How many pixels a picture has"),
            open_at_first_start=False,
        )
    ]


@hookimpl
def pixelwatt_commands() -> list[api.Command]:
    return [
        api.Command(
            id="example.show_4k",
            title=tr_noop("Count the pixels of 4K"),
            category=tr_noop("Pixel counter"),
            run="pixelwatt_example.actions:show_4k",
            menu="Tools",
        )
    ]


@hookimpl
def pixelwatt_settings() -> list[api.SettingsPage]:
    return [api.SettingsPage(id="example", title=tr_noop("Pixel counter"), schema=PixelSettings)]


@hookimpl
def pixelwatt_openers() -> list[api.Opener]:
    return [
        api.Opener(
            id="example.size",
            title=tr_noop("Picture size"),
            patterns=("*.pixels",),
            open="pixelwatt_example.actions:open_sizes",
        )
    ]


@hookimpl
def pixelwatt_exporters() -> list[api.Exporter]:
    return [
        api.Exporter(
            id="example.size",
            title=tr_noop("Picture size"),
            suffixes=(".pixels",),
            accepts="pixelwatt_example.actions:has_panel",
            write="pixelwatt_example.actions:write_size",
        )
    ]


@hookimpl
def pixelwatt_cli() -> list[api.CliCommand]:
    return [
        api.CliCommand(
            name="pixels",
            help="count the pixels of a picture size",
            add_arguments="pixelwatt_example.cli:add_arguments",
            run="pixelwatt_example.cli:run",
        )
    ]


@hookimpl
def pixelwatt_claims() -> list[api.Claim]:
    return [
        api.Claim(
            id="example.four_times",
            statement="4K has four times the pixels of 1080p.",
            statement_zh="4K 的像素数是 1080p 的四倍。",
            source=SOURCE,
            topic=tr_noop("Pixels"),
            check="pixelwatt_example.claims:four_times",
        )
    ]


@hookimpl
def pixelwatt_diagnostics() -> list[api.Diagnostic]:
    return [
        api.Diagnostic(
            id="example",
            title="Pixel counter",
            collect="pixelwatt_example.claims:diagnose",
        )
    ]


@hookimpl
def pixelwatt_activate(context: api.Context) -> None:
    from pixelwatt_example import actions

    actions.activate(context)


@hookimpl
def pixelwatt_deactivate() -> None:
    from pixelwatt_example import actions

    actions.deactivate()
