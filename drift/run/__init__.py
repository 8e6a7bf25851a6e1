"""A snippet becomes an outcome: which runs when, in a process and a sandbox of its own."""
