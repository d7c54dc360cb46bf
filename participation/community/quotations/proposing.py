"""Proposing quotations: one person writes down the words, another reads them; what is lacking has a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from participation.access import Act, Actor, require
from participation.community import codebooks, own_words
from participation.community.answers import DAYS_TEXTS_KEPT, FreeText
from participation.community.consultations import Consultation, asked_of_everybody, held, survey_of
from participation.community.quotations.records import EVERYBODY, Quotation
from participation.community.replies import Reply
from participation.community.summaries import published, summary_on
from participation.disclosure.quotations import Clue, Composite, Lack, Verbatim, lacking
from participation.disclosure.search_back import Hit, plain, search_back
from participation.errors import Closed, Incomplete, NotAllowed
from participation.storage import audit, keys
from participation.storage.database import find


@dataclass(frozen=True)
class Wording:
    """What would be printed, about which theme, and which clues somebody has looked for in it."""

    words: str
    code: str
    clues: tuple[Clue, ...] = ()
    is_respelled: bool = False


@dataclass(frozen=True)
class ReleasedWords:
    """What of one child's text two people have released, by the name of the text."""

    id: str
    question: str
    words: str


def released_to(db: Session, actor: Actor, consultation_id: int, question: str) -> list[ReleasedWords]:
    """The released texts to one question, for whoever looks for words to quote. Reading is noted."""
    require(actor, Act.PROPOSE_QUOTATION)
    consultation = find(db, Consultation, consultation_id)
    audit.note(db, actor, Act.PROPOSE_QUOTATION, f"consultation {consultation.id}")
    return [one for one in _released(db, consultation.id) if one.question == question]


def propose(
    db: Session, actor: Actor, consultation_id: int, sources: Sequence[str], wording: Wording
) -> Quotation:
    """Propose one child's words, from one text, or one wording of what several children wrote.

    Texts to one question are of different children; texts to two may be of one child. Nothing is quoted from
    a question that only some were asked: Incomplete.
    """
    require(actor, Act.PROPOSE_QUOTATION)
    consultation = _open(db, consultation_id)
    texts = [find(db, FreeText, source) for source in sorted(set(sources))]
    questions = {text.question for text in texts if text.asked_in == consultation.id}
    if not questions <= asked_of_everybody(survey_of(db, consultation)):
        raise Incomplete("sources")
    if not texts or len(questions) != 1 or any(text.asked_in != consultation.id for text in texts):
        raise Incomplete("sources")
    quotation = Quotation(consultation_id=consultation.id, question=questions.pop(), group_label=EVERYBODY)
    quotation.is_composite, quotation.sources = len(texts) > 1, [text.id for text in texts]
    quotation.sealed, quotation.is_searched, quotation.proposed_by = b"", False, actor.account_id or 0
    _word(db, consultation, quotation, wording)
    audit.note(db, actor, Act.PROPOSE_QUOTATION, f"quotation {quotation.id}")
    return quotation


def reword(db: Session, actor: Actor, quotation_id: int, wording: Wording) -> Quotation:
    """Change the words. Whoever had read them, and the child who had said yes, are asked once more."""
    require(actor, Act.PROPOSE_QUOTATION)
    quotation = _unpublished(db, quotation_id)
    quotation.proposed_by = actor.account_id or 0
    _word(db, quotation.consultation, quotation, wording)
    audit.note(db, actor, Act.PROPOSE_QUOTATION, f"quotation {quotation.id}")
    return quotation


def check(db: Session, actor: Actor, quotation_id: int, *, has_looked_at_hits: bool) -> Quotation:
    """Read it as the second reader, who has looked at every place where the words were found."""
    require(actor, Act.CHECK_QUOTATION)
    quotation = _unpublished(db, quotation_id)
    if quotation.proposed_by == actor.account_id:
        raise NotAllowed("the second reader is another person than the first")
    if not has_looked_at_hits:
        raise Incomplete("hits")
    quotation.read_by, quotation.is_searched = actor.account_id, True
    audit.note(db, actor, Act.CHECK_QUOTATION, f"quotation {quotation.id}")
    return quotation


def drop(db: Session, actor: Actor, quotation_id: int) -> None:
    require(actor, Act.PROPOSE_QUOTATION)
    quotation = _unpublished(db, quotation_id)
    db.delete(quotation)
    audit.note(db, actor, Act.PROPOSE_QUOTATION, f"quotation {quotation.id} dropped")


def quotations_on(db: Session, actor: Actor, consultation_id: int) -> list[Quotation]:
    """All that is proposed or printed. Looking is noted: they are children's words."""
    require(actor, Act.PROPOSE_QUOTATION)
    consultation = find(db, Consultation, consultation_id)
    audit.note(db, actor, Act.PROPOSE_QUOTATION, f"consultation {consultation.id}")
    found = select(Quotation).filter_by(consultation_id=consultation.id).order_by(Quotation.id)
    return list(db.scalars(found))


def quotation_of(db: Session, actor: Actor, quotation_id: int) -> Quotation:
    """One of them. Looking is noted."""
    require(actor, Act.PROPOSE_QUOTATION)
    quotation = find(db, Quotation, quotation_id)
    audit.note(db, actor, Act.PROPOSE_QUOTATION, f"quotation {quotation.id}")
    return quotation


def words_of(db: Session, quotation: Quotation) -> str:
    """The words as they would be printed, or are."""
    if quotation.words is not None:
        return quotation.words
    place = f"quotation {quotation.id}"
    return keys.unseal(db, quotation.consultation.words_key_id, quotation.sealed or b"", place)


def lacking_of(db: Session, quotation: Quotation) -> tuple[Lack, ...]:
    """What it lacks before it may be printed; once printed nothing, and its sources are forgotten."""
    if quotation.frozen_on:
        return ()
    return lacking(_facts(db, quotation, words_of(db, quotation)))


def places_of(db: Session, actor: Actor, quotation: Quotation) -> tuple[Hit, ...]:
    """Where else the words stand: in what is published, and in every other text that is still kept."""
    require(actor, Act.CHECK_QUOTATION)
    audit.note(db, actor, Act.CHECK_QUOTATION, f"quotation {quotation.id}")
    return search_back(words_of(db, quotation), _published(db) | _kept(db, quotation))


def to_check(db: Session, actor: Actor, consultation_id: int) -> int:
    """How many wait for this second reader: never what the reader proposed."""
    require(actor, Act.CHECK_QUOTATION)
    unread = [one for one in unpublished_on(db, consultation_id) if one.read_by is None]
    return sum(one.proposed_by != actor.account_id for one in unread)


def forget(db: Session, today: date) -> int:
    """Delete what was never published, with the texts it came from; return how many."""
    last_day = today - timedelta(days=DAYS_TEXTS_KEPT)
    closed = select(Consultation.id).where(Consultation.closed_on < last_day).scalar_subquery()
    old = delete(Quotation).where(Quotation.consultation_id.in_(closed), Quotation.frozen_on.is_(None))
    return len(db.scalars(old.returning(Quotation.id)).all())


def unpublished_on(db: Session, consultation_id: int) -> list[Quotation]:
    found = select(Quotation).filter_by(consultation_id=consultation_id, frozen_on=None)
    return list(db.scalars(found.order_by(Quotation.id)))


def _open(db: Session, consultation_id: int) -> Consultation:
    """The consultation, kept still: closed, and its summary not published."""
    consultation = held(db, consultation_id)
    summary = summary_on(db, consultation_id)
    if summary is None or summary.published_on:
        raise Closed("words are quoted between the closing and the publishing")
    return consultation


def _unpublished(db: Session, quotation_id: int) -> Quotation:
    quotation = find(db, Quotation, quotation_id)
    _open(db, quotation.consultation_id)
    db.refresh(quotation, with_for_update=True)
    return quotation


def _word(db: Session, consultation: Consultation, quotation: Quotation, wording: Wording) -> None:
    """Other words are other words: nobody has read them, and no child has said yes to them."""
    codebooks.code_in(codebooks.newest(db, consultation.id), wording.code)
    if not wording.words.strip():
        raise Incomplete("words")
    quotation.code, quotation.is_respelled = wording.code, wording.is_respelled
    quotation.clues = sorted(clue.name for clue in wording.clues)
    quotation.read_by, quotation.child_says_yes, quotation.is_searched = None, None, False
    db.add(quotation)
    db.flush()
    place = f"quotation {quotation.id}"
    quotation.sealed = keys.seal(db, consultation.words_key_id, wording.words.strip(), place)


def _facts(db: Session, quotation: Quotation, words: str) -> Verbatim | Composite:
    """What is known, each thing asked where it stands: nothing here is ticked by hand but clues and hits."""
    at, question, code = quotation.consultation_id, quotation.question, quotation.code
    book, summary = codebooks.newest(db, at), summary_on(db, at)
    is_severe = code in {one.key for one in (book.codes if book else ()) if one.is_severe}
    readers = frozenset({quotation.proposed_by} | ({quotation.read_by} if quotation.read_by else set()))
    one = Composite(
        words,
        is_released=_is_released(db, quotation, words),
        children=len(quotation.sources),
        mentioned_by=codebooks.mentioned_at_least(db, at, question, code),
        is_severe=is_severe,
        looked_for=frozenset(Clue[name] for name in quotation.clues),
        writer=quotation.proposed_by,
        readers=readers,
        hits=1,
        hits_looked_at=quotation.is_searched,
    )
    if quotation.is_composite:
        return one
    return Verbatim(
        words,
        is_released=one.is_released,
        child_says_yes=quotation.child_says_yes is True,
        group=summary.answered if summary else None,
        mentioned_by=one.mentioned_by,
        is_severe=is_severe,
        looked_for=one.looked_for,
        readers=readers,
        hits=1,
        hits_looked_at=quotation.is_searched,
    )


def _is_released(db: Session, quotation: Quotation, words: str) -> bool:
    """Whether every text it comes from is released now, and one child's words are found in the released ones.

    Where the spelling was made standard they cannot be found; the readers and the child see to it then.
    """
    texts = {one.id: one.words for one in _released(db, quotation.consultation_id)}
    if not all(source in texts for source in quotation.sources):
        return False
    if quotation.is_composite or quotation.is_respelled:
        return True
    return plain(words) in plain(texts[quotation.sources[0]])


def _released(db: Session, consultation_id: int) -> list[ReleasedWords]:
    return [
        ReleasedWords(one.source, one.question, own_words.words_of(db, one))
        for one in own_words.released(db, consultation_id)
        if one.source is not None
    ]


def _published(db: Session) -> dict[str, str]:
    """Everything told to everybody so far, by a name a person can look it up under."""
    found = {
        f"summary {one.id}": " ".join((one.title, one.findings, one.not_reached, one.what_next))
        for one in published(db)
    }
    for reply in db.scalars(select(Reply).order_by(Reply.id)):
        found[f"reply {reply.id}"] = " ".join((reply.heard, reply.done, reply.not_done))
    frozen = select(Quotation).where(Quotation.words.is_not(None))
    return found | {f"quotation {one.id}": one.words or "" for one in db.scalars(frozen)}


def _kept(db: Session, quotation: Quotation) -> dict[str, str]:
    """Every text that is kept, also those a paraphrase is made of: it may not repeat them."""
    found: dict[str, str] = {}
    own = [] if quotation.is_composite else quotation.sources
    texts = select(FreeText, Consultation).join(Consultation, FreeText.asked_in == Consultation.id)
    for text, consultation in db.execute(texts.where(FreeText.id.not_in(own))):
        words = keys.unseal(db, consultation.words_key_id, text.sealed, f"free text {text.id}")
        found[f"text {text.id}"] = words
    return found
