"""Words for the audit trail: what was done, and what it was done to."""

import re
from collections.abc import Mapping

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _

from participation.access import Act

N_ = str  # marks a text for translation that is looked up later

ACTS: Mapping[Act, LazyString] = {
    Act.OPEN_CASE: _("Opened a case"),
    Act.READ_CASE: _("Read in a case"),
    Act.CLOSE_CASE: _("Closed a case"),
    Act.INVITE_VOICE: _("Invited a child to speak"),
    Act.TAKE_BACK_INVITATION: _("Took back an invitation to a child"),
    Act.APPROVE_VOICE: _("Said yes to own words"),
    Act.TAKE_BACK_PASSAGE: _("Took own words back"),
    Act.READ_VOICE: _("Read a child's words"),
    Act.NOTE_READING: _("Wrote an own reading"),
    Act.WEIGH: _("Weighed a child's words"),
    Act.EDIT_PLAN: _("Changed an individual plan"),
    Act.COMPLETE_PLAN: _("Completed an individual plan"),
    Act.REPLY_TO_VOICE: _("Answered a child"),
    Act.SAY_IF_UNDERSTOOD: _("Said whether the answer was understood right"),
    Act.READ_COMMUNITY: _("Read about a consultation"),
    Act.EDIT_MATTER: _("Wrote about a matter"),
    Act.OPEN_CONSULTATION: _("Opened a consultation"),
    Act.PRINT_CODES: _("Made codes"),
    Act.CLOSE_CONSULTATION: _("Closed a consultation"),
    Act.RELEASE_NUMBERS: _("Released numbers"),
    Act.READ_FREE_TEXTS: _("Read what children wrote themselves"),
    Act.EDIT_LOCAL_NAMES: _("Changed the municipality's own lists of names"),
    Act.DECIDE_ON_WORDS: _("Decided what is taken out of a child's text"),
    Act.READ_AS_SECOND: _("Read a child's words as the second reader"),
    Act.TAKE_BACK_WORDS: _("Took released words back"),
    Act.EDIT_CODEBOOK: _("Changed a codebook"),
    Act.CODE_TEXTS: _("Coded what children wrote"),
    Act.RELEASE_THEMES: _("Released the themes"),
    Act.PROPOSE_QUOTATION: _("Worked on a quotation"),
    Act.CHECK_QUOTATION: _("Read a quotation as the second reader"),
    Act.DRAFT_SUMMARY: _("Wrote in a summary"),
    Act.PUT_FORWARD_SUMMARY: _("Put a summary forward to be read by somebody else"),
    Act.SEND_BACK_SUMMARY: _("Sent a summary back"),
    Act.PUBLISH_SUMMARY: _("Published a summary"),
    Act.REPLY_TO_CHILDREN: _("Answered the children"),
    Act.EDIT_MUNICIPAL_PLAN: _("Made a municipal plan"),
    Act.PLACE_IN_PLAN: _("Changed what stands in a municipal plan"),
    Act.READ_COUNCIL: _("Read the youth council's papers"),
    Act.EDIT_COUNCIL: _("Changed the youth council"),
    Act.PUT_BEFORE_COUNCIL: _("Put a matter before the youth council"),
    Act.WRITE_POINT: _("Wrote a point"),
    Act.VOTE: _("Voted"),
    Act.SEND_STATEMENT: _("Sent a statement"),
    Act.ANSWER_POINT: _("Answered a point"),
    Act.ASSESS: _("Worked on an assessment"),
    Act.FINISH_ASSESSMENT: _("Finished an assessment"),
    Act.SEE_WHAT_IS_LATE: _("Looked at what is late"),
    Act.EDIT_ACCOUNTS: _("Changed an account"),
    Act.EDIT_CHILDRENS_PAGES: _("Changed what stands on the children's pages"),
    Act.HAND_OVER_CASES: _("Handed a case over to another coordinator"),
    Act.READ_TRAIL: _("Read the audit trail"),
    Act.SIGN_IN: _("Signed in"),
    Act.SIGN_OUT: _("Signed out"),
    Act.SET_PASSWORD: _("Chose a password"),
}

# What the acts write down as `about`, in the very words they use.
ABOUTS = (
    N_("case %(a)s"),
    N_("case %(a)s to account %(b)s"),
    N_("voice %(a)s"),
    N_("voice %(a)s in case %(b)s"),
    N_("passage %(a)s"),
    N_("passage %(a)s into plan %(b)s"),
    N_("passage %(a)s out of plan %(b)s"),
    N_("individual plan %(a)s version %(b)s"),
    N_("matter %(a)s made"),
    N_("matter %(a)s changed"),
    N_("matter %(a)s before council %(b)s"),
    N_("consultation %(a)s"),
    N_("consultation %(a)s, by the clock"),
    N_("consultation %(a)s, working out the numbers"),
    N_("consultation %(a)s, release %(b)s, ledger %(c)s"),
    N_("consultation %(a)s, sheets destroyed"),
    N_("consultation %(a)s, until %(b)s"),
    N_("%(a)s codes for consultation %(b)s"),
    N_("unused codes of consultation %(a)s taken back"),
    N_("a class code for consultation %(a)s"),
    N_("a text of consultation %(a)s"),
    N_("own words %(a)s of consultation %(b)s"),
    N_("own words %(a)s of consultation %(b)s released"),
    N_("own words %(a)s of consultation %(b)s sent back"),
    N_("local names"),
    N_("symbol %(a)s"),
    N_("symbol %(a)s added"),
    N_("symbol %(a)s taken out"),
    N_("symbol %(a)s put back"),
    N_("symbol %(a)s deleted"),
    N_("where symbols stand"),
    N_("colours chosen"),
    N_("colours back to ours"),
    N_("codebook of consultation %(a)s, version %(b)s"),
    N_("quotation %(a)s"),
    N_("quotation %(a)s dropped"),
    N_("summary %(a)s"),
    N_("council %(a)s"),
    N_("account %(a)s"),
    N_("account %(a)s added"),
    N_("account %(a)s closed"),
    N_("account %(a)s given a new link"),
    N_("account %(a)s in council %(b)s"),
    N_("account %(a)s out of council %(b)s"),
    N_("statement %(a)s"),
    N_("point %(a)s"),
    N_("point %(a)s in statement %(b)s"),
    N_("point %(a)s out of statement %(b)s"),
    N_("assessment %(a)s"),
    N_("assessment %(a)s begun"),
    N_("municipal plan %(a)s"),
    N_("contribution %(a)s"),
    N_("contribution %(a)s in municipal plan %(b)s"),
    N_("contribution %(a)s out of municipal plan %(b)s"),
)


def about_in_words(about: str) -> str:
    """What an entry is about, in the reader's language; as it was kept where nobody foresaw it."""
    for text in ABOUTS:
        fits = re.fullmatch(_pattern(text), about)
        if fits:
            return str(gettext(text, **fits.groupdict()))
    return about


def _pattern(text: str) -> str:
    return re.sub(r"%\\\((\w)\\\)s", r"(?P<\1>[0-9a-f-]+)", re.escape(text))
