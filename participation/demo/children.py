"""Children: what those of Lyngvær answer. Nobody real has said any of it."""

from collections.abc import Mapping, Sequence
from random import Random

from participation.demo.words import LYNGVAER
from participation.surveys import routing
from participation.surveys.definition import Survey
from participation.surveys.questions import Answer, Question, Scale, Status

WEIGHTS: Mapping[str, Sequence[int]] = {
    "being_here": (1, 3, 6),
    "outdoors": (5, 4, 2, 1),
    "age_group": (2, 6, 6, 3),
    "area": (5, 6, 4, 1),
}
"""How often each option is chosen; the others are all as likely."""
OFTEN_WRITES, SELDOM = 0.5, 0.06


class Children:
    """The same children each time, so that two demos tell the same story."""

    def __init__(self) -> None:
        self._random = Random(2026)  # noqa: S311 (a story, no secret)

    def answers(self, survey: Survey) -> dict[str, Answer]:
        """What one child answers, page by page, with some skipped and some not understood."""
        said: dict[str, Answer] = {}
        for page in survey.pages:
            if page in routing.path(survey, said) and page.question.kept:
                said[page.id] = self._answer(page.question)
        return said

    def _answer(self, question: Question) -> Answer:
        luck = self._random.random()
        if luck < SELDOM:
            return Answer(Status.NOT_UNDERSTOOD if luck < SELDOM / 4 else Status.SKIPPED)
        if question.scale is Scale.WORDS:
            return self._words(question.id)
        options = question.categories
        if question.scale is Scale.MANY:
            chosen = self._random.sample(options, self._random.randint(1, 2))
            return Answer(Status.ANSWERED, question.accept(tuple(chosen)))
        weights = WEIGHTS.get(question.id, [1] * len(options))
        return Answer(Status.ANSWERED, self._random.choices(options, weights)[0])

    def _words(self, question: str) -> Answer:
        if self._random.random() > OFTEN_WRITES:
            return Answer(Status.SKIPPED)
        return Answer(Status.ANSWERED, self._random.choice(LYNGVAER["children"][question]))
