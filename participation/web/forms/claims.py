"""Forms for the claim card: one button, and it counts once."""

from participation.web.forms.base import OfficeForm


class WithdrawForm(OfficeForm):
    """Taking one's answers back."""
