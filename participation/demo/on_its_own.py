"""On its own: a page taken out of the house, to be read from a folder with its style and pictures."""

import re
from collections.abc import Mapping

STYLE = re.compile(r'<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"[^>]*>')
ICON = re.compile(r'<link[^>]*rel="icon"[^>]*>\s*')
INWARDS = re.compile(r'(href|src|action)="(/[^"]*)"')


def style_of(page: str) -> str:
    """The address of the page's stylesheet."""
    found = STYLE.search(page)
    return found[1] if found else ""


def on_its_own(page: str, style: str, files: Mapping[str, str]) -> str:
    """The page with its style inside. What lies beside it is linked; other ways into the house are not."""

    def beside(found: re.Match[str]) -> str:
        attribute, address = found.groups()
        return f'{attribute}="{files.get(address.replace("&amp;", "&"), "#")}"'

    styled = STYLE.sub(lambda _: f"<style>{style}</style>", ICON.sub("", page))
    return INWARDS.sub(beside, styled)
