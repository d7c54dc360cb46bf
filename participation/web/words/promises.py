"""Words for what a process promises: the rungs of the ladder and the nine requirements."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from participation.rights.ladder import Rung
from participation.rights.requirements import Requirement

RUNGS: Mapping[Rung, LazyString] = {
    Rung.MANIPULATION: _("Manipulation"),
    Rung.DECORATION: _("Decoration"),
    Rung.TOKENISM: _("Tokenism"),
    Rung.ASSIGNED: _("Assigned but informed"),
    Rung.CONSULTED: _("Consulted and informed"),
    Rung.ADULT_SHARED: _("Adult-initiated, shared decisions"),
    Rung.CHILD_LED: _("Child-initiated and directed"),
    Rung.CHILD_SHARED: _("Child-initiated, shared decisions with adults"),
}

RUNG_MEANINGS: Mapping[Rung, LazyString] = {
    Rung.MANIPULATION: _("Adults use children for their own message, and the children do not know the aim."),
    Rung.DECORATION: _("Children are there to make it look good, without a say."),
    Rung.TOKENISM: _("Children seem to have a voice, but hardly choose what it is about or how."),
    Rung.ASSIGNED: _("Adults chose the task; children know why, know who decided, and join willingly."),
    Rung.CONSULTED: _("Adults run it; children's views are asked for, taken seriously and answered."),
    Rung.ADULT_SHARED: _("Adults had the idea; children share in the decisions."),
    Rung.CHILD_LED: _("Children have the idea and run it; adults support them."),
    Rung.CHILD_SHARED: _("Children have the idea and invite adults into the decisions."),
}

# Only a rung one may aim for can be promised.
RUNG_PROMISES: Mapping[Rung, LazyString] = {
    Rung.ASSIGNED: _("Adults chose the task. You are told why, and you are told what happened."),
    Rung.CONSULTED: _("You are asked, and you are told what happened."),
    Rung.ADULT_SHARED: _("Adults had the idea. You help decide, and you are told what happened."),
    Rung.CHILD_LED: _("You had the idea, and you run it. Adults help, and you are told what happened."),
    Rung.CHILD_SHARED: _("You had the idea. You and adults decide together, and you are told what happened."),
}

REQUIREMENTS: Mapping[Requirement, LazyString] = {
    Requirement.TRANSPARENT: _("Transparent and informative"),
    Requirement.VOLUNTARY: _("Voluntary"),
    Requirement.RESPECTFUL: _("Respectful"),
    Requirement.RELEVANT: _("Relevant"),
    Requirement.CHILD_FRIENDLY: _("Child-friendly"),
    Requirement.INCLUSIVE: _("Inclusive"),
    Requirement.TRAINING: _("Supported by training"),
    Requirement.SAFE: _("Safe and sensitive to risk"),
    Requirement.ACCOUNTABLE: _("Accountable"),
}

REQUIREMENTS_FOR_CHILDREN: Mapping[Requirement, LazyString] = {
    Requirement.TRANSPARENT: _("You are told what this is and what it can change"),
    Requirement.VOLUNTARY: _("You choose to take part and can stop at any time"),
    Requirement.RESPECTFUL: _("We take what you say seriously"),
    Requirement.RELEVANT: _("It is about your life, and you can raise other things"),
    Requirement.CHILD_FRIENDLY: _("You get time, and help if you want"),
    Requirement.INCLUSIVE: _("Everyone can take part in their own way"),
    Requirement.TRAINING: _("The adults have learned how to listen"),
    Requirement.SAFE: _("It must be safe, and you are told where to get help"),
    Requirement.ACCOUNTABLE: _("You are told what happened with what you said"),
}
