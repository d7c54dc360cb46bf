"""Forms for recordings of sentences and films in sign language; the files themselves come beside them."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import MultipleFileField, StringField

from participation.owner.recordings import LONGEST_READER
from participation.web.forms.base import OfficeForm, at_most
from participation.web.forms.fields import Later


class RecordingsForm(OfficeForm):
    read_by = StringField(
        _("Who read it"),
        [Later(), at_most(LONGEST_READER)],
        description=_(
            "For example: read by Ánne. It is shown here only. "
            "Do not let a child read: a voice can be known again, and everybody can play the recordings."
        ),
        render_kw={"autocomplete": "off"},
    )
    files = MultipleFileField(
        _("Several files at once"),
        [Later()],
        description=_(
            "Each file is put beside the sentence whose name it bears. MP3, M4A, WAV or Ogg with Opus."
        ),
        render_kw={"accept": "audio/*"},
    )

    def ask_for_files(self) -> None:
        self.files.errors = [gettext("Choose at least one file.")]
