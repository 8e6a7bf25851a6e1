"""The finished site against a list of rules."""
