"""So that `python -m participation.cli` does the same as `participation`."""

from participation.cli import main

main(prog_name="participation")
