"""One child, named and confidential: the west wing.

Each room may use the rooms before it, and none in the other wing:
cases, sharing, help_given, open_questions, voices, own_codes, own_voices, meetings, meeting_wishes,
meeting_notes, duty, concerns, contacts, corrections, weighings, standing, individual_plans, replies.
"""
