"""At once: two acts at the same moment, the second begun while the first is not kept yet."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import sleep

from participation.storage.database import Database, Session

Acting = Callable[[Session], object]


def two_at_once(database: Database) -> Callable[[Acting, Acting], BaseException | None]:
    """Let `second` begin while `first` is under way; how the second was refused, if it was."""

    def alone(act: Acting) -> object:
        with database.writing() as db:
            return act(db)

    def both(first: Acting, second: Acting) -> BaseException | None:
        with ThreadPoolExecutor(1) as threads:
            with database.writing() as db:
                first(db)
                waiting = threads.submit(alone, second)
                sleep(0.2)
            return waiting.exception(timeout=20)

    return both
