"""Questions answered by arranging: what comes first, how many, and where on a picture."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from participation.surveys.questions.answers import NotAnAnswer, Value
from participation.surveys.questions.base import Marked, Offered, Scale

DIGITS = 6


@dataclass(frozen=True)
class Order(Offered):
    """Options put in order, as many as the child likes; counted by what comes first."""

    kind = "order"
    spreads = True
    scale = Scale.CATEGORIES
    leads = False

    def accept(self, value: Value) -> tuple[str, ...]:
        """The options in the order they were put; none twice."""
        return self.among(value)

    def counts(self, value: Value) -> str:
        return value if isinstance(value, str) else value[0]

    def said(self, value: Value, words: Mapping[str, str]) -> str:
        values = (value,) if isinstance(value, str) else value
        return "\n".join(f"{n}. {words[option]}" for n, option in enumerate(values, 1))


@dataclass(frozen=True)
class Number(Marked):
    """A whole number from `least` to `most`; counted in bands, each named by where it begins."""

    least: int
    most: int
    bands: tuple[int, ...]

    kind = "number"
    scale = Scale.ORDERED
    leads = False

    def accept(self, value: Value) -> str:
        """The number in plain digits, whatever digits it was written with."""
        written = value.strip() if isinstance(value, str) else ""
        if not written.isdecimal() or len(written) > DIGITS or not self.least <= int(written) <= self.most:
            raise NotAnAnswer(f"{self.id}: {value!r} is no number from {self.least} to {self.most}")
        return str(int(written))

    @property
    def categories(self) -> tuple[str, ...]:
        return tuple(f"from_{band}" for band in self.bands)

    @property
    def worded(self) -> tuple[str, ...]:
        return ()

    def counts(self, value: Value) -> str:
        return f"from_{max(band for band in self.bands if band <= int(str(value)))}"

    def label(self, category: str, words: Mapping[str, str]) -> str:
        """ "3–5", or "3" where the band holds one number."""
        at = self.categories.index(category)
        first = self.bands[at]
        last = self.bands[at + 1] - 1 if at + 1 < len(self.bands) else self.most
        return f"{first}–{last}" if first != last else str(first)

    @property
    def telling(self) -> tuple[str, ...]:
        """No end of a number is worse than the other unless the author says so."""
        return self.sensitive


@dataclass(frozen=True)
class Place(Marked):
    """A place on a picture: each option has its spot, in hundredths of the picture from its start and top."""

    picture: str
    spots: Mapping[str, tuple[int, int]] = field(hash=False)

    kind = "place"
    spreads = True
    scale = Scale.CATEGORIES

    @property
    def categories(self) -> tuple[str, ...]:
        return tuple(self.spots)
