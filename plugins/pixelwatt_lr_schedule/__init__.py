"""LR-schedule visualiser: exact schedules and what they do to an optimiser."""
