"""Server: waitress, stopped gently: no new requests, the running ones finished, the last byte delivered."""

import errno
import logging
import resource
import signal
import socket
import time
from collections.abc import Callable
from copy import copy
from datetime import date
from typing import Any, ClassVar
from weakref import WeakSet

import click
from flask import Flask
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import create_server

from participation.cli.errands import today
from participation.web import uploads
from participation.web.current import SESSION_COOKIE

Listener = socket.socket

MOST_CONNECTIONS = 1000
SECONDS_TO_FINISH = 25
SETTINGS: dict[str, Any] = {
    "threads": 8,
    "connection_limit": MOST_CONNECTIONS,
    "channel_timeout": 30,
    "cleanup_interval": 10,
    "ident": None,
    "max_request_header_size": 16 * 1024,
    "asyncore_use_poll": True,
}
"""`select` gives up beyond 1024 open files; `poll` does not."""
MOST_LONG_BODIES = 16
"""At a time: who sends one has only said that they are signed in, and bodies wait on the disk."""
ROOM_FOR_A_REFUSAL = 4
"""The application refuses a body that is too long in plain words; waitress only what is far longer."""


def listen(host: str, port: int) -> Listener:
    """Take the port. Say in one line why, when it cannot be had."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family, backlog=1024)
    except socket.gaierror:
        raise click.ClickException(f"{host} is no address of this machine") from None
    except OSError as failure:
        taken = failure.errno == errno.EADDRINUSE
        why = "is taken: choose another with --port" if taken else f"cannot be had: {failure.strerror}"
        raise click.ClickException(f"{host} port {port} {why}") from None


def address_of(listener: Listener) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class Request(HTTPRequestParser):
    """A body may be long where signed-in people hand in files; everywhere else it stays short."""

    adj: Any
    long: ClassVar[WeakSet["Request"]] = WeakSet()

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        may = self.path.startswith(uploads.BELOW) and SESSION_COOKIE in self.headers.get("COOKIE", "")
        if may and len(self.long) < MOST_LONG_BODIES:
            self.long.add(self)
            roomy = copy(self.adj)
            roomy.max_request_body_size = uploads.MOST_TOGETHER * 2
            self.adj = roomy


class Channel(HTTPChannel):
    parser_class = Request


class Server:
    """One listening socket, eight threads, and a loop that knows when to stop."""

    def __init__(self, app: Flask, listener: Listener, daily: Callable[[], object]) -> None:
        longest = int(app.config["MAX_CONTENT_LENGTH"]) * ROOM_FOR_A_REFUSAL
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        _make_room_for(MOST_CONNECTIONS)
        from_proxies = {"clear_untrusted_proxy_headers": not int(app.config["TRUSTED_PROXIES"])}
        settings = {**SETTINGS, **from_proxies, "max_request_body_size": longest}
        self.waitress: Any = create_server(app, sockets=[listener], **settings)
        self.waitress.channel_class = Channel
        self.daily = Daily(daily)
        self.stopping = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)

    def run(self) -> None:
        """Serve until SIGTERM or SIGINT, and then finish what is begun. A second signal stops at once."""
        while not self.stopping:
            if self.daily.is_due():
                self.waitress.add_task(self.daily)
            self._turn()
        self._shut()
        self._finish(time.monotonic() + SECONDS_TO_FINISH)

    def _stop(self, number: int, _frame: object) -> None:
        self.stopping = True
        signal.signal(number, signal.SIG_DFL)
        self.waitress.pull_trigger()

    def _turn(self) -> None:
        wasyncore.loop(timeout=1, map=self.waitress._map, use_poll=True, count=1)

    def _shut(self) -> None:
        """Take in whoever has knocked already, and close the door."""
        self._turn()
        self.waitress.accepting = False
        self.waitress.del_channel()
        self.waitress.socket.close()

    def _finish(self, deadline: float) -> None:
        while self._busy() and time.monotonic() < deadline:
            self._turn()
        self.waitress.task_dispatcher.shutdown(timeout=max(1, deadline - time.monotonic()))
        for channel in list(self.waitress.active_channels.values()):
            channel.handle_close()
        self.waitress.trigger.close()

    def _busy(self) -> bool:
        """Whether anything is under way; connections that only wait are closed."""
        busy = False
        for channel in list(self.waitress.active_channels.values()):
            if channel.requests or channel.request or channel.total_outbufs_len:
                busy = True
            else:
                channel.will_close = True
        return busy


class Daily:
    """What is done at the start and once each day by one of the threads, as if it were a request."""

    def __init__(self, errand: Callable[[], object]) -> None:
        self._errand = errand
        self._done_on: date | None = None

    def is_due(self) -> bool:
        day, self._done_on = self._done_on, today()
        return day != self._done_on

    def service(self) -> None:
        """Waitress notes in the log what goes wrong here, and goes on."""
        self._errand()

    def cancel(self) -> None:
        """Nothing to undo: it is done tomorrow."""


def _make_room_for(connections: int) -> None:
    """Let this process have more files open than the usual 1024, where the system allows it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + 512
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
