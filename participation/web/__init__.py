"""How people meet the house. Every door is shut until it says whom it is for."""

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import Flask, abort, g, request
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter, Map

from participation.web import context, current, language, refusals, security
from participation.web.views import BLUEPRINTS, OPEN_TO_ALL, sign_in

MOST = 2**31 - 1
"""The highest number a database gives to anything."""


class Number(IntegerConverter):
    """A number in an address. One that no record can have leads nowhere, instead of falling over."""

    def __init__(self, map: Map) -> None:
        super().__init__(map, max=MOST)


def register(app: Flask) -> None:
    stand_behind_proxies(app, int(app.config["TRUSTED_PROXIES"]))
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 31536000
    app.url_map.converters["int"] = Number
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.before_request(current.ask_who)
    language.choose(app)
    security.protect(app)
    app.before_request(shut_unless_signed_in)
    context.fill(app)
    refusals.register(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)


def stand_behind_proxies(app: Flask, hops: int) -> None:
    """Believe what our own proxies say of the visitor; under https no link is ever plain http."""
    inside = app.wsgi_app

    def under_https(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if app.config["HTTPS"]:
            environ["wsgi.url_scheme"] = "https"
        return inside(environ, start)

    app.wsgi_app = ProxyFix(under_https, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def shut_unless_signed_in() -> tuple[str, int] | None:
    """To strangers, a door that is not open to all is not there. Who was signed in may sign in again."""
    if g.actor or not request.endpoint or request.endpoint.split(".")[0] in OPEN_TO_ALL:
        return None
    if current.had_session():
        return sign_in.sign_in_again()
    return abort(404)
