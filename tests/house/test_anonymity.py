"""Nothing in the schema leads from a code to an answer, or tells when it came."""

import pytest
from sqlalchemy import JSON, Date, DateTime, LargeBinary, Time

from participation.accounts import BrowserSession
from participation.casework.contacts import ContactWish
from participation.community.answers import Claim, FreeText, Sheet, approval_of
from participation.community.consultations import Ticket
from participation.community.devices import Device
from participation.community.offline import Received
from participation.storage.codes import fingerprint
from participation.storage.drafts import Draft

BEFORE = (Ticket, Draft, Claim, Device, Received)
UNTRACED = (Sheet, FreeText, Ticket, Draft, Claim, Received)
HARMLESS = {"sealed"}
"""A name that two tables share though nothing can be joined by it: sealed texts are never alike."""


AGREED = {
    Sheet: {"id", "asked_in", "withdrawal", "sealed"},
    FreeText: {"id", "asked_in", "question", "sealed", "approval"},
    Ticket: {"fingerprint", "consultation_id", "uses_left"},
    Draft: {"fingerprint", "sealed", "kept_until", "bookmark", "pointer"},
    Claim: {"fingerprint", "consultation_id"},
    Received: {"fingerprint", "consultation_id"},
}
"""Whoever adds a column asks first who could join it with what, and writes the answer in docs/privacy.md."""


def columns(record) -> set[str]:
    return set(record.__table__.columns.keys())


def points_to(record) -> set[str]:
    return {key.target_fullname for key in record.__table__.foreign_keys}


@pytest.mark.parametrize("record", UNTRACED, ids=lambda record: record.__name__)
def test_no_column_stands_here_that_was_not_agreed(record):
    assert columns(record) == AGREED[record]


@pytest.mark.parametrize("record", BEFORE, ids=lambda record: record.__name__)
def test_a_sheet_shares_no_key_with_what_came_before_it(record):
    assert columns(Sheet) & columns(record) <= HARMLESS
    assert points_to(Sheet) & points_to(record) <= {"consultations.id"}


@pytest.mark.parametrize("record", BEFORE, ids=lambda record: record.__name__)
def test_a_free_text_shares_no_key_with_a_code_or_a_draft(record):
    assert columns(FreeText) & columns(record) <= HARMLESS


def test_a_free_text_leads_to_no_sheet_and_to_no_other_text():
    assert columns(FreeText) & columns(Sheet) == {"id", "asked_in", "sealed"}
    assert columns(FreeText) - columns(Sheet) == {"question", "approval"}


def test_what_leads_from_the_card_to_a_text_is_another_for_each_question(database):
    """`approval`: only the words of the card give it; without them two texts of one child share nothing."""
    with database.reading() as db:
        found = {approval_of(db, question, "hest-bil-sol") for question in ("why", "wish")}
        assert len(found) == 2
        assert approval_of(db, "why", "Hest, bil sol") in found
        assert not found & {fingerprint(db, purpose, "hest-bil-sol") for purpose in ("claim", "withdrawal")}


def test_nothing_points_to_a_sheet_a_draft_or_a_ticket():
    tables = Sheet.metadata.tables.values()
    pointed = {key.column.table.name for table in tables for key in table.foreign_keys}
    assert not pointed & {record.__tablename__ for record in UNTRACED}


@pytest.mark.parametrize("record", UNTRACED, ids=lambda record: record.__name__)
def test_no_time_is_kept(record):
    times = [c.name for c in record.__table__.columns if isinstance(c.type, Date | DateTime | Time)]
    assert times == (["kept_until"] if record is Draft else [])
    assert not [name for name in columns(record) if name.endswith(("_at", "_on")) and name not in times]


@pytest.mark.parametrize("record", [*UNTRACED, BrowserSession], ids=lambda record: record.__name__)
def test_no_row_tells_in_which_order_it_came(record):
    """No rowid and no counting key: the key is random or a fingerprint."""
    table = record.__table__
    assert table.dialect_options["sqlite"]["with_rowid"] is False
    assert all(key.type.python_type is str for key in table.primary_key)


@pytest.mark.parametrize("record", [Sheet, FreeText, Draft], ids=lambda record: record.__name__)
def test_what_a_child_said_is_sealed(record):
    assert isinstance(record.__table__.columns["sealed"].type, LargeBinary)
    assert not [c.name for c in record.__table__.columns if isinstance(c.type, JSON)]


def test_no_column_of_a_wish_to_be_contacted_leads_to_an_answer():
    """It is about a named child, who answered without a name: the two meet nowhere."""
    assert columns(ContactWish) == {"id", "key_id", "asked_on", "sealed", "done", "done_on", "done_by"}
    for record in UNTRACED:
        assert columns(ContactWish) & columns(record) <= {"id", *HARMLESS}
    assert points_to(ContactWish) == set()
    tables = Sheet.metadata.tables.values()
    assert ContactWish.__tablename__ not in {
        key.column.table.name for table in tables for key in table.foreign_keys
    }


def test_a_wish_to_be_contacted_has_no_time_finer_than_the_day_and_no_order():
    table = ContactWish.__table__
    assert not [c.name for c in table.columns if isinstance(c.type, DateTime | Time)]
    assert table.dialect_options["sqlite"]["with_rowid"] is False
    assert all(key.type.python_type is str for key in table.primary_key)
