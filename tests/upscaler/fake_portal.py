"""A desktop's screen-cast portal on a D-Bus of its own, which answers as a test says."""

from __future__ import annotations

import os
import threading
from contextlib import suppress

PATH = "/org/freedesktop/portal/desktop"
NAME = "org.freedesktop.portal.Desktop"
SCREEN_CAST = "org.freedesktop.portal.ScreenCast"


class FakePortal:
    """Serves one client at a time on a thread; what it was asked is in ``asked``."""

    def __init__(self, address):
        from jeepney import message_bus
        from jeepney.io.blocking import Proxy, open_dbus_connection

        self.properties = {"version": 4, "AvailableSourceTypes": 3, "AvailableCursorModes": 3}
        self.response = 0
        """Of ``Start``: 0 granted, 1 the person refused, 2 it failed; None never comes."""
        self.results = {
            "streams": ("a(ua{sv})", [(42, {"source_type": ("u", 2), "size": ("(ii)", (6, 4))})]),
            "restore_token": ("s", "again"),
        }
        self.asked = []
        self.session = ""
        self.reader, self.writer = os.pipe()
        """What is passed for PipeWire's connection, and its other end."""
        self.seen_start = threading.Event()
        self._connection = open_dbus_connection(address, enable_fds=True)
        self._own_lock = threading.Lock()
        Proxy(message_bus, self._connection).RequestName(NAME)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close_session(self):
        """As the desktop's own "Stop sharing" does."""
        self._signal(self.session, "org.freedesktop.portal.Session", "Closed", None, ())

    def stop(self):
        """As when the desktop's portal crashes or the user logs out."""
        self._stopping.set()
        self._thread.join()
        self._connection.close()
        for end in (self.reader, self.writer):
            with suppress(OSError):
                os.close(end)

    def options(self, method):
        """What a method was asked with, plain."""
        (options,) = [body[-1] for name, body in self.asked if name == method]
        return {key: value for key, (_signature, value) in options.items()}

    def _serve(self):
        from jeepney import MessageType

        while not self._stopping.is_set():
            try:
                message = self._connection.receive(timeout=0.02)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _answer(self, message):
        from jeepney import HeaderFields, new_error, new_method_return

        fields, body = message.header.fields, message.body
        member, sender = fields[HeaderFields.member], fields[HeaderFields.sender]
        if member == "Get":
            value = self.properties.get(body[1])
            if value is None:
                name = "org.freedesktop.DBus.Error.InvalidArgs"
                self._send(new_error(message, name, "s", (f"No such interface “{body[0]}”",)))
            else:
                self._send(new_method_return(message, "v", (("u", value),)))
            return
        self.asked.append((member, body))
        if member == "OpenPipeWireRemote":
            self._send(new_method_return(message, "h", (self.reader,)))
            return
        client = sender.lstrip(":").replace(".", "_")
        options = body[-1]
        request = f"{PATH}/request/{client}/{options['handle_token'][1]}"
        if member == "CreateSession":
            self.session = f"{PATH}/session/{client}/{options['session_handle_token'][1]}"
            self._send(new_method_return(message, "o", (request,)))
            self._respond(request, 0, {"session_handle": ("s", self.session)})
        elif member == "SelectSources":
            # Allowed: the answer may come before the reply.
            self._respond(request, 0, {})
            self._send(new_method_return(message, "o", (request,)))
        elif member == "Start":
            self._send(new_method_return(message, "o", (request,)))
            if self.response is not None:
                granted = self.response == 0
                self._respond(request, self.response, self.results if granted else {})
            self.seen_start.set()

    def _respond(self, request, code, results):
        interface = "org.freedesktop.portal.Request"
        self._signal(request, interface, "Response", "ua{sv}", (code, results))

    def _signal(self, path, interface, member, signature, body):
        from jeepney import DBusAddress, new_signal

        emitter = DBusAddress(path, bus_name=NAME, interface=interface)
        self._send(new_signal(emitter, member, signature, body))

    def _send(self, message):
        with self._own_lock:
            self._connection.send(message)
