"""Corrections of what was found about a model, as they are written and kept."""

from __future__ import annotations

import json

import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixelwatt.api import UsageError
from pixelwatt_upscaler.core import model_corrections as corrections
from pixelwatt_upscaler.core import model_listing

from .made_models import upscaler


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("value_range=0..255", "value_range", "0..255"),
        ("layout=NHWC", "layout", "NHWC"),
        ("channels=1", "channels", 1),
        ("scale=4", "scale", 4),
        ("multiple=8", "multiple", 8),
        ("halo=0", "halo", 0),
        ("halo=whole", "halo", None),
    ],
)
def test_each_field_is_read_as_it_is_written(text, field, value):
    assert corrections.read_all([text]) == {field: value}
    assert f"{field}={corrections.written(value)}" == text


@pytest.mark.parametrize(
    "text",
    ["scale", "scale=", "scale=0", "scale=2.5", "scale=²", "halo=-1", "channels=2", "dtype=uint8"],
)
def test_what_cannot_be_says_what_can(text):
    with pytest.raises(UsageError) as caught:
        corrections.read_all([text])
    assert caught.value.remedy


@given(st.text())
def test_any_text_is_read_or_refused(text):
    for field in corrections.CORRECTABLE:
        try:
            corrections.read(field, text)
        except UsageError:
            continue


def test_a_correction_is_remembered_by_content_and_can_be_forgotten(tmp_path):
    path, renamed = tmp_path / "mine.onnx", tmp_path / "other.onnx"
    onnx.save(upscaler(seed=77), path)
    renamed.write_bytes(path.read_bytes())
    model_listing.correct_file(path, ["value_range=0..255", "halo=whole"])
    described = model_listing.describe_file(renamed)
    assert described["value_range"] == "0..255"
    assert described["halo"] is None
    assert described["corrected"] == ["value_range", "halo"]
    json.dumps(described)
    model_listing.correct_file(path, [])
    described = model_listing.describe_file(path)
    assert described["value_range"] == "0..1"
    assert described["corrected"] == []
