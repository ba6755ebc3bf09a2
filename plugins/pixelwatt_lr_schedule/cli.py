"""``pixelwatt lr``: sample, export, import, lint, identify and score schedules, without Qt."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from pixelwatt.api import Problem, UsageError
from pixelwatt_lr_schedule.text import tr


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    sample = actions.add_parser("sample", help=tr("the learning rate of every update"))
    sample.add_argument("spec", type=Path, help=tr("schedule file (.json or .schedule.toml)"))
    sample.add_argument("--steps", type=int, help=tr("number of updates"))
    sample.add_argument("--json", action="store_true", help=tr("print one JSON document"))

    export = actions.add_parser("export", help=tr("write the code that makes the schedule"))
    export.add_argument("spec", type=Path, help=tr("schedule file (.json or .schedule.toml)"))
    export.add_argument(
        "--to", required=True, choices=["pytorch", "optax", "keras", "hf", "timm"],
        help=tr("dialect of the code"),
    )  # fmt: skip
    export.add_argument(
        "--num-processes", type=int, default=1,
        help=tr("processes of Accelerate, which steps a prepared scheduler once for each"),
    )  # fmt: skip
    export.add_argument("--json", action="store_true", help=tr("print one JSON document"))

    read = actions.add_parser("import", help=tr("read a schedule from Python code, not run"))
    read.add_argument("code", type=Path, help=tr("Python file, - for standard input"))
    read.add_argument("--json", action="store_true", help=tr("print one JSON document"))

    lint = actions.add_parser("lint", help=tr("say what may be wrong, and at which update"))
    lint.add_argument("spec", type=Path, help=tr("schedule file (.json, .schedule.toml or .py)"))
    lint.add_argument("--json", action="store_true", help=tr("print one JSON document"))

    name = actions.add_parser("identify", help=tr("name the schedule behind a log"))
    name.add_argument("log", type=Path, help=tr("TensorBoard, trainer_state.json or CSV"))
    name.add_argument("--json", action="store_true", help=tr("print one JSON document"))

    score = actions.add_parser("score", help=tr("exact and predicted losses of the schedule"))
    score.add_argument("spec", type=Path, help=tr("schedule file (.json or .schedule.toml)"))
    score.add_argument("--weight-decay", type=float, default=0.1)
    score.add_argument("--json", action="store_true", help=tr("print one JSON document"))


def run(args: argparse.Namespace) -> int:
    actions = {
        "sample": _sample,
        "export": _export,
        "import": _import,
        "lint": _lint,
        "identify": _identify,
        "score": _score,
    }
    document, lines = actions[args.action](args)
    if args.json:
        print(json.dumps(document, ensure_ascii=False))
    else:
        print("\n".join(lines))
    return 0


def _text(path: Path) -> str:
    if str(path) == "-":
        return sys.stdin.read()
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise Problem(
            tr("{path} cannot be read: {error}.", path=path, error=error.strerror or error),
            tr("Check the name."),
        ) from None
    except UnicodeDecodeError:
        raise Problem(
            tr("{path} is not a text file.", path=path), tr("Give a text file in UTF-8.")
        ) from None


def _spec(path: Path) -> tuple[Any, dict[str, Any]]:
    """The spec of a file, and all that the file says besides."""
    from pixelwatt_lr_schedule.core import code_in, document
    from pixelwatt_lr_schedule.core.spec import from_json

    text = _text(path)
    if path.suffix == ".toml":
        return document.loads(text).curves[0], {}
    if path.suffix == ".py":
        found = code_in.read_code(text)
        return found.spec, {"training": {"scheduler_first": found.scheduler_first}}
    spec = from_json(text)
    return spec, json.loads(text)


def _sample(args: argparse.Namespace) -> tuple[Any, list[str]]:
    from pixelwatt_lr_schedule.core.sampling import sample
    from pixelwatt_lr_schedule.core.spec import MOST_UPDATES
    from pixelwatt_lr_schedule.core.tables import sample_json

    spec, _ = _spec(args.spec)
    if args.steps is not None:
        if not 0 < args.steps <= MOST_UPDATES:
            raise UsageError(
                tr("--steps is {value}.", value=args.steps),
                tr("Give a whole number from 1 to {most}.", most=MOST_UPDATES),
            )
        spec = replace(spec, steps=args.steps)
    result = sample(spec)
    document = sample_json(result) if args.json else None
    lines = [f"{k}\t{lr:.9g}" for k, lr in enumerate(result.lrs.tolist())] if not args.json else []
    return document, [*lines, *(f"# {warning}" for warning in result.warnings)]


def _export(args: argparse.Namespace) -> tuple[Any, list[str]]:
    from pixelwatt_lr_schedule.core.code_out import export

    if args.num_processes < 1:
        raise UsageError(
            tr("--num-processes is {value}.", value=args.num_processes), tr("Give 1 or more.")
        )
    spec, _ = _spec(args.spec)
    code = export(spec, args.to, args.num_processes)
    return {"dialect": args.to, "code": code}, [code.rstrip("\n")]


def _import(args: argparse.Namespace) -> tuple[Any, list[str]]:
    from pixelwatt_lr_schedule.core.code_in import read_code
    from pixelwatt_lr_schedule.core.spec import to_mapping

    found = read_code(_text(args.code))
    document = {**to_mapping(found.spec), "warnings": list(found.warnings)}
    return document, [json.dumps(document, indent=1, ensure_ascii=False)]


def _lint(args: argparse.Namespace) -> tuple[Any, list[str]]:
    from pixelwatt_lr_schedule.core.lint import lint, training_from

    spec, extra = _spec(args.spec)
    findings = lint(spec, training_from(extra))
    document = {
        "findings": [
            {
                "rule": f.rule,
                "level": f.weight.value,
                "update": f.update,
                "message": f.message,
                "remedy": f.remedy,
            }
            for f in findings
        ]
    }
    lines = [
        f"{f.weight.value}: {tr('update')} {'-' if f.update is None else f.update}: {f.message} "
        f"{f.remedy} [{f.rule}]"
        for f in findings
    ]
    return document, lines or [tr("Nothing found.")]


def _identify(args: argparse.Namespace) -> tuple[Any, list[str]]:
    from pixelwatt_lr_schedule.core.identify import identify
    from pixelwatt_lr_schedule.core.logs import read_log

    log = read_log(args.log)
    found = identify(log)
    document = {
        "library": found.spec.library,
        "schedule": found.spec.schedule,
        "params": dict(found.spec.params),
        "offset": found.offset,
        "max_abs_error": found.max_abs_error,
        "base_lr": found.spec.base_lr,
        "steps": found.spec.steps,
        "points": found.points,
        "certain": found.certain,
        "format": log.format,
        "warnings": list(log.warnings),
    }
    line = tr(
        "{title} {params}, base rate {base}, offset {offset}, largest error {error} over {points} "
        "points",
        title=found.spec.title, params=json.dumps(dict(found.spec.params)),
        base=f"{found.spec.base_lr:.6g}", offset=found.offset,
        error=f"{found.max_abs_error:.3g}", points=found.points,
    )  # fmt: skip
    return document, [line, *(f"# {warning}" for warning in log.warnings)]


def _score(args: argparse.Namespace) -> tuple[Any, list[str]]:
    from pixelwatt_lr_schedule.core.fitted import LLAMA_25M
    from pixelwatt_lr_schedule.core.score import score

    spec, _ = _spec(args.spec)
    result = score(spec, args.weight_decay)
    document = {
        "updates": result.updates,
        "noisy_quadratic": {
            "loss_over_floor": result.quadratic.over_floor,
            "loss": result.quadratic.loss,
            "best_scale": result.quadratic.scale,
        },
        "convex_bound": {"omega": result.convex.omega, "best_scale": result.convex.scale},
        "predicted_llm_loss": result.predicted_loss,
        "fitted_range": {"lowest_lr": LLAMA_25M.lowest_lr, "highest_lr": LLAMA_25M.highest_lr},
        "average": {"half_life": result.average_half_life, "weight_decay": result.weight_decay},
    }
    predicted = result.predicted_loss
    unknown = tr("unknown (outside the fitted range)")
    lines = [
        tr("Loss over floor on the noisy quadratic, tuned: {value}",
           value=f"{result.quadratic.over_floor:.4f}"),
        tr("Convex bound: {value} DG/sqrt(T)", value=f"{result.convex.omega:.4f}"),
        tr("Predicted loss of a 25M LLM: {value}",
           value=unknown if predicted is None else f"{predicted:.4f}"),
        tr("Half of AdamW's final weights come from the last {count} of {total} updates",
           count=result.average_half_life, total=result.updates),
    ]  # fmt: skip
    return document, lines
