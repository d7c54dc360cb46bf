from participation.rights.help_given import NO_HELP, How, Present, help_named


def test_where_nothing_is_told_there_was_no_help():
    assert not NO_HELP
    assert help_named() == NO_HELP


def test_who_was_there_is_worth_telling_though_nobody_did_anything():
    assert help_named((), ["parent"])


def test_help_is_told_once_and_always_in_the_same_order():
    told = help_named(["typed", "read_aloud", "typed"], ["coordinator", "parent"])
    assert told.how == (How.READ_ALOUD, How.TYPED)
    assert told.present == (Present.PARENT, Present.COORDINATOR)


def test_what_nobody_knows_is_passed_by():
    assert help_named(["judged"], ["the king"]) == NO_HELP
