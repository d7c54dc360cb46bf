"""Words: what is said and written in Lyngvær, read once."""

import tomllib
from pathlib import Path
from typing import Any

LYNGVAER: dict[str, Any] = tomllib.loads(Path(__file__).with_name("lyngvaer.toml").read_text("utf-8"))


def text(place: str, *keys: str) -> dict[str, str]:
    """Some of the texts under a heading, by their keys; all that are texts where none is named."""
    table = LYNGVAER
    for name in place.split("."):
        table = table[name]
    return {key: value for key, value in table.items() if isinstance(value, str) and key in (keys or table)}
