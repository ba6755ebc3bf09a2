"""The output size that a machine sustains."""

from __future__ import annotations

from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.live_auto import ENOUGH_MS, SAMPLES, AutomaticOutput

HD = Size(1280, 720)


def fed(output, milliseconds, frames=SAMPLES + 1, rate=30.0):
    return [output.observe(milliseconds, rate) for _ in range(frames)]


def test_a_fast_machine_keeps_the_source_size():
    output = AutomaticOutput()
    assert not any(fed(output, 20.0))
    assert output.size(HD) == HD
    assert not output.reduced


def test_a_slower_one_goes_down_as_far_as_it_must():
    output = AutomaticOutput()
    # 70 ms at full size are 39 ms at three quarters of each side, within 1.25 / 30 s.
    assert fed(output, 70.0)[-1]
    assert output.size(HD) == (960, 540)


def test_a_very_slow_one_is_known_at_once_and_stops_at_half():
    output = AutomaticOutput()
    changes = [output.observe(ENOUGH_MS + 1, 30.0) for _ in range(2)]
    assert changes == [False, True], "the first frame pays for memory and caches"
    assert output.size(HD) == (640, 360)


def test_the_fastest_frame_counts_because_others_waited_for_something_else():
    output = AutomaticOutput()
    output.observe(20.0, 30.0)
    for milliseconds in (90.0, 80.0, 25.0, 90.0, 85.0, 70.0):
        output.observe(milliseconds, 30.0)
    assert not output.reduced


def test_sizes_are_even_and_never_go_up_by_themselves():
    output = AutomaticOutput()
    fed(output, 400.0)
    assert output.size(Size(853, 479)) == (426, 240)
    fed(output, 1.0)
    assert output.reduced
    output.restart()
    assert not output.reduced
