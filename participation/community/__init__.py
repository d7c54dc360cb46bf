"""Many children, none of them named: the east wing.

Each room may use the rooms before it, and none in the other wing:
matters, devices, consultations, answers, paper, offline, releases, local_names, own_words, summaries,
councils, assessments, municipal_plans, replies, codebooks, quotations.
"""
