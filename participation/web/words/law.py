"""Words for the law: names of acts and regulations, and what we lean on them for."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from participation.rights.law import Law, Topic

LAWS: Mapping[Law, LazyString] = {
    Law.CONSTITUTION: _("The Constitution"),
    Law.HUMAN_RIGHTS: _("The Human Rights Act"),
    Law.PUBLIC_ADMINISTRATION: _("The Public Administration Act"),
    Law.CHILDREN: _("The Children Act"),
    Law.LOCAL_GOVERNMENT: _("The Local Government Act"),
    Law.PARTICIPATION_BODIES: _("The regulation on municipal participation bodies"),
    Law.PLANNING: _("The Planning and Building Act"),
    Law.CHILD_WELFARE: _("The Child Welfare Act"),
    Law.PATIENT_RIGHTS: _("The Patient and User Rights Act"),
    Law.HEALTH_AND_CARE: _("The Health and Care Services Act"),
    Law.SPECIALIST_HEALTH: _("The Specialist Health Services Act"),
    Law.DENTAL: _("The Dental Health Services Act"),
    Law.INDIVIDUAL_PLAN: _("The regulation on individual plans"),
    Law.EDUCATION: _("The Education Act"),
    Law.PRIVATE_SCHOOLS: _("The Private Schools Act"),
    Law.KINDERGARTENS: _("The Kindergarten Act"),
    Law.LABOUR_AND_WELFARE: _("The Labour and Welfare Administration Act"),
    Law.SOCIAL_SERVICES: _("The Social Services Act"),
    Law.CRISIS_CENTRES: _("The Crisis Centre Act"),
    Law.FAMILY_COUNSELLING: _("The Family Counselling Service Act"),
    Law.INTEGRATION: _("The Integration Act"),
    Law.PENAL: _("The Penal Code"),
}

TOPICS: Mapping[Topic, LazyString] = {
    Topic.HEARD: _("The child's right to be heard"),
    Topic.BEST_INTERESTS: _("The best interests of the child"),
    Topic.CONVENTION_IS_LAW: _("The Convention on the Rights of the Child is Norwegian law"),
    Topic.COOPERATION: _("The services' duty to work together"),
    Topic.COORDINATOR: _("The right to a coordinator"),
    Topic.CHILD_COORDINATOR: _("The right to a child coordinator"),
    Topic.INDIVIDUAL_PLAN: _("The right to an individual plan"),
    Topic.YOUTH_COUNCIL: _("The municipality's youth council"),
    Topic.PLANNING: _("Taking part in planning"),
    Topic.CHILDREN_IN_PLANNING: _("Children's interests in planning"),
    Topic.PREVENTION_PLAN: _("The municipality's plan for children's living conditions"),
    Topic.INTERNAL_CONTROL: _("The municipality's internal control"),
    Topic.REPORT: _("The duty to report to the child welfare service"),
    Topic.AVERT: _("The duty to avert a crime"),
}
