"""Rights: what the Convention, the ladder and Norwegian law ask of us, without a word of any language."""
