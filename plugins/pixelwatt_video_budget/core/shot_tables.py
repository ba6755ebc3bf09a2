"""Shots as rows of a table: what is pasted, and CSV and XLSX files."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.plan import Shot
from pixelwatt_video_budget.core.shot_reader import read_shot
from pixelwatt_video_budget.text import tr

MOST_ROWS = 20_000
LARGEST_FILE = 32 * 1024 * 1024
COLUMNS = {
    "scene": ("scene", "场", "场次", "场景"),
    "name": ("shot", "name", "clip", "镜头", "镜号", "名称"),
    "seconds": ("seconds", "duration", "length", "sec", "s", "秒", "秒数", "时长"),
    "count": ("count", "number", "qty", "数量", "条数"),
    "usable_rate": ("usable rate", "usable_rate", "yield", "rate", "良品率", "可用率"),
    "price": ("price", "price row", "price_row", "model", "价格", "模型"),
    "per_second": ("per second", "per_second", "price per second", "每秒价格", "单价"),
    "tier": ("tier", "级别", "等级"),
    "kept": ("kept", "保留"),
    "tried": ("tried", "tries", "试拍", "尝试"),
    "review_seconds": ("review", "review seconds", "review_seconds", "审片秒数", "审片"),
    "review_per_hour": ("review per hour", "review_per_hour", "审片时薪"),
    "notes": ("notes", "note", "comment", "备注"),
}
_PLAIN = ("name", "scene", "seconds", "count", "usable_rate", "price", "tier",
          "review_seconds", "review_per_hour", "notes")  # fmt: skip


def read_pasted(text: str) -> tuple[list[Shot], list[str]]:
    """Shots from text copied from a spreadsheet (tabs) or a CSV file.

    Returns them with one line for each row that had to be left out.
    """
    if len(text) > LARGEST_FILE:
        raise Problem(tr("The pasted text is too long."))
    first = text.lstrip("\ufeff\r\n").split("\n", 1)[0]
    separator = max("\t,;", key=first.count)
    lines = io.StringIO(text.lstrip("\ufeff").replace("\0", ""), newline="")
    try:
        rows = list(csv.reader(lines, delimiter=separator))
    except csv.Error as error:
        raise Problem(tr("The table cannot be read: {reason}.", reason=error)) from error
    return read_rows(rows)


def read_file(path: Path) -> tuple[list[Shot], list[str]]:
    """Shots from a CSV, TSV or XLSX file."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Problem(tr("{file} is too large.", file=path.name))
        if path.suffix.lower() == ".xlsx":
            return read_rows(_xlsx_rows(path))
        data = path.read_bytes()
    except OSError as error:
        raise Problem(
            tr("{file} cannot be read: {reason}.", file=path.name,
               reason=error.strerror or str(error))
        ) from error  # fmt: skip
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Chinese editions of Excel write CSV in GB 18030.
        text = data.decode("gb18030", errors="replace")
    return read_pasted(text)


def _xlsx_rows(path: Path) -> list[list[Any]]:
    import openpyxl

    try:
        with zipfile.ZipFile(path) as archive:
            if sum(item.file_size for item in archive.infolist()) > 20 * LARGEST_FILE:
                raise Problem(tr("{file} is too large.", file=path.name))
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = [list(row) for row in sheet.iter_rows(max_row=MOST_ROWS + 1, values_only=True)]
        book.close()
    except Problem:
        raise
    # A broken workbook makes openpyxl trip over almost anything: XML, keys, zip, types.
    except Exception as error:
        raise Problem(
            tr("{file} cannot be read as a workbook.", file=path.name),
            tr("Save it again as .xlsx, or as CSV."),
        ) from error
    return rows


def read_rows(rows: Iterable[Sequence[Any]]) -> tuple[list[Shot], list[str]]:
    """Shots from rows of cells; the first row names the columns, in English or Chinese.

    Without a header the columns are taken as name, seconds, usable rate, price.
    """
    filled = [row for row in rows if any(str(cell or "").strip() for cell in row)]
    if not filled:
        raise Problem(tr("The table is empty."))
    columns = header(filled[0])
    body = filled[1:]
    if "seconds" not in columns:
        columns = {key: i for i, key in enumerate(("name", "seconds", "usable_rate", "price"))}
        body = filled
    shots: list[Shot] = []
    warnings: list[str] = []
    if len(body) > MOST_ROWS:
        warnings.append(tr("Only the first {most} rows were read.", most=MOST_ROWS))
    for number, row in enumerate(body[:MOST_ROWS], start=len(filled) - len(body) + 1):
        try:
            shots.append(_shot(row, columns, number, warnings))
        except Problem as problem:
            warnings.append(tr("Row {number} is left out: {problem}", number=number,
                               problem=problem))  # fmt: skip
    if not shots:
        raise Problem(warnings[0] if warnings else tr("The table has no shots."))
    return shots, warnings


def header(row: Sequence[Any]) -> dict[str, int]:
    """Which column means what."""
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        name = str(cell or "").strip().lower()
        for key, names in COLUMNS.items():
            if name in names and key not in found:
                found[key] = index
    return found


def _shot(row: Sequence[Any], columns: dict[str, int], number: int, warnings: list[str]) -> Shot:
    def cell(key: str) -> str:
        index = columns.get(key)
        value = row[index] if index is not None and index < len(row) else None
        return "" if value is None else str(value).strip()

    table: dict[str, Any] = {key: cell(key) for key in _PLAIN if cell(key)}
    if cell("kept") and cell("tried"):
        table["pilot"] = {"kept": cell("kept"), "tried": cell("tried")}
    if cell("per_second"):
        table["price"] = {"per_second": cell("per_second")}
    return read_shot(table, tr("Row {number}", number=number), warnings)
