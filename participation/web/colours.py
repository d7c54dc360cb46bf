"""Colours: the small stylesheet with what the service owner chose, after the one that is ours."""

from hashlib import sha256

from flask import url_for

from participation.errors import Unreachable
from participation.owner import colours
from participation.owner.colours import Mode, Palette, Tone
from participation.web.current import reading


def address() -> str | None:
    """Where the chosen colours lie, if any are chosen; it changes when they do."""
    sheet = chosen_sheet()
    return url_for("public.colours", digest=digest_of(sheet)) if sheet else None


def chosen_sheet() -> str | None:
    """The stylesheet of the chosen colours; pages that tell of trouble must stand without it."""
    try:
        with reading() as db:
            palette = colours.chosen(db)
    except Unreachable:
        return None
    return sheet_of(palette) if palette else None


def digest_of(sheet: str) -> str:
    return sha256(sheet.encode()).hexdigest()[:12]


def sheet_of(palette: Palette, only: Mode | None = None) -> str:
    """All tones by day and by night, or those of one of them for whoever tries how it looks."""
    if only:
        return f":root{{color-scheme:{only};{_tones(palette, only)}}}\n"
    return (
        f":root{{{_tones(palette, Mode.LIGHT)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_tones(palette, Mode.DARK)}}}}}\n"
    )


def _tones(palette: Palette, mode: Mode) -> str:
    tones = "".join(f"--{tone}:{palette.shades[mode, tone]};" for tone in Tone)
    return f"{tones}--round:{palette.corners}"
