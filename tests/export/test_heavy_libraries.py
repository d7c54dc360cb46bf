"""Heavy libraries are fetched when a chart or document is made, not when the house opens."""

import subprocess
import sys

LOOK = """
import sys
import participation.disclosure.gate, participation.disclosure.engine.ledger
import participation.disclosure.engine.protect
import participation.export.charts, participation.export.documents, participation.export.open_data
print(*sorted({"highspy", "matplotlib", "numpy", "docx", "typst"} & set(sys.modules)))
"""


def test_opening_disclosure_and_export_fetches_none_of_them():
    looked = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    assert looked.stdout.strip() == ""
