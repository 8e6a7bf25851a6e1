"""MkDocs and Zensical: thin, named edges."""
