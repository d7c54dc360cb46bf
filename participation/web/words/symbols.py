"""Words for symbols: what each picture shows, and why a file cannot become one."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from participation.owner.unfit import Unfit

SYMBOLS: Mapping[str, LazyString] = {
    "yes": _("Yes"),
    "no": _("No"),
    "partly": _("Partly"),
    "dont_know": _("Do not know"),
    "often": _("Often"),
    "sometimes": _("Sometimes"),
    "never": _("Never"),
    "very_bad": _("Very bad"),
    "bad": _("Bad"),
    "mixed": _("In between"),
    "good": _("Good"),
    "very_good": _("Very good"),
    "calm": _("Calm"),
    "safe": _("Safe"),
    "unsafe": _("Unsafe"),
    "adult": _("A grown-up"),
    "family": _("Family"),
    "friends": _("Friends"),
    "alone": _("Alone"),
    "together": _("Together"),
    "meet": _("To meet"),
    "meeting": _("A meeting"),
    "know_me": _("Somebody who knows me"),
    "for_me": _("Somebody who speaks for me"),
    "talk": _("To talk"),
    "listen": _("To listen"),
    "explain": _("To explain"),
    "help": _("Help"),
    "promise": _("To keep one's word"),
    "phone": _("Phone"),
    "message": _("A message"),
    "write": _("To write or draw"),
    "online": _("On the internet"),
    "youngest": _("The youngest children"),
    "younger": _("Younger children"),
    "older": _("Older children"),
    "oldest": _("The oldest children"),
    "home": _("Home"),
    "school": _("School"),
    "houses": _("Where many houses are"),
    "city": _("A town"),
    "countryside": _("The countryside"),
    "park": _("A park"),
    "outdoors": _("Outdoors"),
    "map": _("A map"),
    "shelter": _("An umbrella"),
    "light": _("Light"),
    "bus": _("Bus"),
    "bike": _("Bicycle"),
    "food": _("Food"),
    "sleep": _("Sleep"),
    "doctor": _("Doctor"),
    "sports": _("Sports"),
    "music": _("Music"),
    "play": _("Play"),
    "plan": _("A plan"),
    "later": _("Later"),
    "stop": _("Stop"),
    "secret": _("A secret"),
    "sun": _("Sun"),
    "rain": _("Rain"),
    "snow": _("Snow"),
    "spring": _("Spring"),
    "summer": _("Summer"),
    "autumn": _("Autumn"),
    "winter": _("Winter"),
}

UNFIT: Mapping[Unfit, LazyString] = {
    Unfit.NO_PICTURE: _("This file is no picture we can use. Choose an SVG or a PNG file."),
    Unfit.TOO_HEAVY: _("The file is too large. An SVG may be 20 kB, a PNG 60 kB."),
    Unfit.TOO_LARGE: _("The picture is too large. Make it at most 512 pixels wide and high."),
    Unfit.BROKEN: _("The file is damaged. Save the picture once more, and choose the new file."),
    Unfit.MORE_THAN_SHAPES: _(
        "The drawing holds more than shapes: text, links, pictures, a style sheet or a script. "
        "Save it as plain SVG, or as PNG."
    ),
}
