"""Words for the Convention: our own short titles of its articles, which have no official ones."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from participation.rights.convention import Group

ARTICLES: Mapping[int, LazyString] = {
    1: _("Who is a child"),
    2: _("Non-discrimination"),
    3: _("Best interests of the child"),
    4: _("Making rights real"),
    5: _("Parental guidance and evolving capacities"),
    6: _("Life, survival, development"),
    7: _("Name, nationality, parents"),
    8: _("Identity"),
    9: _("Separation from parents"),
    10: _("Family reunification"),
    11: _("Unlawful removal abroad"),
    12: _("Right to be heard"),
    13: _("Freedom of expression and information"),
    14: _("Thought, conscience, religion"),
    15: _("Association and assembly"),
    16: _("Private life"),
    17: _("Information and media"),
    18: _("Support to parents"),
    19: _("Protection from violence and neglect"),
    20: _("Care outside the family"),
    21: _("Adoption"),
    22: _("Refugee children"),
    23: _("Children with disabilities"),
    24: _("Health"),
    25: _("Review of placement or treatment"),
    26: _("Social security"),
    27: _("Standard of living"),
    28: _("Education"),
    29: _("Aims of education"),
    30: _("Minorities and indigenous peoples"),
    31: _("Rest, play, leisure, culture"),
    32: _("Child labour, economic exploitation"),
    33: _("Drugs"),
    34: _("Sexual exploitation"),
    35: _("Trafficking, sale, abduction"),
    36: _("Other exploitation"),
    37: _("Torture, detention"),
    38: _("Armed conflict"),
    39: _("Recovery and reintegration"),
    40: _("Children in conflict with the law"),
    41: _("Best protection applies"),
    42: _("Making the rights known"),
}

ARTICLE_GROUPS: Mapping[Group, LazyString] = {
    Group.GENERAL_PRINCIPLE: _("The four general principles"),
    Group.CIVIL: _("Civil rights and freedoms"),
    Group.FAMILY: _("Family and care"),
    Group.HEALTH: _("Health and welfare"),
    Group.EDUCATION: _("Education, play and culture"),
    Group.PROTECTION: _("Special protection"),
    Group.IMPLEMENTATION: _("Carrying out the Convention"),
}
