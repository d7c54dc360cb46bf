"""The page about protection says what the software does."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "disclosure.md"


def test_every_example_on_the_page_is_true():
    tried = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert tried.attempted > 15
    assert tried.failed == 0
