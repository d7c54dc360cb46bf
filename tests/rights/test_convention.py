"""The Convention: its articles by number, and those that municipal decisions often touch."""

from participation.rights.convention import ARTICLES, Group


def test_the_rights_stand_in_articles_1_to_42_in_order():
    assert list(ARTICLES) == list(range(1, 43))


def test_every_article_is_filed_under_its_own_number():
    assert all(article.number == number for number, article in ARTICLES.items())


def test_the_four_general_principles_are_2_3_6_and_12():
    principles = [n for n, article in ARTICLES.items() if article.group is Group.GENERAL_PRINCIPLE]
    assert principles == [2, 3, 6, 12]


def test_the_right_to_be_heard_often_matters_to_municipalities():
    assert ARTICLES[12].municipal


def test_armed_conflict_seldom_matters_to_municipalities():
    assert not ARTICLES[38].municipal


def test_twenty_nine_articles_often_matter_to_municipalities():
    assert sum(article.municipal for article in ARTICLES.values()) == 29
