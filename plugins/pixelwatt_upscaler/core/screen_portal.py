"""Asks a Wayland desktop's portal for a screen or a window, which the person chooses in its dialog.

The interface is ``org.freedesktop.portal.ScreenCast``. What comes back is a connection to PipeWire
that can see nothing but the chosen stream.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from enum import IntFlag
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from pixelwatt.api import Available, Problem, Unavailable
from pixelwatt_upscaler.text import tr

from . import pipewire_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

_BUS_NAME = "org.freedesktop.portal.Desktop"
_OBJECT = "/org/freedesktop/portal/desktop"
_SCREEN_CAST = "org.freedesktop.portal.ScreenCast"
_REQUEST = "org.freedesktop.portal.Request"
_SESSION = "org.freedesktop.portal.Session"

ANSWER_S = 25.0
"""How long the portal may take to answer a call, which may have to start it first; D-Bus's own
limit. The person at the dialog has as long as they like."""
_LOOK_UP_S = 0.05
"""How often cancelling is looked for while the dialog is open."""
_CURSOR_EMBEDDED = 2
_UNTIL_REVOKED = 2
_PERSISTS_FROM_VERSION = 4
_GRANTED, _CANCELLED = 0, 1
_LACKING = ("ServiceUnknown", "NameHasNoOwner", "UnknownInterface", "UnknownMethod",
            "UnknownObject", "UnknownProperty", "InvalidArgs")  # fmt: skip
"""The last words of D-Bus errors that say that there is no such portal."""


class SourceKind(IntFlag):
    """What a stream shows, and what a portal offers."""

    SCREEN = 1
    WINDOW = 2


@dataclass(frozen=True, slots=True)
class Granted:
    """What the person allowed."""

    fd: int
    """A connection to PipeWire; whoever takes it closes it."""
    node: int
    kind: SourceKind | None
    """None where the desktop does not say."""
    token: str
    """Lets the same be had again without a dialog, once; empty where the desktop gives none."""


def needed() -> bool:
    """Whether this is a Wayland session, where only the portal can show the screen."""
    return bool(os.environ.get("WAYLAND_DISPLAY"))


def availability() -> Available | Unavailable:
    """Whether a portal can be asked; without asking it, because that may start it."""
    if not _bus_address():
        return Unavailable(
            tr("on Wayland the desktop's portal is needed, and no D-Bus session bus runs"),
            tr("Start Pixelwatt from the desktop."),
        )
    try:
        pipewire_library.library()
    except (OSError, AttributeError) as error:
        return Unavailable(
            tr("on Wayland PipeWire's library is needed: {why}", why=error),
            tr("Install PipeWire (Debian and Ubuntu: libpipewire-0.3-0; Fedora: pipewire-libs)."),
        )
    return Available(tr("through the desktop's portal"))


class PortalSession:
    """One sharing of a screen or a window; it ends with `close`, or when the desktop ends it."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self._handle = ""
        self._has_ended = False

    @classmethod
    def connect(cls) -> PortalSession:
        """Raises `Problem` where there is no session bus."""
        from jeepney.io.blocking import open_dbus_connection

        try:
            return cls(open_dbus_connection(_bus_address(), enable_fds=True))
        except (OSError, RuntimeError, StopIteration, ValueError) as error:
            raise _refused(
                str(error) or "D-Bus", tr("Start Pixelwatt from the desktop.")
            ) from error

    def ask(self, check: Callable[[], None], token: str = "") -> Granted:
        """Open the dialog, or use ``token`` instead, and wait for the answer.

        ``check`` is called several times a second and may raise to give up. Raises `Problem` for
        a refusal. After an exception, `close` is due.
        """
        try:
            return self._ask(check, token)
        except TimeoutError as error:
            raise _refused(
                tr("the desktop's portal does not answer"), tr("Log in again, then try again.")
            ) from error
        except OSError as error:
            raise _refused(str(error), tr("Log in again, then try again.")) from error

    def ended(self) -> bool:
        """Whether the desktop ended the sharing, by its own button or with the window."""
        try:
            while not self._has_ended:
                self._note(self._connection.receive(timeout=0))
        except TimeoutError:
            pass
        except (OSError, ValueError):
            self._has_ended = True
        return self._has_ended

    def close(self) -> None:
        """The desktop ends the sharing when the connection goes, whatever state it is in."""
        self._connection.close()

    def _ask(self, check: Callable[[], None], token: str) -> Granted:
        version = self._property("version")
        offered = self._property("AvailableSourceTypes") & (SourceKind.SCREEN | SourceKind.WINDOW)
        self._listen()
        self._handle = self._session_handle(check)
        options: dict[str, tuple[str, Any]] = {
            "types": ("u", int(offered or SourceKind.SCREEN)),
            "multiple": ("b", False),
        }
        if version >= 2 and self._property("AvailableCursorModes") & _CURSOR_EMBEDDED:
            options["cursor_mode"] = ("u", _CURSOR_EMBEDDED)
        if version >= _PERSISTS_FROM_VERSION:
            options["persist_mode"] = ("u", _UNTIL_REVOKED)
            if token:
                options["restore_token"] = ("s", token)
        self._request(check, "SelectSources", "oa{sv}", self._handle, options)
        started = self._request(check, "Start", "osa{sv}", self._handle, "", {})
        streams = _value(started, "streams", [])
        if not streams:
            raise _refused(tr("the desktop shares nothing"), tr("Choose it again."))
        node, properties = streams[0]
        (descriptor,) = self._call("OpenPipeWireRemote", "oa{sv}", self._handle, {})
        kind = _kind(_value(properties, "source_type", 0), offered)
        return Granted(
            fd=descriptor.to_raw_fd(),
            node=int(node),
            kind=kind,
            token=str(_value(started, "restore_token", "")),
        )

    def _session_handle(self, check: Callable[[], None]) -> str:
        options = {"session_handle_token": ("s", _fresh_name())}
        created = self._request(check, "CreateSession", "a{sv}", options)
        return str(_value(created, "session_handle", ""))

    def _listen(self) -> None:
        from jeepney import MatchRule, message_bus

        for interface, member in ((_REQUEST, "Response"), (_SESSION, "Closed")):
            rule = MatchRule(type="signal", sender=_BUS_NAME, interface=interface, member=member)
            self._reply(message_bus.AddMatch(rule))

    def _request(
        self, check: Callable[[], None], method: str, signature: str, *body: Any
    ) -> dict[str, Any]:
        """Call a method that answers later, by a signal, and wait for that."""
        *arguments, options = body
        options = {**options, "handle_token": ("s", _fresh_name())}
        answers: dict[str, tuple[int, dict[str, Any]]] = {}
        (path,) = self._call(method, signature, *arguments, options, answers=answers)
        while path not in answers:
            check()
            if self._has_ended:
                raise _ended_early()
            try:
                self._note(self._connection.receive(timeout=_LOOK_UP_S), answers)
            except TimeoutError:
                continue
        code, results = answers[path]
        if code == _GRANTED:
            return results
        if code == _CANCELLED:
            raise Problem(
                tr("No screen or window was chosen."),
                tr("Choose again, and allow it in the desktop's dialog."),
            )
        raise _ended_early()

    def _property(self, name: str) -> int:
        from jeepney import DBusAddress, Properties

        address = DBusAddress(_OBJECT, bus_name=_BUS_NAME, interface=_SCREEN_CAST)
        (value,) = self._reply(Properties(address).get(name))
        return int(value[1])

    def _call(
        self, method: str, signature: str, *body: Any, answers: dict[str, Any] | None = None
    ) -> tuple[Any, ...]:
        from jeepney import DBusAddress, new_method_call

        address = DBusAddress(_OBJECT, bus_name=_BUS_NAME, interface=_SCREEN_CAST)
        return self._reply(new_method_call(address, method, signature, body), answers)

    def _reply(self, message: Message, answers: dict[str, Any] | None = None) -> tuple[Any, ...]:
        """Send a call and wait for its reply; signals that come before it are noted."""
        from jeepney import HeaderFields, MessageType

        serial = next(self._connection.outgoing_serial)
        self._connection.send(message, serial=serial)
        deadline = monotonic() + ANSWER_S
        while True:
            received = self._connection.receive(timeout=max(deadline - monotonic(), 0))
            if received.header.fields.get(HeaderFields.reply_serial) != serial:
                self._note(received, answers)
            elif received.header.message_type is MessageType.error:
                raise _no_portal(received)
            else:
                return tuple(received.body)

    def _note(self, message: Message, answers: dict[str, Any] | None = None) -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        if message.header.message_type is not MessageType.signal:
            return
        signal = (fields.get(HeaderFields.interface), fields.get(HeaderFields.member))
        path = str(fields.get(HeaderFields.path))
        if signal == (_REQUEST, "Response") and answers is not None:
            answers[path] = message.body
        elif signal == (_SESSION, "Closed") and path == self._handle:
            self._has_ended = True


def _bus_address() -> str:
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if address:
        return address
    usual = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nonexistent") / "bus"
    return f"unix:path={usual}" if usual.exists() else ""


def _fresh_name() -> str:
    return f"pixelwatt_{secrets.token_hex(8)}"


def _value(results: dict[str, Any], name: str, missing: Any) -> Any:
    """What a variant holds; D-Bus gives it with its signature."""
    return results[name][1] if name in results else missing


def _kind(stated: int, offered: int) -> SourceKind | None:
    """What is shown; the portal of wlroots 0.7 calls its screens windows, which it has none of."""
    number = stated if stated & offered else offered
    return SourceKind(number) if number in (SourceKind.SCREEN, SourceKind.WINDOW) else None


def _no_portal(error: Message) -> Problem:
    from jeepney import HeaderFields

    name = str(error.header.fields.get(HeaderFields.error_name, ""))
    if name.rpartition(".")[2] in _LACKING:
        return _refused(
            tr("the desktop has no portal that shares the screen"),
            tr("Install xdg-desktop-portal and your desktop's part of it, such as "
               "xdg-desktop-portal-gnome, -kde or -wlr, then log in again."),
        )  # fmt: skip
    said = str(error.body[0]) if error.body else name
    return _refused(said, tr("Log in again, then try again."))


def _ended_early() -> Problem:
    return _refused(
        tr("the desktop ended the request"),
        tr("Choose it again; if that does not help, look at the messages of xdg-desktop-portal."),
    )


def _refused(why: str, remedy: str) -> Problem:
    return Problem(tr("The screen cannot be read: {why}.", why=why.rstrip(".")), remedy)
