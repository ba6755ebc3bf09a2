"""Listens to a live engine for tests."""

from __future__ import annotations

import threading

PATIENCE_S = 20.0


class Watcher:
    """Collects what the engine says; `until` waits for it without polling the clock."""

    def __init__(self):
        self.engine = None
        self.frames = []
        self.infos = []
        self.problems = []
        self.notices = []
        self.ends = 0
        self.announced = 0
        self.taking = True
        self._changed = threading.Condition()

    def _add(self, change):
        with self._changed:
            change()
            self._changed.notify_all()

    def frame_ready(self):
        def change():
            self.announced += 1
            if self.taking:
                self.frames.append(self.engine.take())

        self._add(change)

    def opened(self, info):
        self._add(lambda: self.infos.append(info))

    def failed(self, problem):
        self._add(lambda: self.problems.append(problem))

    def notice(self, text):
        self._add(lambda: self.notices.append(text))

    def ended(self):
        def change():
            self.ends += 1

        self._add(change)

    def until(self, condition):
        with self._changed:
            assert self._changed.wait_for(condition, PATIENCE_S), "waited in vain"
