"""The claims of every plugin as a list to show and filter, checked one by one off the UI thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)

from pixelwatt.api import Claim, ClaimResult, Job, Progress, Verdict
from pixelwatt.claims import CheckedClaim, check_claim
from pixelwatt.plugin_host import Contributed, PluginHost
from pixelwatt.text import translate
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from pixelwatt.workbench import Workbench

CLAIM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
RESULT_ROLE = int(Qt.ItemDataRole.UserRole) + 2
PENDING = "pending"
Index = QModelIndex | QPersistentModelIndex


class _Mail(QObject):
    """Carries results to the UI thread; the worker may outlive the model it works for."""

    checked = Signal(int, object)


class ClaimsModel(QAbstractListModel):
    """Every claim, in order of plugin, with what its check said as soon as that is known."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._claims: list[Contributed[Claim]] = workbench.host.collect("pixelwatt_claims")
        self._results: dict[int, CheckedClaim] = {}
        self._mail = _Mail()
        self._mail.checked.connect(self._take)
        self._job: Job | None = None
        self.complete = not self._claims

    def check_all(self) -> None:
        """Start the checks; rows change as they end."""
        if self._claims:
            work = partial(_check, self._workbench.host, tuple(self._claims), self._mail)
            self._job = self._workbench.jobs.start(tr("Checking the claims"), work, quiet=True)

    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def contributed(self, row: int) -> Contributed[Claim]:
        return self._claims[row]

    def checked(self, row: int) -> CheckedClaim | None:
        return self._results.get(row)

    def verdict(self, row: int) -> str:
        """A verdict's value, ``"error"`` where the check raised, or ``PENDING``."""
        checked = self.checked(row)
        return checked.verdict if checked is not None else PENDING

    def counts(self) -> Counter[str]:
        return Counter(self.verdict(row) for row in range(len(self._claims)))

    def statement(self, row: int) -> str:
        claim = self._claims[row].item
        chinese = self._workbench.language == "zh_CN" and claim.statement_zh
        return claim.statement_zh if chinese else claim.statement

    def topic(self, row: int) -> str:
        contributed = self._claims[row]
        topic = contributed.item.topic
        return translate(contributed.plugin.package, topic) if topic else contributed.plugin.name

    def topics(self) -> list[str]:
        return list(dict.fromkeys(self.topic(row) for row in range(len(self._claims))))

    def set_result(self, row: int, result: ClaimResult) -> None:
        """Replace what a claim's check said by what its experiment found."""
        contributed = self._claims[row]
        self._take(row, CheckedClaim(contributed.item, contributed.plugin.name, result))

    def searchable(self, row: int) -> str:
        claim, checked = self._claims[row].item, self.checked(row)
        arithmetic = checked.result.arithmetic if checked and checked.result else ""
        parts = (claim.statement, claim.statement_zh, self.topic(row), claim.source.title,
                 claim.id, arithmetic)  # fmt: skip
        return "\n".join(parts).lower()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._claims)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.statement(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{verdict_word(self.verdict(row))}: {self.statement(row)}"
        if role == CLAIM_ROLE:
            return self._claims[row].item
        if role == RESULT_ROLE:
            return self.checked(row)
        return None

    @Slot(int, object)
    def _take(self, row: int, checked: CheckedClaim) -> None:
        self._results[row] = checked
        self.complete = len(self._results) == len(self._claims)
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)


def _check(
    host: PluginHost, claims: Sequence[Contributed[Claim]], mail: _Mail, progress: Progress
) -> None:
    for row, contributed in enumerate(claims):
        progress.check()
        mail.checked.emit(row, check_claim(host, contributed))


class ClaimsFilter(QSortFilterProxyModel):
    """Claims that hold all words typed, of one verdict and one topic."""

    def __init__(self, source: ClaimsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._words: list[str] = []
        self._verdict = ""
        self._topic = ""
        self.setSourceModel(source)

    def set_text(self, text: str) -> None:
        self._change(lambda: setattr(self, "_words", text.lower().split()))

    def set_verdict(self, verdict: str) -> None:
        self._change(lambda: setattr(self, "_verdict", verdict))

    def set_topic(self, topic: str) -> None:
        self._change(lambda: setattr(self, "_topic", topic))

    def rows(self) -> list[int]:
        """Rows of the source that are shown, in order."""
        return [self.mapToSource(self.index(row, 0)).row() for row in range(self.rowCount())]

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        source = self._source
        if self._verdict and source.verdict(row) != self._verdict:
            return False
        if self._topic and source.topic(row) != self._topic:
            return False
        text = source.searchable(row) if self._words else ""
        return all(word in text for word in self._words)

    def _change(self, change: Callable[[], None]) -> None:
        self.beginFilterChange()
        change()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)


def verdict_word(verdict: str) -> str:
    """A verdict, an error or a wait, in the user's language."""
    words = {
        str(Verdict.SUPPORTED): tr("supported"),
        str(Verdict.CONTRADICTED): tr("contradicted"),
        str(Verdict.UNDECIDABLE): tr("undecidable"),
        "error": tr("check failed"),
        PENDING: tr("checking…"),
    }
    return words[verdict]
