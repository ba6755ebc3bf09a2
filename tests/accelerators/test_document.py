from __future__ import annotations

import contextlib
import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.document import (
    METRICS,
    MONEY_BASES,
    Comparison,
    Money,
    Show,
    Use,
    dumps,
    loads,
)
from pixelwatt_accelerators.core.models import shipped_models
from pixelwatt_accelerators.core.quantities import PRECISIONS

POSITIVE = st.floats(0.001, 1e15)
COMPARISONS = st.builds(
    Comparison,
    chips=st.lists(st.text(max_size=9), max_size=4).map(tuple),
    metric=st.sampled_from(METRICS),
    show=st.builds(
        Show,
        memory_unit=st.sampled_from(["GB", "GiB"]),
        link=st.sampled_from(["uni", "bidi", "pair"]),
        hidden_rows=st.lists(st.text(max_size=9), max_size=3).map(tuple),
    ),
    use=st.builds(
        Use,
        model=st.sampled_from(sorted(shipped_models())),
        precision=st.sampled_from(PRECISIONS),
        batch=POSITIVE,
        chips=st.integers(0, 128),
        communication=st.booleans(),
    ),
    money=st.builds(Money, basis=st.sampled_from(MONEY_BASES), interest=st.floats(0, 1)),
    answers=st.dictionaries(st.text(max_size=6), st.text(max_size=6), max_size=3),
)


@settings(max_examples=60, deadline=None)
@given(COMPARISONS)
def test_a_comparison_survives_its_file(comparison):
    assert loads(dumps(comparison), "c.toml") == comparison


def test_what_a_file_leaves_out_keeps_its_default():
    assert loads("schema = 1\n[use]\nbatch = 8\n", "c.toml") == Comparison(
        use=dataclasses.replace(Use(), batch=8.0)
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[use]\nbacth = 8", "Did you mean “batch”?"),
        ("chisp = []", "Did you mean “chips”?"),
        ("[use]\nbatch = -8", "above zero"),
        ('[use]\nbatch = "8"', "Write it like 32.0"),
        ('metric = "speed"', "usd_per_mtok"),
        ('[use]\nmodel = "gpt9"', "use.model"),
        ("use = 3", "is not a table"),
        ("schema = 99", "newer version"),
        ("= 3", "is not TOML"),
    ],
)
def test_a_wrong_document_is_refused_with_file_key_and_remedy(text, said):
    with pytest.raises(Problem) as caught:
        loads(text, "c.comparison.toml")
    assert "c.comparison.toml" in str(caught.value)
    assert said in str(caught.value)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(Problem):
        loads(text, "c.toml")
