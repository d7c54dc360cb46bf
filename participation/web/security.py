"""Headers, tokens against forgery, and slowing down guessing."""

import gzip
import hmac
import re
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from secrets import token_bytes, token_hex

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import BadRequest

from participation import guard
from participation.web.current import (
    LANGUAGE_COOKIE,
    LETTERS_COOKIE,
    LEVEL_COOKIE,
    SESSION_COOKIE,
    cookie,
    key_for,
    now,
    reading,
)

BROWSER_COOKIE = "browser"
PREPARED_COOKIE = "prepared"
"""Says that answers may wait on this device, so that leaving another page in a hurry deletes none."""
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; "
    "connect-src 'self'; media-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
WORKER_POLICY = f"{PAGE_POLICY}; worker-src 'self'; manifest-src 'none'"
"""For the one page that may be kept by a worker of ours."""
PICTURE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
UNUSED = ("browsing-topics", "camera", "display-capture", "geolocation", "microphone", "payment", "usb")
"""What a browser could lend to a page, and a child would mind most. A longer list would weigh too much."""
LEAST = ("camera", "geolocation", "microphone")
"""Of these, what is said even where nothing is shown."""
CODE = ("text/css", "text/javascript")
"""Where no phone needs indentation and comment lines."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}
YEAR = 31_536_000
"""How long, in seconds, a browser may keep what changes its address when it changes."""
LASTING = {"static", "public.symbol", "public.colours", "sounds.recording", "sounds.film"}
"""What a browser may keep: files that hold no secret, under addresses that change when they do."""
KEPT = {"public.symbol", "public.colours"}
"""Where the address of a thing is worked out from the thing itself."""
COMPRESSED = ("text/", "image/svg+xml", "application/json")
COMMENT = re.compile(rb"/\*(?:(?!\*/).)*\*/")
SMALLEST = 500
TOKEN_BYTES = 16
"""128 bits: nobody guesses them, and every form carries them twice."""


def protect(app: Flask) -> None:
    app.before_request(refuse_cross_site)
    app.after_request(set_cookies)
    app.after_request(set_headers)
    app.after_request(compress)


def browser_secret() -> str:
    """What only this browser holds: it seals drafts and ties forms to where they were shown."""
    if "browser" not in g:
        kept = request.cookies.get(cookie(BROWSER_COOKIE), "")
        g.browser = kept if len(kept) == 64 and kept.isalnum() else token_hex(32)
        g.keep_browser = g.browser != kept
    return g.browser


def has_browser() -> bool:
    """Whether the browser brought its secret along: without it nothing of a draft can be found."""
    return request.cookies.get(cookie(BROWSER_COOKIE), "") == browser_secret()


def renew_browser() -> None:
    """Begin with a new secret: somebody else may be sitting here now."""
    g.browser, g.keep_browser = token_hex(32), True


def take_up(secret: str) -> None:
    """Go on with a secret that was brought along from another browser."""
    g.browser, g.keep_browser = secret, True


def forget_browser() -> None:
    """Leave nothing of the child on this device."""
    g.forget_browser = True


def csrf_token() -> str:
    """A token for a form, masked anew each time so that compression gives nothing away."""
    pad = token_bytes(TOKEN_BYTES)
    return pad.hex() + bytes(a ^ b for a, b in zip(pad, _token(), strict=True)).hex()


def bind_tokens_to(session_token: str) -> None:
    """Make the tokens of this page for a browser session that begins with this very answer."""
    g.session_token = session_token


def is_our_token(given: str) -> bool:
    try:
        raw = bytes.fromhex(given)
    except ValueError:
        return False
    if len(raw) != 2 * TOKEN_BYTES or request.cookies.get(cookie(BROWSER_COOKIE)) is None:
        return False
    return hmac.compare_digest(bytes(a ^ b for a, b in zip(*_halves(raw), strict=True)), _token())


def refuse_cross_site() -> None:
    """A form sent from another site is refused before anything is looked at (OWASP ASVS 5.0, 3.5.1)."""
    if request.method in {"GET", "HEAD", "OPTIONS"}:
        return
    from_here = request.host_url.rstrip("/")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        raise BadRequest("cross-site")
    if "Sec-Fetch-Site" not in request.headers and request.headers.get("Origin", from_here) != from_here:
        raise BadRequest("another origin")


def is_pressed_here() -> bool:
    """Whether a person went here from our own page or by hand, and no other site fetched it in secret."""
    site, wanted = (
        request.headers.get("Sec-Fetch-Site", "none"),
        request.headers.get("Sec-Fetch-Dest", "document"),
    )
    return site in {"same-origin", "none"} and wanted == "document"


def let_pass(door: str) -> None:
    """Let this address try the door, unless it has tried too many wrong codes."""
    with reading() as db:
        guard.let_pass(db, door, address(), now())


def note_wrong(door: str) -> None:
    with current_app.extensions["database"].writing() as db:
        guard.note_wrong(db, door, address(), now())


def address() -> str:
    """Where the visitor comes from. One home owns a whole /64 of IPv6 addresses, so they count as one."""
    given = request.remote_addr or ""
    try:
        found = ip_address(given)
    except ValueError:
        return "nowhere"
    return str(ip_network((found, 64), strict=False)) if isinstance(found, IPv6Address) else given


def keep_what_waits() -> None:
    """Remember in the browser that this device is prepared for answering without net."""
    g.is_prepared = True


def is_prepared() -> bool:
    return request.cookies.get(cookie(PREPARED_COOKIE)) == "1"


def set_cookies(response: Response) -> Response:
    secure = current_app.config["HTTPS"]
    if g.get("forget_browser"):
        for name in (BROWSER_COOKIE, LANGUAGE_COOKIE, LEVEL_COOKIE, LETTERS_COOKIE):
            response.delete_cookie(cookie(name), httponly=True, samesite="Lax", secure=secure)
    elif g.get("keep_browser"):
        response.set_cookie(cookie(BROWSER_COOKIE), g.browser, httponly=True, samesite="Lax", secure=secure)
    if g.get("is_prepared"):
        kept = {"max_age": YEAR // 4, "httponly": True, "samesite": "Lax", "secure": secure}
        response.set_cookie(cookie(PREPARED_COOKIE), "1", **kept)
    return response


def set_headers(response: Response) -> Response:
    is_shown = response.location is None and not _only_serves(response)
    response.headers.setdefault("Content-Security-Policy", PAGE_POLICY if is_shown else PICTURE_POLICY)
    response.headers.setdefault("Permissions-Policy", _not_lent(UNUSED if is_shown else LEAST))
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint in KEPT and response.status_code == 200:
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    elif request.endpoint not in LASTING or response.status_code >= 400:
        response.headers["Cache-Control"] = "no-store"
    if current_app.config["HTTPS"]:
        response.headers["Strict-Transport-Security"] = f"max-age={YEAR}; includeSubDomains"
    return response


def compress(response: Response) -> Response:
    """Small on the wire: an old phone on a slow net is no second-class citizen."""
    if response.location is not None:
        response.set_data(b"")
        return response
    accepts = "gzip" in request.headers.get("Accept-Encoding", "")
    fits = (response.mimetype or "").startswith(COMPRESSED) and "Content-Encoding" not in response.headers
    response.vary.add("Accept-Encoding")
    flows = response.is_streamed and response.mimetype not in CODE
    if not accepts or not fits or flows or response.status_code == 304:
        return response
    response.direct_passthrough = False
    body = response.get_data()
    if response.mimetype in CODE:
        body = lean(body)
    if len(body) >= SMALLEST:
        response.set_data(gzip.compress(body, 9, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response


def lean(code: bytes) -> bytes:
    """A script or stylesheet without indentation and lines that are only a comment."""
    lines = (line.strip() for line in code.splitlines())
    return b"\n".join(line for line in lines if line and not COMMENT.fullmatch(line))


def _only_serves(response: Response) -> bool:
    """Whether this is a file for a page. A worker lives under its own policy, and is none of these."""
    return request.endpoint in LASTING and response.status_code < 400


def _not_lent(names: tuple[str, ...]) -> str:
    return ", ".join(f"{name}=()" for name in names)


def _token() -> bytes:
    session = g.get("session_token") or request.cookies.get(cookie(SESSION_COOKIE), "")
    tied_to = browser_secret() + session
    return hmac.new(key_for("forms"), tied_to.encode(), sha256).digest()[:TOKEN_BYTES]


def _halves(raw: bytes) -> tuple[bytes, bytes]:
    return raw[:TOKEN_BYTES], raw[TOKEN_BYTES:]
