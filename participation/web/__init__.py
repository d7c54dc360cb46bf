"""How people meet the house. Every door is shut until it says whom it is for."""

from flask import Flask, abort, g, request
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter, Map

from participation.web import context, current, language, refusals, security
from participation.web.views import BLUEPRINTS, OPEN_TO_ALL

MOST = 2**31 - 1
"""The highest number a database gives to anything."""


class Number(IntegerConverter):
    """A number in an address. One that no record can have leads nowhere, instead of falling over."""

    def __init__(self, map: Map) -> None:
        super().__init__(map, max=MOST)


def register(app: Flask) -> None:
    hops = int(app.config["TRUSTED_PROXIES"])
    if hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
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


def shut_unless_signed_in() -> None:
    """To strangers, a door that is not open to all is not there."""
    if request.endpoint and request.endpoint.split(".")[0] not in OPEN_TO_ALL and not g.actor:
        abort(404)
