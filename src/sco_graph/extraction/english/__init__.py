"""Reading of English documents: who and where, what happened, what was said."""
