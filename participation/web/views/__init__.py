"""The doors of the house, one file each."""

from flask_babel import lazy_gettext as _

from participation.access import Act
from participation.web.views import (
    accounts,
    answers,
    assessments,
    cases,
    childrens_pages,
    claims,
    colours,
    consultations,
    councils,
    desk,
    individual_plans,
    matters,
    municipal_plans,
    own_words,
    public,
    quotations,
    releases,
    replies,
    sign_in,
    summaries,
    symbols,
    themes,
    trail,
    voices,
)

BLUEPRINTS = (
    public.blueprint,
    answers.blueprint,
    voices.blueprint,
    claims.blueprint,
    replies.blueprint,
    sign_in.blueprint,
    desk.blueprint,
    accounts.blueprint,
    trail.blueprint,
    childrens_pages.blueprint,
    symbols.blueprint,
    colours.blueprint,
    cases.blueprint,
    individual_plans.blueprint,
    matters.blueprint,
    consultations.blueprint,
    releases.blueprint,
    own_words.blueprint,
    summaries.blueprint,
    themes.blueprint,
    quotations.blueprint,
    councils.blueprint,
    assessments.blueprint,
    municipal_plans.blueprint,
)

OPEN_TO_ALL = {"public", "answers", "voices", "claims", "replies", "sign_in", "static"}
"""Every other door answers 404 to strangers."""

ROOMS = (
    (_("My desk"), "desk.show", None),
    (_("Cases"), "cases.index", Act.OPEN_CASE),
    (_("Matters"), "matters.index", Act.READ_COMMUNITY),
    (_("Consultations"), "consultations.index", Act.READ_COMMUNITY),
    (_("Youth council"), "councils.index", Act.READ_COUNCIL),
    (_("Municipal plans"), "municipal_plans.index", Act.READ_COMMUNITY),
    (_("Children's pages"), "childrens_pages.index", Act.EDIT_CHILDRENS_PAGES),
    (_("Accounts"), "accounts.index", Act.EDIT_ACCOUNTS),
    (_("Audit trail"), "trail.index", Act.READ_TRAIL),
)
"""What the office's navigation offers: text, endpoint, and the act that opens it."""
