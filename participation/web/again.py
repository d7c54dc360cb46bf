"""Again: what somebody sent and we could not take, kept on the page until it can be sent once more."""

import json
import re

from flask import request

NEVER_KEPT = {"csrf_token", "password", "again", "go_to", "kept"}
"""Tokens are made anew; passwords are typed anew."""
OUR_OWN = re.compile(r"/(?!/)[\w\-./?=&%~]*", re.ASCII)

Fields = list[tuple[str, str]]


def fields() -> Fields:
    """Everything in the form that was sent, in its order."""
    return [(name, value) for name, value in request.form.items(multi=True) if name not in NEVER_KEPT]


def here() -> str:
    """This address, with what stands behind the question mark."""
    return request.full_path.rstrip("?")


def packed() -> str:
    """The form that was sent, as one line; empty where none was."""
    return json.dumps(fields(), ensure_ascii=False) if request.method == "POST" else ""


def unpacked(line: str) -> Fields:
    """The fields again. What is no such line holds none."""
    try:
        found = json.loads(line)
        return [(str(name), str(value)) for name, value in found if name not in NEVER_KEPT]
    except (ValueError, TypeError):
        return []


def is_ours(address: str) -> bool:
    """Whether this address leads into our own house, and nowhere else."""
    return bool(OUR_OWN.fullmatch(address))
