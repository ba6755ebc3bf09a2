"""What this plugin contributes, as data."""

from __future__ import annotations

from pixelwatt.api import (
    Area,
    Claim,
    CliCommand,
    Command,
    Exporter,
    Opener,
    Panel,
    Source,
    hookimpl,
    tr_noop,
)

COMMANDS = "pixelwatt_lr_schedule.views.commands"
CLAIMS = "pixelwatt_lr_schedule.claims"
SNIFF = "pixelwatt_lr_schedule.sniffing"
ESSAY = Source("Learning Rate 启示录:算法演进与人生的全局最优解")


@hookimpl
def pixelwatt_panels() -> list[Panel]:
    return [
        Panel(
            id="lr_schedule",
            title=tr_noop("LR schedules"),
            view="pixelwatt_lr_schedule.views.panel:LrSchedulePanel",
            icon="lr_schedule",
            area=Area.CENTER,
            description=tr_noop("Exact learning-rate schedules, and what they do to an optimiser"),
        )
    ]


def _command(key: str, title: str, run: str, keys: str = "") -> Command:
    return Command(
        id=f"lr_schedule.{key}",
        title=title,
        category=tr_noop("LR schedules"),
        menu="LR schedules",
        run=f"{COMMANDS}:{run}",
        keys=keys,
    )


@hookimpl
def pixelwatt_commands() -> list[Command]:
    return [
        _command("essay", tr_noop("Show the essay's five phases"), "show_essay"),
        _command("undo", tr_noop("Undo the change of the schedule"), "undo", "Ctrl+Alt+Z"),
        _command("redo", tr_noop("Redo the change of the schedule"), "redo", "Ctrl+Alt+Y"),
        _command("save", tr_noop("Save the schedule…"), "save_document", "Ctrl+Alt+S"),
        _command("code", tr_noop("Show the schedule's code"), "show_code"),
        _command("lint", tr_noop("Check the schedule"), "show_linter"),
        _command("landscape", tr_noop("Roll balls on a landscape"), "show_landscape"),
        _command("range_test", tr_noop("Run an LR range test"), "run_range_test"),
    ]


@hookimpl
def pixelwatt_openers() -> list[Opener]:
    return [
        Opener(
            id="lr_schedule.document",
            title=tr_noop("Learning-rate schedules"),
            patterns=("*.schedule.toml",),
            open=f"{COMMANDS}:open_documents",
            priority=20,
        ),
        Opener(
            id="lr_schedule.spec",
            title=tr_noop("Learning-rate schedules"),
            patterns=("*.json",),
            open=f"{COMMANDS}:open_documents",
            sniff=f"{SNIFF}:is_spec",
            priority=15,
        ),
        Opener(
            id="lr_schedule.log",
            title=tr_noop("Training logs"),
            patterns=("*tfevents*", "trainer_state.json", "*.json", "*.csv"),
            open=f"{COMMANDS}:open_logs",
            sniff=f"{SNIFF}:is_log",
            priority=12,
        ),
        Opener(
            id="lr_schedule.code",
            title=tr_noop("Scheduler code"),
            patterns=("*.py",),
            open=f"{COMMANDS}:open_code",
            sniff=f"{SNIFF}:is_scheduler_code",
        ),
    ]


def _exporter(key: str, title: str, suffixes: tuple[str, ...], write: str) -> Exporter:
    return Exporter(
        id=f"lr_schedule.{key}",
        title=title,
        suffixes=suffixes,
        accepts=f"{COMMANDS}:has_panel",
        write=f"{COMMANDS}:{write}",
    )


@hookimpl
def pixelwatt_exporters() -> list[Exporter]:
    return [
        _exporter("csv", tr_noop("Learning rates of every update"), (".csv",), "export_csv"),
        _exporter("json", tr_noop("Learning rates of every update"), (".json",), "export_json"),
        _exporter("picture", tr_noop("Schedule plot"), (".svg", ".png"), "export_picture"),
        _exporter("document", tr_noop("Schedule document"), (".schedule.toml",), "export_document"),
    ]


@hookimpl
def pixelwatt_cli() -> list[CliCommand]:
    return [
        CliCommand(
            name="lr",
            help=tr_noop("learning-rate schedules: sample, export, import, lint, identify, score"),
            add_arguments="pixelwatt_lr_schedule.cli:add_arguments",
            run="pixelwatt_lr_schedule.cli:run",
        )
    ]


def _claim(key: str, statement: str, statement_zh: str, experiment: bool = True) -> Claim:
    return Claim(
        id=f"lr_schedule.{key}",
        statement=statement,
        statement_zh=statement_zh,
        source=ESSAY,
        check=f"{CLAIMS}:{key}",
        topic=tr_noop("Learning rate"),
        experiment=f"{CLAIMS}:try_{key}" if experiment else "",
        experiment_title=tr_noop("Run it with the panel's schedule") if experiment else "",
    )


@hookimpl
def pixelwatt_claims() -> list[Claim]:
    return [
        _claim(
            "warmup_exponential",
            "In warm-up the learning rate rises exponentially.",
            "在 Warm-up 阶段,学习率开始呈指数级拉升。",
            experiment=False,
        ),
        _claim(
            "large_rate_explodes",
            "Too large a rate at the beginning makes gradients explode.",
            "如果此时学习率过大,模型容易在极少的样本面前陷入梯度爆炸。",
        ),
        _claim(
            "decay_converges",
            "Decay is for convergence: smaller steps make the model more stable.",
            "学习率衰减在工程学上通常是为了“收敛”:减小步长可以确保模型更加稳健。",
        ),
        _claim(
            "tiny_rate_overfits",
            "The stability of a tiny learning rate is over-fitting.",
            "极小的学习率带来“稳定”的错觉,这本质上是一种过拟合。",
            experiment=False,
        ),
        _claim(
            "zero_rate_freezes",
            "If the learning rate is almost zero, the parameters stay as they are for ever.",
            "如果学习率几乎为零,那么参数将永远保持不变。",
        ),
        _claim(
            "restart_frees",
            "Raising the rate again lets a frozen run leave its local minimum.",
            "剧烈地调大学习率,可以换取跳出当前局部解的机会。",
        ),
        _claim(
            "restart_only_path",
            "Restarts are the only path to the global optimum.",
            "这种人为制造的“非稳态”是通往全局最优解的唯一路径。",
        ),
    ]
