"""Devices: tablets prepared for answering without net, each with a key that only this house can open with.

How often a device may still be used stands on its ticket, which bears the same fingerprint.
"""

from datetime import date

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.errors import NotFound
from participation.storage import codes, keys, letters
from participation.storage.database import WITHOUT_ROWID, Record


class Device(Record):
    """It knows how many children may answer on it, and never how many did."""

    __tablename__ = "devices"
    __table_args__ = WITHOUT_ROWID
    kept_for = "thirty days after the consultation is closed; its key until the closing, or until taken back"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"))
    name: Mapped[str]
    uses: Mapped[int]
    last_day: Mapped[date]
    public_key: Mapped[str]
    key_id: Mapped[str]
    private_key: Mapped[bytes]


def print_of(db: Session, code: str) -> str:
    """What is kept instead of a device code."""
    return codes.fingerprint(db, "device", codes.normal(code))


def new_device(db: Session, print_: str, consultation_id: int, today: date) -> Device:
    """A device with a key pair of its own, still without a name or a number of uses."""
    private, public = letters.new_pair()
    device = Device(fingerprint=print_, consultation_id=consultation_id, public_key=public)
    device.key_id = keys.new_data_key(db, today)
    device.private_key = keys.seal(db, device.key_id, private, f"device {print_}")
    return device


def opened(db: Session, device: Device, letter: str, about: str) -> bytes:
    """What was sealed on this device. Raise NotFound where it was not, or its key is destroyed."""
    private = keys.unseal(db, device.key_id, device.private_key, f"device {device.fingerprint}")
    return letters.opened(private, letter, about)


def device_behind(db: Session, code: str) -> Device:
    """The device that was prepared with this code, or NotFound."""
    device = db.get(Device, print_of(db, code))
    if device is None:
        raise NotFound("device")
    return device


def is_in_use(db: Session, device: Device) -> bool:
    """Whether it still takes answers: it was not taken back, and the consultation is not closed."""
    return keys.is_there(db, device.key_id)


def shut(db: Session, consultation_id: int) -> None:
    """Destroy the keys: what was never sent can be read by nobody any more."""
    for device in db.scalars(select(Device).filter_by(consultation_id=consultation_id)):
        keys.destroy(db, device.key_id)
