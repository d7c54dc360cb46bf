"""The disclosure engine: numbers leave with a proof that no child can be found in them.

In the order of the work: `rules` and `atoms` say who is asked and what is too small; `cells` what may be
printed; `targets` what must stay possible; `protect` chooses what is shown, in a `draft` on a `board`, with
the help of `moves`; the `veil` leaves open why; `blocks` keep large surveys small enough for it.
`certificate` proves the choice by arithmetic alone; `attack` lays a `siege` to it as an `outsider`;
`display` and `merged` say what a reader can work out anyway; `ledger` remembers everything ever told;
`together` does all questions of a release at once.
"""
