"""The weight a child's view was given."""

from participation.rights.weight import Weight


def test_weights_run_from_decisive_to_none():
    assert list(Weight) == ["decisive", "great", "some", "little", "none"]
