"""What leaves the house, as files: only protected tables, in words handed in by whoever asks."""
