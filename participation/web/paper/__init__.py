"""Paper: the twin of the pages on a screen, for children who would rather write by hand."""
