"""Who may do what: one table, read from top to bottom."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from participation.errors import NotAllowed


class Role(Enum):
    CHILD = auto()
    COORDINATOR = auto()
    PLANNER = auto()
    COUNCIL_SECRETARY = auto()
    COUNCIL_MEMBER = auto()
    LEADER = auto()
    ADMINISTRATOR = auto()


STAFF = tuple(role for role in Role if role is not Role.CHILD)


class Act(Enum):
    # one child
    OPEN_CASE = auto()
    READ_CASE = auto()
    CLOSE_CASE = auto()
    INVITE_VOICE = auto()
    TAKE_BACK_INVITATION = auto()
    HAND_OVER_OWN_CODE = auto()
    TAKE_BACK_OWN_CODE = auto()
    BEGIN_OWN_VOICE = auto()
    APPROVE_VOICE = auto()
    TAKE_BACK_PASSAGE = auto()
    READ_VOICE = auto()
    NOTE_READING = auto()
    WEIGH = auto()
    EDIT_PLAN = auto()
    COMPLETE_PLAN = auto()
    REPLY_TO_VOICE = auto()
    SAY_IF_UNDERSTOOD = auto()
    RAISE_CONCERN = auto()
    READ_CONCERN = auto()
    FOLLOW_UP_CONCERN = auto()
    READ_CONTACT = auto()
    ANSWER_CONTACT = auto()
    PLAN_MEETING = auto()
    READ_MEETING = auto()
    SEND_WISHES = auto()
    DECIDE_ON_TOPIC = auto()
    WRITE_MEETING_NOTE = auto()
    SAY_IF_RIGHT = auto()
    SAY_IF_CAME_OUT_RIGHT = auto()
    # many children
    READ_COMMUNITY = auto()
    EDIT_MATTER = auto()
    OPEN_CONSULTATION = auto()
    PRINT_CODES = auto()
    ENTER_PAPER = auto()
    PREPARE_DEVICE = auto()
    CLOSE_CONSULTATION = auto()
    RELEASE_NUMBERS = auto()
    READ_FREE_TEXTS = auto()
    EDIT_LOCAL_NAMES = auto()
    DECIDE_ON_WORDS = auto()
    READ_AS_SECOND = auto()
    TAKE_BACK_WORDS = auto()
    EDIT_CODEBOOK = auto()
    CODE_TEXTS = auto()
    RELEASE_THEMES = auto()
    PROPOSE_QUOTATION = auto()
    CHECK_QUOTATION = auto()
    DRAFT_SUMMARY = auto()
    PUT_FORWARD_SUMMARY = auto()
    SEND_BACK_SUMMARY = auto()
    PUBLISH_SUMMARY = auto()
    REPLY_TO_CHILDREN = auto()
    EDIT_MUNICIPAL_PLAN = auto()
    PLACE_IN_PLAN = auto()
    # the youth council
    READ_COUNCIL = auto()
    EDIT_COUNCIL = auto()
    PUT_BEFORE_COUNCIL = auto()
    WRITE_POINT = auto()
    VOTE = auto()
    SEND_STATEMENT = auto()
    ANSWER_POINT = auto()
    # the assessment
    ASSESS = auto()
    FINISH_ASSESSMENT = auto()
    # the house itself
    SEE_WHAT_IS_LATE = auto()
    EDIT_ACCOUNTS = auto()
    HAND_OVER_CASES = auto()
    EDIT_CHILDRENS_PAGES = auto()
    NAME_DUTY = auto()
    READ_TRAIL = auto()
    SIGN_IN = auto()
    SIGN_OUT = auto()
    SET_PASSWORD = auto()


_COORDINATOR = frozenset({Role.COORDINATOR})
_PLANNER = frozenset({Role.PLANNER})
_CHILD = frozenset({Role.CHILD})
_COUNCIL = frozenset({Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER})

ALLOWED: Mapping[Act, frozenset[Role]] = {
    Act.OPEN_CASE: _COORDINATOR,
    Act.READ_CASE: _COORDINATOR,
    Act.CLOSE_CASE: _COORDINATOR,
    Act.INVITE_VOICE: _COORDINATOR,
    Act.TAKE_BACK_INVITATION: _COORDINATOR,
    Act.HAND_OVER_OWN_CODE: _COORDINATOR,
    Act.TAKE_BACK_OWN_CODE: _COORDINATOR,
    Act.BEGIN_OWN_VOICE: _CHILD,
    Act.APPROVE_VOICE: _CHILD,
    Act.TAKE_BACK_PASSAGE: _CHILD,
    Act.READ_VOICE: _COORDINATOR,
    Act.NOTE_READING: _COORDINATOR,
    Act.WEIGH: _COORDINATOR,
    Act.EDIT_PLAN: _COORDINATOR,
    Act.COMPLETE_PLAN: _COORDINATOR,
    Act.REPLY_TO_VOICE: _COORDINATOR,
    Act.SAY_IF_UNDERSTOOD: _CHILD,
    Act.RAISE_CONCERN: _CHILD,
    Act.READ_CONCERN: _COORDINATOR,
    Act.FOLLOW_UP_CONCERN: _COORDINATOR,
    Act.READ_CONTACT: _COORDINATOR,
    Act.ANSWER_CONTACT: _COORDINATOR,
    Act.PLAN_MEETING: _COORDINATOR,
    Act.READ_MEETING: _COORDINATOR,
    Act.SEND_WISHES: _CHILD,
    Act.DECIDE_ON_TOPIC: _COORDINATOR,
    Act.WRITE_MEETING_NOTE: _COORDINATOR,
    Act.SAY_IF_RIGHT: _CHILD,
    Act.SAY_IF_CAME_OUT_RIGHT: _CHILD,
    Act.READ_COMMUNITY: frozenset({Role.PLANNER, Role.LEADER}),
    Act.EDIT_MATTER: _PLANNER,
    Act.OPEN_CONSULTATION: _PLANNER,
    Act.PRINT_CODES: _PLANNER,
    Act.ENTER_PAPER: _PLANNER,
    Act.PREPARE_DEVICE: _PLANNER,
    Act.CLOSE_CONSULTATION: _PLANNER,
    Act.RELEASE_NUMBERS: _PLANNER,
    Act.READ_FREE_TEXTS: _PLANNER,
    Act.EDIT_LOCAL_NAMES: _PLANNER,
    Act.DECIDE_ON_WORDS: _PLANNER,
    Act.READ_AS_SECOND: _PLANNER,
    Act.TAKE_BACK_WORDS: _PLANNER,
    Act.EDIT_CODEBOOK: _PLANNER,
    Act.CODE_TEXTS: _PLANNER,
    Act.RELEASE_THEMES: _PLANNER,
    Act.PROPOSE_QUOTATION: _PLANNER,
    Act.CHECK_QUOTATION: _PLANNER,
    Act.DRAFT_SUMMARY: _PLANNER,
    Act.PUT_FORWARD_SUMMARY: _PLANNER,
    Act.SEND_BACK_SUMMARY: frozenset({Role.PLANNER, Role.LEADER}),
    Act.PUBLISH_SUMMARY: frozenset({Role.PLANNER, Role.LEADER}),
    Act.REPLY_TO_CHILDREN: _PLANNER,
    Act.EDIT_MUNICIPAL_PLAN: _PLANNER,
    Act.PLACE_IN_PLAN: _PLANNER,
    Act.READ_COUNCIL: _COUNCIL | _PLANNER | {Role.LEADER},
    Act.EDIT_COUNCIL: frozenset({Role.COUNCIL_SECRETARY}),
    Act.PUT_BEFORE_COUNCIL: frozenset({Role.COUNCIL_SECRETARY}),
    Act.WRITE_POINT: frozenset({Role.COUNCIL_MEMBER}),
    Act.VOTE: frozenset({Role.COUNCIL_MEMBER}),
    Act.SEND_STATEMENT: frozenset({Role.COUNCIL_SECRETARY}),
    Act.ANSWER_POINT: _PLANNER,
    Act.ASSESS: _PLANNER,
    Act.FINISH_ASSESSMENT: _PLANNER,
    Act.SEE_WHAT_IS_LATE: frozenset({Role.LEADER}),
    Act.EDIT_ACCOUNTS: frozenset({Role.ADMINISTRATOR}),
    Act.HAND_OVER_CASES: frozenset({Role.ADMINISTRATOR}),
    Act.EDIT_CHILDRENS_PAGES: frozenset({Role.PLANNER, Role.ADMINISTRATOR}),
    Act.NAME_DUTY: frozenset({Role.ADMINISTRATOR}),
    Act.READ_TRAIL: frozenset({Role.ADMINISTRATOR}),
    Act.SIGN_IN: frozenset(STAFF),
    Act.SIGN_OUT: frozenset(STAFF),
    Act.SET_PASSWORD: frozenset(STAFF),
}


@dataclass(frozen=True)
class Actor:
    """The person acting now: an account with a role, or a child with none."""

    role: Role
    account_id: int | None = None
    name: str = ""


CHILD = Actor(Role.CHILD)


def may(actor: Actor, act: Act) -> bool:
    return actor.role in ALLOWED[act]


def require(actor: Actor, act: Act) -> None:
    """Let the actor pass, or raise NotAllowed."""
    if not may(actor, act):
        raise NotAllowed(f"{actor.role.name} may not {act.name}")
