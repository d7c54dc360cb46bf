"""Symbols: the names of the pictures that may stand beside an option.

How they look belongs to the web floor.
"""

SYMBOLS = (
    # how much, how often, how it is
    "yes", "no", "partly", "dont_know", "often", "sometimes", "never",
    "very_bad", "bad", "mixed", "good", "very_good", "calm", "safe", "unsafe",
    # people, and what they do
    "adult", "family", "friends", "alone", "together", "meet", "meeting", "know_me", "for_me",
    "talk", "listen", "explain", "help", "promise", "phone", "message", "write", "online",
    "youngest", "younger", "older", "oldest",
    # places, and how to get there
    "home", "school", "houses", "city", "countryside", "park", "outdoors", "map", "shelter", "light",
    "bus", "bike",
    # the day, the week and the year
    "food", "sleep", "doctor", "sports", "music", "play", "plan", "later", "stop", "secret",
    "sun", "rain", "snow", "spring", "summer", "autumn", "winter",
)  # fmt: skip
"""An option that bears one of these names needs no other mention in survey.toml."""
