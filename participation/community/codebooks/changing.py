"""Changing a codebook: every code that is added, changed or merged makes a new version."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.access import Act, Actor, require
from participation.community.codebooks.records import Code, Codebook, Coding, ThemeRelease
from participation.community.consultations import Consultation, held
from participation.community.summaries import summary_on
from participation.errors import Closed, Incomplete, NotFound
from participation.storage import audit
from participation.storage.database import find


@dataclass(frozen=True)
class CodeWords:
    """A code as a coder writes it down."""

    name: str
    definition: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    parent: str | None = None
    is_severe: bool = False

    @property
    def missing(self) -> list[str]:
        said = {"name": self.name, "definition": self.definition, "include": "".join(self.include)}
        return [name for name, text in said.items() if not text.strip()]

    def has_meaning_of(self, code: Code) -> bool:
        """Whether texts coded with that code need not be looked at again for this one."""
        mine = (self.name.strip(), self.definition.strip(), list(self.include), list(self.exclude))
        return mine == (code.name, code.definition, code.include, code.exclude)


def codebook_of(db: Session, actor: Actor, consultation_id: int) -> Codebook | None:
    """The newest version, if there is one."""
    require(actor, Act.CODE_TEXTS)
    return newest(db, find(db, Consultation, consultation_id).id)


def newest(db: Session, consultation_id: int) -> Codebook | None:
    versions = select(Codebook).filter_by(consultation_id=consultation_id).order_by(Codebook.version.desc())
    return db.scalars(versions).first()


def code_in(codebook: Codebook | None, key: str) -> Code:
    found = next((code for code in codebook.codes if code.key == key), None) if codebook else None
    if found is None:
        raise NotFound(f"Code {key}")
    return found


def add(db: Session, actor: Actor, consultation_id: int, words: CodeWords, today: date) -> Codebook:
    """Add a code. Texts coded before it was there are looked at once more."""
    before = _changeable(db, actor, consultation_id)
    _check(before, words)
    book = _next_version(db, consultation_id, before, today)
    numbers = [int(key[1:]) for key in _keys_ever(db, consultation_id)]
    _write(book, f"c{max(numbers, default=0) + 1}", words, since=book.version)
    return _noted(db, actor, book)


def change(
    db: Session, actor: Actor, consultation_id: int, key: str, words: CodeWords, today: date
) -> Codebook:
    """Change a code. Where its meaning changed, the texts are looked at once more."""
    before = _changeable(db, actor, consultation_id)
    old = code_in(before, key)
    _check(before, words, key)
    book = _next_version(db, consultation_id, before, today, leave_out=key)
    _write(book, key, words, since=old.since if words.has_meaning_of(old) else book.version)
    return _noted(db, actor, book)


def merge(db: Session, actor: Actor, consultation_id: int, key: str, into: str, today: date) -> Codebook:
    """Merge one code into another: whatever was coded with the one is coded with the other."""
    before = _changeable(db, actor, consultation_id)
    old, kept = code_in(before, key), code_in(before, into)
    if key == into:
        raise Incomplete("into")
    book = _next_version(db, consultation_id, before, today, leave_out=key)
    for code in book.codes:
        code.parent = into if code.parent == key and code.key != into else code.parent
        if code.key == kept.key:
            code.parent = None if code.parent == key else code.parent
            code.is_severe = kept.is_severe or old.is_severe
    for coding in db.scalars(select(Coding).filter_by(consultation_id=consultation_id)):
        coding.codes = sorted({into if one == key else one for one in coding.codes})
    return _noted(db, actor, book)


def _changeable(db: Session, actor: Actor, consultation_id: int) -> Codebook | None:
    """The newest version, kept still; Closed once the themes are told."""
    require(actor, Act.EDIT_CODEBOOK)
    require_open(db, consultation_id)
    return newest(db, consultation_id)


def may_change(db: Session, consultation_id: int) -> bool:
    """Whether codes can still be added and changed: no theme is told, and the summary is not published."""
    summary = summary_on(db, consultation_id)
    is_told = db.get(ThemeRelease, consultation_id) is not None
    return not is_told and not (summary and summary.published_on)


def require_open(db: Session, consultation_id: int) -> Consultation:
    """The consultation, kept still while its texts may be coded: closed, no theme told, not published."""
    consultation = held(db, consultation_id)
    if consultation.closed_on is None:
        raise Closed("nobody reads while children are still answering")
    if db.get(ThemeRelease, consultation_id) is not None:
        raise Closed("the themes are told, and are not told otherwise later")
    summary = summary_on(db, consultation_id)
    if summary and summary.published_on:
        raise Closed("the summary is published already")
    return consultation


def _check(book: Codebook | None, words: CodeWords, key: str = "") -> None:
    """A code has a name no other bears, a definition, an example, and a parent that stands at the top."""
    others = {code.key: code for code in book.codes if code.key != key} if book else {}
    wrong = words.missing
    if words.name.strip().casefold() in {code.name.casefold() for code in others.values()}:
        wrong.append("name")
    if words.parent and (words.parent not in others or others[words.parent].parent):
        wrong.append("parent")
    if words.parent and any(code.parent == key for code in others.values()):
        wrong.append("parent")
    if wrong:
        raise Incomplete(*dict.fromkeys(wrong))


def _next_version(
    db: Session, consultation_id: int, before: Codebook | None, today: date, leave_out: str = ""
) -> Codebook:
    version = before.version + 1 if before else 1
    book = Codebook(consultation_id=consultation_id, version=version, made_on=today)
    kept = [code for code in before.codes if code.key != leave_out] if before else []
    book.codes = [_copy(code) for code in kept]
    db.add(book)
    return book


def _copy(code: Code) -> Code:
    names = ("key", "name", "definition", "include", "exclude", "parent", "is_severe", "since")
    return Code(**{name: getattr(code, name) for name in names})


def _write(book: Codebook, key: str, words: CodeWords, since: int) -> None:
    code = Code(key=key, name=words.name.strip(), definition=words.definition.strip(), since=since)
    code.include, code.exclude = list(words.include), list(words.exclude)
    code.parent, code.is_severe = words.parent or None, words.is_severe
    book.codes.append(code)


def _keys_ever(db: Session, consultation_id: int) -> list[str]:
    """Every key that any version used: none is used for another code."""
    used = select(Code.key).join(Codebook, Codebook.id == Code.codebook_id)
    return list(db.scalars(used.where(Codebook.consultation_id == consultation_id)))


def _noted(db: Session, actor: Actor, book: Codebook) -> Codebook:
    db.flush()
    consultation, version = book.consultation_id, book.version
    audit.note(db, actor, Act.EDIT_CODEBOOK, f"codebook of consultation {consultation}, version {version}")
    return book
