"""Words for the child-rights assessment: its steps, its questions with a little help, and their options."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from participation.rights.assessment import Evidence, Step

ASSESSMENT_STEPS: Mapping[Step, LazyString] = {
    Step.SCREEN: _("Screening"),
    Step.KNOW: _("Know"),
    Step.ASSESS: _("Assess"),
    Step.WEIGH: _("Weigh"),
    Step.SHOW: _("Show the reasoning"),
    Step.FOLLOW_UP: _("Following up"),
}

ASSESSMENT_QUESTIONS: Mapping[str, LazyString] = {
    "E01": _("What is to be decided, why and when?"),
    "E02": _("When did the work start?"),
    "E02b": _("Who owns the work?"),
    "E03": _("Can the matter affect children, directly or indirectly?"),
    "E03b": _("Why do you think so?"),
    "E04": _("Is a full assessment needed?"),
    "E04b": _("Who decided that?"),
    "E05": _("Which groups of children are affected, and how many?"),
    "E06": _("Which children may be hit hardest?"),
    "E07": _("What do statistics, research, supervision and professionals say?"),
    "E08": _("What have children themselves said: who, when and how?"),
    "E09": _("What do we not know, and what do we do about it?"),
    "E10": _("Which options are there, doing nothing among them?"),
    "E11": _("Which articles of the Convention on the Rights of the Child are affected?"),
    "E12": _("Taken together, what is the effect on children?"),
    "E12b": _("What is the effect on each right, and with each option?"),
    "E13": _("What are the effects in the short and long term, direct and indirect?"),
    "E14": _("Are the effects different for different groups?"),
    "E15": _("What is best for the children, and why?"),
    "E16": _("What do the children think is best?"),
    "E17": _("Which other concerns pull the other way?"),
    "E18": _("How were the children's best interests weighed against them?"),
    "E19": _("Can harm be avoided, reduced or made up for?"),
    "E20": _("What was changed because of the children's views?"),
    "E21": _("What was not followed, and why?"),
    "E22": _("Where in the case document is the assessment?"),
    "E23": _("Has a child-friendly version been made and shared?"),
    "E23b": _("Where is it, or why is there none?"),
    "E24": _("When are the children told what came of it?"),
    "E24b": _("In what form and which language are they told?"),
    "E25": _("Who approved the assessment?"),
    "E26": _("When is the effect measured?"),
    "E26b": _("How is the effect measured?"),
    "E27": _("Who follows up the measures?"),
    "E28": _("What was the result, as the children see it?"),
}

ASSESSMENT_HELP: Mapping[str, LazyString] = {
    "E01": _("Two or three sentences that a stranger to the matter understands."),
    "E02": _("The day the work was decided on, not the day the case document was written."),
    "E02b": _("Name a role, not a person."),
    "E03": _("Most matters do: roads, budgets, opening hours and housing as well as schools."),
    "E03b": _("Say which children come to mind and how it could reach them."),
    "E04": _("When in doubt, answer yes. If you answer no twice, the screening is all that is needed."),
    "E04b": _("The role that takes responsibility for the answer."),
    "E05": _("Age, place and life situation. A rough number is better than none."),
    "E06": _(
        "Think of children with disabilities, in poverty, in child welfare, new in the country, minorities."
    ),
    "E07": _("Name each source, so that others can find it."),
    "E08": _("Published summaries and the youth council's statement count. If no child was heard, say why."),
    "E09": _("An honest gap is better than a guess."),
    "E10": _("Describe each in a line or two."),
    "E11": _("The four general principles nearly always are."),
    "E12": _("Unknown is an answer too."),
    "E12b": _("For each article you chose: good, bad, neither or unknown, and why."),
    "E13": _("What looks good now may be bad in ten years, and the other way round."),
    "E14": _("Age, gender, disability, language, place and income often matter."),
    "E15": _("Your own assessment, with the reasons."),
    "E16": _("In their words where you can. Tell also what they disagree on."),
    "E17": _("Money, time, other people's needs, other laws."),
    "E18": _("Best interests are a primary consideration. Say what tipped the scale."),
    "E19": _("Name the measure, who does it and by when."),
    "E20": _("If nothing was changed, write that, and why."),
    "E21": _("The children are owed the reasons. If everything was followed, write that."),
    "E22": _("Case number and heading or page."),
    "E23": _("Half a page in plain words is enough."),
    "E23b": _("An address or a place where children can find it."),
    "E24": _("The day they have been told, or the day you promise to tell them."),
    "E24b": _("For example a visit to the class, a letter or a film."),
    "E25": _("Name a role, not a person. Finishing the assessment puts the date on it."),
    "E26": _("Choose a day when the effect can be seen."),
    "E26b": _("What will you look at, and who will ask the children?"),
    "E27": _("The role that answers for it when the work is over."),
    "E28": _("Fill this in when the effect has been measured."),
}

ASSESSMENT_OPTIONS: Mapping[str, LazyString] = {
    "yes": _("Yes"),
    "no": _("No"),
    "unsure": _("Unsure"),
    "positive": _("Good for children"),
    "neutral": _("Neither good nor bad for children"),
    "negative": _("Bad for children"),
    "mixed": _("Good for some children, bad for others"),
    "unknown": _("We do not know"),
}

EVIDENCE: Mapping[Evidence, LazyString] = {
    Evidence.SUMMARY: _("Published summary of what children said"),
    Evidence.STATEMENT: _("Statement from the youth council"),
}
