"""The disclosure engine: numbers leave with a proof that no child can be found in them.

In the order of the work: `rules` and `atoms` say who is asked and what is too small; `cells` what may be
printed; `targets` what must stay possible; `protect` chooses what is shown, with the help of `moves`;
`certificate` proves it by arithmetic alone; `attack` tries to break it; `display` says what a reader can
work out anyway; `ledger` remembers everything ever told.
"""
