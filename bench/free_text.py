"""Free text: how long marking takes for each sentence, and what starting it costs."""

import resource
import sys
import time

from participation.disclosure.free_text import marks
from tests.disclosure.free_text.measured import (
    TUNED_ON,
    WRITTEN_LAST,
    clean,
    flagged,
    identifying,
    recall,
    with_unlisted_names,
)

MOST = 2.0
"""Milliseconds a sentence."""


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    before, begun = megabytes(), time.perf_counter()
    marks("Jeg heter Kari, går på skole og savner qwalzai veldig.")
    print(f"the first text: {time.perf_counter() - begun:.1f} s, {megabytes() - before:.0f} MB")
    texts = [one.text for one in identifying(*TUNED_ON, *WRITTEN_LAST)] + clean(*TUNED_ON, *WRITTEN_LAST)
    begun = time.perf_counter()
    for text in texts:
        marks(text)
    each = 1000 * (time.perf_counter() - begun) / len(texts)
    print(f"{len(texts)} sentences: {each:.2f} ms each, of {MOST}")
    for name, files in (("tuned on", TUNED_ON), ("written last", WRITTEN_LAST)):
        found, left = recall(identifying(*files))[0], flagged(clean(*files))[0]
        soft = recall(with_unlisted_names(*files))[0]
        print(f"{name}: {found:.3f} marked, {left:.3f} of the clean marked, {soft:.3f} of unlisted names")
    return 0 if each <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
