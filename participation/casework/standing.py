"""Standing: what stands in a version of a plan, as it is today or as it was when completed."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy.orm import Session

from participation.casework import corrections
from participation.casework.corrections import CameOut
from participation.casework.help_given import help_with
from participation.casework.sharing import Chosen, Sharing
from participation.casework.voices import Passage, Voice, words_of
from participation.casework.weighings import Reasons, reading_of, weighing_of
from participation.rights.help_given import NO_HELP, Help, help_named


@dataclass(frozen=True)
class Weighed:
    """What weight words were given, by whom and when."""

    weight: str
    follows: str
    written_by: str
    written_on: date


@dataclass(frozen=True)
class Standing:
    """A child's words under one point of a plan, the help it had with them, and how they were weighed."""

    passage: Passage
    point: str
    chosen: Chosen
    weighing: Weighed | None
    reasons: Reasons | None
    help: Help = NO_HELP
    came_out: CameOut | None = None
    """Whether the child says that the words came out right."""

    @property
    def voice(self) -> Voice:
        return self.passage.voice


@dataclass(frozen=True)
class Understood:
    """How a grown-up understood a voice whose words stand in a plan."""

    voice: Voice
    words: str
    written_by: str
    written_on: date


@dataclass(frozen=True)
class Stood:
    """All that children said in a version, in the order it was said, and what grown-ups made of it."""

    passages: tuple[Standing, ...]
    readings: tuple[Understood, ...]

    @property
    def under(self) -> dict[str, list[Standing]]:
        """What stands under each point."""
        found: dict[str, list[Standing]] = {}
        for standing in self.passages:
            found.setdefault(standing.point, []).append(standing)
        return found


def now(db: Session, placed: Iterable[tuple[Passage, str]]) -> Stood:
    """As it is today: the newest weighing of each passage, and the newest reading of each voice."""
    in_order = sorted(placed, key=lambda one: (one[0].voice_id, one[0].place))
    spoken = {passage.voice_id: passage.voice for passage, _ in in_order}
    readings = ((voice, reading_of(db, voice)) for voice in spoken.values())
    return Stood(
        tuple(_standing(db, passage, point) for passage, point in in_order),
        tuple(
            Understood(voice, found[1], found[0].written_by, found[0].written_on)
            for voice, found in readings
            if found
        ),
    )


def to_text(stood: Stood) -> str:
    """All of it in words, to be sealed away with the version."""
    passages = [
        {
            "passage": one.passage.id,
            "point": one.point,
            "chosen": {**asdict(one.chosen), "sharing": one.chosen.sharing.name},
            "weighing": asdict(one.weighing) if one.weighing else None,
            "reasons": asdict(one.reasons) if one.reasons else None,
            "help": asdict(one.help),
            "came_out": one.came_out.name if one.came_out else None,
        }
        for one in stood.passages
    ]
    readings = [
        {"voice": one.voice.id, "words": one.words, "by": one.written_by, "on": one.written_on}
        for one in stood.readings
    ]
    return json.dumps({"passages": passages, "readings": readings}, default=date.isoformat)


def from_text(text: str, kept: Iterable[Passage]) -> Stood:
    """What `to_text` put away; of help nothing where it was put away before help was told of.

    The passages themselves are kept as long as the version.
    """
    plain, passages = json.loads(text), {passage.id: passage for passage in kept}
    spoken = {passage.voice_id: passage.voice for passage in passages.values()}
    return Stood(
        tuple(
            Standing(
                passages[one["passage"]],
                one["point"],
                Chosen(**{**one["chosen"], "sharing": Sharing[one["chosen"]["sharing"]]}),
                _weighed(one["weighing"]) if one["weighing"] else None,
                Reasons(**one["reasons"]) if one["reasons"] else None,
                help_named(**one.get("help", {})),
                CameOut[one["came_out"]] if one.get("came_out") else None,
            )
            for one in plain["passages"]
        ),
        tuple(
            Understood(spoken[one["voice"]], one["words"], one["by"], date.fromisoformat(one["on"]))
            for one in plain["readings"]
        ),
    )


def _standing(db: Session, passage: Passage, point: str) -> Standing:
    voice = passage.voice
    helped = help_with(db, voice.id, voice.case.key_id), corrections.came_out(db, voice.id)
    found = weighing_of(db, passage)
    if found is None:
        return Standing(passage, point, words_of(db, passage), None, None, *helped)
    weighing, reasons = found
    weighed = Weighed(weighing.weight, weighing.follows, weighing.written_by, weighing.written_on)
    return Standing(passage, point, words_of(db, passage), weighed, reasons, *helped)


def _weighed(plain: dict[str, str]) -> Weighed:
    day = date.fromisoformat(plain["written_on"])
    return Weighed(plain["weight"], plain["follows"], plain["written_by"], day)
