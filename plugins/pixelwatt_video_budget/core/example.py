"""The plan that the panel opens on: a 62-second brand film, made in three ways."""

from __future__ import annotations

from dataclasses import replace

from pixelwatt_video_budget.core.plan import Plan
from pixelwatt_video_budget.core.plan_reader import parse_plan
from pixelwatt_video_budget.text import tr

_EXAMPLE = """
version = 1
currency = "USD"
confidence = 0.9
[pilots]
people = { kept = 3, tried = 14 }
[[shot]]
scene = "1"
name = "Harbour at dawn"
seconds = 8
usable_rate = 0.35
price = { per_second = "0.15" }
whole_lengths = [4, 6, 8]
review_seconds = 40
review_per_hour = "45"
[[shot]]
scene = "1"
name = "Gulls over the boats"
seconds = 5
usable_rate = 0.35
price = { per_second = "0.15" }
whole_lengths = [4, 6, 8]
review_seconds = 40
review_per_hour = "45"
[[shot]]
scene = "2"
name = "Girl with a coffee cup"
seconds = 11
pilot = "people"
price = { per_second = "0.40" }
whole_lengths = [4, 6, 8]
review_seconds = 60
review_per_hour = "45"
[[shot]]
scene = "2"
name = "Two friends embrace"
seconds = 8
pilot = "people"
price = { per_second = "0.40" }
whole_lengths = [4, 6, 8]
review_seconds = 60
review_per_hour = "45"
[[shot]]
scene = "3"
name = "City at night, from above"
seconds = 6
count = 3
usable_rate = 0.25
price = { per_clip = "0.49", clip_seconds = 6 }
review_seconds = 40
review_per_hour = "45"
[[shot]]
scene = "3"
name = "Title and end card"
seconds = 4
tier = "L3"
[[shot]]
scene = "4"
name = "Dragon over the castle"
seconds = 8
pilot = { kept = 1, tried = 12 }
price = { per_second = "0.40" }
whole_lengths = [4, 6, 8]
review_seconds = 60
review_per_hour = "45"
fallback = "L5"
[[scenario]]
name = "Half as usable"
usable_rate_factor = 0.5
[[scenario]]
name = "Prices up by a half"
price_factor = 1.5
[schedule]
slots = 4
latency_seconds = 73
requests_per_minute = 10
reviewers = 1
"""


def example_plan() -> Plan:
    """The example, in the user's language."""
    names = {
        "Harbour at dawn": tr("Harbour at dawn"),
        "Gulls over the boats": tr("Gulls over the boats"),
        "Girl with a coffee cup": tr("Girl with a coffee cup"),
        "Two friends embrace": tr("Two friends embrace"),
        "City at night, from above": tr("City at night, from above"),
        "Title and end card": tr("Title and end card"),
        "Dragon over the castle": tr("Dragon over the castle"),
        "Half as usable": tr("Half as usable"),
        "Prices up by a half": tr("Prices up by a half"),
    }
    plan, _ = parse_plan(_EXAMPLE)
    people = tr("people")
    shots = [
        replace(shot, name=names[shot.name], pilot=people if shot.pilot == "people" else shot.pilot)
        for shot in plan.shots
    ]
    last = replace(shots[-1], notes=tr("given up for a filmed plate if luck does not turn"))
    return replace(
        plan,
        title=tr("Example: brand film, 62 seconds"),
        shots=(*shots[:-1], last),
        pilots={people: plan.pilots["people"]},
        scenarios=tuple(replace(s, name=names[s.name]) for s in plan.scenarios),
    )
