"""Fields: the few kinds an office form is made of, each saying no in our own words."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from wtforms import DateField, IntegerField, RadioField, SelectMultipleField
from wtforms.validators import Optional, StopValidation, ValidationError

DAY_FORMATS = ["%Y-%m-%d", "%d.%m.%Y"]


class Day(DateField):
    """A day, as a browser sends it or as people write it."""

    def __init__(self, label: Any = None, validators: Sequence[Any] = (), **settings: Any) -> None:
        super().__init__(label, validators, format=DAY_FORMATS, **settings)

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(gettext("Write the day like this: 21.11.2026.")) from None


class Number(IntegerField):
    def process_formdata(self, valuelist: list[str]) -> None:
        if not "".join(valuelist).strip():
            return
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(gettext("Write a whole number.")) from None

    def pre_validate(self, form: Any) -> None:
        """What is no number is neither too small nor too large."""
        if self.process_errors:
            raise StopValidation


class OneOf(RadioField):
    """One choice among a few, each on its own card."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(gettext("Choose one of these.")) from None

    def pre_validate(self, form: Any) -> None:
        try:
            super().pre_validate(form)
        except ValidationError:
            raise ValidationError(gettext("Choose one of these.")) from None


class AnyOf(SelectMultipleField):
    """As many choices as fit, each on its own card."""

    def pre_validate(self, form: Any) -> None:
        if not set(self.data or ()) <= {choice.value for choice in self.choices or ()}:
            raise ValidationError(gettext("Choose among these only."))


class Later(Optional):
    """It may be saved empty now; finishing asks for it."""

    def __init__(self) -> None:
        super().__init__()
        self.field_flags: dict[str, bool] = {}
