"""Demo: play the main job against a real server, and leave the documents behind."""

import click

from participation.cli.errands import Errand


@click.command(cls=Errand)
def demo() -> None:
    """x"""
