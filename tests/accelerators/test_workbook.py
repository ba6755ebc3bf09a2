"""The workbook, read back: its formulas must give what the program gives."""

from __future__ import annotations

import re
from io import BytesIO

import openpyxl
import pytest

from pixelwatt_accelerators.core.compare import table_rows
from pixelwatt_accelerators.core.document import Comparison, Show, Use
from pixelwatt_accelerators.core.uncertainty import study
from pixelwatt_accelerators.core.workbook import workbook


class Calculator:
    """As much of a spreadsheet as our formulas use."""

    def __init__(self, sheet):
        self._sheet = sheet

    def cell(self, name):
        value = self._sheet[name.replace("$", "")].value
        return self.formula(value) if isinstance(value, str) and value.startswith("=") else value

    def block(self, start, end):
        cells = self._sheet[f"{start}:{end}".replace("$", "")]
        return [self.cell(cell.coordinate) for row in cells for cell in row]

    def formula(self, text):
        code = re.sub(
            r'"([^"]*)"',
            lambda m: repr(m.group(1)).replace(">=", "GE").replace("<=", "LE"),
            text[1:],
        )
        code = re.sub(r"(\$?[A-Z]+\$?\d+):(\$?[A-Z]+\$?\d+)", r"block('\1','\2')", code)
        code = re.sub(r"(?<!['A-Z$])(\$?[A-Z]+\$?\d+)(?!['\d(])", r"cell('\1')", code)
        code = code.replace("&", "+AS_TEXT@").replace("<>", "!=")
        code = re.sub(r"\+AS_TEXT@(INDEX\(.*?\)\))\)", r"+str(\1))", code)
        names = {
            "cell": self.cell, "block": self.block, "IF": lambda c, a, b=None: a() if c else b(),
            "MAX": lambda *v: max(_numbers(v)), "MIN": lambda *v: min(_numbers(v)),
            "COUNT": lambda *v: len(_numbers(v)), "MATCH": lambda x, v, _: v.index(x) + 1,
            "INDEX": lambda v, i: v[i - 1], "COUNTIF": _count_if,
        }  # fmt: skip
        return eval(_lazy(code).replace("=", "==").replace("====", "=="), names)


def _numbers(values):
    flat = [x for v in values for x in (v if isinstance(v, list) else [v])]
    return [x for x in flat if isinstance(x, int | float)]


def _count_if(values, condition):
    if not isinstance(condition, str):
        return sum(value == condition for value in _numbers([values]))
    sign, limit = condition[:2], float(condition[2:])
    known = _numbers([values])
    return sum(value >= limit if sign == "GE" else value <= limit for value in known)


def _lazy(code):
    """Wrap the branches of every IF in lambdas, so that only the chosen one is computed."""
    start = code.find("IF(")
    while start > 0 and code[start - 1].isalpha():  # COUNTIF
        start = code.find("IF(", start + 1)
    if start < 0:
        return code
    depth, cuts, position = 0, [], start + 3
    while True:
        character = code[position]
        if character in "([":
            depth += 1
        elif character in ")]":
            if depth == 0:
                break
            depth -= 1
        elif character == "," and depth == 0:
            cuts.append(position)
        position += 1
    condition = code[start + 3 : cuts[0]]
    first, second = code[cuts[0] + 1 : cuts[1]], code[cuts[1] + 1 : position]
    branches = f"lambda: {_lazy(first)}, lambda: {_lazy(second)}"
    return f"{code[:start]}IF({_lazy(condition)}, {branches}){_lazy(code[position + 1 :])}"


@pytest.fixture
def chosen(catalogue):
    return catalogue.select(["tpu_v7", "b200_sxm", "tpu_8t", "h100_sxm"])


@pytest.fixture
def opened(chosen):
    rows = table_rows(chosen, Show())
    data = workbook(study(chosen, Comparison()), rows)
    formulas = openpyxl.load_workbook(BytesIO(data))
    values = openpyxl.load_workbook(BytesIO(data), data_only=True)
    return rows, formulas, values


def test_the_winners_are_formulas_that_agree_with_the_program(opened):
    rows, formulas, values = opened
    sheet, cached = formulas.worksheets[0], values.worksheets[0]
    calculator = Calculator(sheet)
    seen = set()
    for line, row in enumerate(rows, start=2):
        formula = sheet.cell(line, 6).value
        if row.better == "neither":
            assert formula is None
            continue
        assert formula.startswith("=IF(")
        assert calculator.formula(formula) == cached.cell(line, 6).value, row.id
        seen.add(cached.cell(line, 6).value)
    assert {"undecidable", "B200 SXM (HGX)"} & seen


def test_a_tie_of_some_is_one_in_the_workbook_too(catalogue):
    chips = catalogue.select(["tpu_v7", "b200_sxm", "gb200_nvl72"])
    rows = table_rows(chips, Show())
    book = openpyxl.load_workbook(BytesIO(workbook(study(chips, Comparison()), rows)))
    line = [row.id for row in rows].index("link_bidi") + 2
    formula = book.worksheets[0].cell(line, 5).value
    assert Calculator(book.worksheets[0]).formula(formula) == "tie"


def test_the_costs_are_formulas_that_agree_with_the_program(opened, chosen):
    _, formulas, values = opened
    sheet, cached = formulas.worksheets[1], values.worksheets[1]
    calculator = Calculator(sheet)
    checked = 0
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                expected = cached[cell.coordinate].value
                found = calculator.formula(cell.value)
                assert found == (expected if isinstance(expected, str) else pytest.approx(expected))
                checked += 1
    assert checked == 4 * len(chosen)


def test_the_costs_agree_where_attention_is_bound_by_compute(chosen):
    use = Use(model="deepseek_v3", context=131072.0, batch=8.0)
    item = study(chosen, Comparison(use=use))
    found = item.nominal()
    assert (found["step_s"] > found["kv_s"] + found["weights_s"])[1]  # of the B200
    data = workbook(item, table_rows(chosen, Show()))
    sheets = [
        openpyxl.load_workbook(BytesIO(data), data_only=cached).worksheets[1]
        for cached in (False, True)
    ]
    calculator = Calculator(sheets[0])
    line = next(row[0].row for row in sheets[0].iter_rows() if row[0].value == "Decode step (s)")
    for column in range(2, 2 + len(chosen)):
        expected = sheets[1].cell(line, column).value
        found = calculator.formula(sheets[0].cell(line, column).value)
        assert found == (expected if isinstance(expected, str) else pytest.approx(expected))


def test_a_changed_input_changes_the_cost(opened):
    _, formulas, _ = opened
    sheet = formulas.worksheets[1]
    calculator = Calculator(sheet)
    lines = {row[0].value: row[1].coordinate for row in sheet.iter_rows() if row[0].value}
    cost = lines["USD per million tokens"]
    before = calculator.cell(cost)
    sheet[lines["Cost of a chip-hour (USD)"]].value *= 2
    assert calculator.cell(cost) == pytest.approx(2 * before)


def test_unknown_cells_hold_words_and_no_number(opened):
    rows, formulas, _ = opened
    line = [row.id for row in rows].index("fp4") + 2
    assert formulas.worksheets[0].cell(line, 2).value == "undisclosed"


def test_every_known_figure_has_a_line_among_the_sources(opened):
    rows, formulas, _ = opened
    sources = formulas.worksheets[2]
    count = sum(cell is not None for row in rows for cell in row.cells)
    assert sources.max_row == count + 1
