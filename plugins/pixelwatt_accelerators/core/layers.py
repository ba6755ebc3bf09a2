"""The tables in force: ours, those of other plugins, and the user's on top.

Other plugins add tables through the hook ``pixelwatt_accelerator_tables`` (see
:mod:`pixelwatt_accelerators.hookspecs`); theirs are of equal standing with ours, so a figure
that contradicts ours is refused. The user's own tables override.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.catalogue import Catalogue
from pixelwatt_accelerators.core.table import (
    join_tables,
    overlay,
    parse_table,
    read_table,
    shipped_catalogue,
)
from pixelwatt_accelerators.hookspecs import AcceleratorTable, contributed_tables
from pixelwatt_accelerators.text import tr


def extension_tables(
    contributions: Iterable[AcceleratorTable],
) -> tuple[Catalogue, list[Problem]]:
    """Our table joined with every sound contribution, and why others were left out."""
    joined = shipped_catalogue()
    problems = []
    for contribution in contributions:
        if contribution.error:
            what = tr(
                "{name} gave no table: {error}.", name=contribution.name, error=contribution.error
            )
            problems.append(Problem(what, tr("Report it to the maker of that plugin.")))
            continue
        try:
            table = parse_table(contribution.toml, contribution.name, origin=contribution.name)
            joined = join_tables(joined, [table], contribution.name)
        except Problem as problem:
            problems.append(problem)
    return joined, problems


def catalogue_with(paths: Sequence[Path]) -> tuple[Catalogue, list[Problem]]:
    """Ours and the plugins' tables with the user's files on top; and what plugins' tables are bad.

    :raises Problem: when one of the user's own files is wrong, or two of them conflict.
    """
    joined, problems = extension_tables(contributed_tables())
    if not paths:
        return joined, problems
    first, *others = (read_table(path, origin=path.name) for path in paths)
    return overlay(joined, join_tables(first, others, tr("your tables"))), problems
