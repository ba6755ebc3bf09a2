"""What the benchmarks rest on: their report, and engines that compute what ONNX Runtime does."""

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pytest
from onnx import numpy_helper, parser

HERE = Path(__file__).parent


def load(name):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


peer_engines = load("peer_engines")
PRESENT = [engine for engine in peer_engines.ENGINES if not engine.missing]

CHAIN = """
<ir_version: 8, opset_import: ["" : 17]>
chain (float[1, 1, 12, 20] x) => (float[1, 1, 34, 50] y)
<int64[8] edges = {0, 0, 2, 1, 0, 0, 3, 4}>
{
    padded = Pad <mode = "edge"> (x, edges)
    a = Conv <kernel_shape = [3, 3], pads = [1, 1, 1, 1]> (padded, first, bias)
    b = PRelu (a, slopes)
    c = ConvTranspose <strides = [2, 2], pads = [1, 1, 1, 1], output_padding = [1, 1]> (b, last)
    d = LeakyRelu <alpha = 0.1> (c)
    e = Conv <kernel_shape = [1, 1], strides = [2, 2]> (d, point)
    f = Relu (e)
    y = DepthToSpace <blocksize = 2, mode = "CRD"> (f)
}
"""


WEIGHTS = {
    "first": (8, 1, 3, 3),
    "bias": (8,),
    "slopes": (8, 1, 1),
    "last": (8, 16, 3, 3),
    "point": (4, 16, 1, 1),
}


def chain():
    model = parser.parse_model(CHAIN)
    random = np.random.default_rng(3)
    for name, shape in WEIGHTS.items():
        values = random.normal(0, 0.5, shape).astype(np.float32)
        model.graph.initializer.append(numpy_helper.from_array(values, name))
    return model


@pytest.mark.parametrize("engine", PRESENT, ids=lambda engine: engine.title)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_engine_that_is_here_computes_what_onnx_runtime_does(engine):
    model = chain()
    picture = np.random.default_rng(4).random((1, 1, 12, 20), np.float32)
    expected = peer_engines.onnx_runtime(model, picture, 1)()
    result = np.array(engine.prepare(model, picture, 1)())
    np.testing.assert_allclose(result, expected, atol=1e-4)


def test_engine_that_computes_something_else_is_said_to():
    sys.path.insert(0, str(HERE))
    try:
        engines = load("bench_engines")
    finally:
        sys.path.remove(str(HERE))
    right = np.ones((1, 1, 4, 4), np.float32)
    assert engines._difference(right + 1e-6, right).startswith("differs by 1e-06")
    assert "something else" in engines._difference(right * 1.01, right)
    assert "something else" in engines._difference(right * np.nan, right)
    assert "(1, 1, 2, 2)" in engines._difference(right[:, :, :2, :2], right)


def test_report_keeps_the_tables_that_were_not_measured_again():
    run = load("run")
    report = (
        "# Benchmarks\n\nHow to read it.\n\n"
        f"## Later\n\n{run.command_of('later')}, then.\n\n{run.as_table([('a', '1')])}\n\n"
        f"{run.BY_HAND}\n## By hand\n"
    )
    table = f"## Earlier\n\n{run.command_of('earlier')}, now.\n\n{run.as_table([('b', '2')])}\n"
    both = run.with_tables(report, {"earlier": table})
    assert both.index("## Earlier") < both.index("| b | 2 |") < both.index("## Later")
    assert both.startswith("# Benchmarks\n\nHow to read it.\n\n## Earlier")
    assert "| a | 1 |" in both
    assert both.endswith(f"{run.BY_HAND}\n## By hand\n")
    assert run.with_tables(both, {"earlier": table}) == both
