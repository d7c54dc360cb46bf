"""One child, named and confidential: the west wing.

Each room may use the rooms before it, and none in the other wing:
cases, sharing, open_questions, voices, duty, concerns, contacts, weighings, standing, individual_plans,
replies.
"""
