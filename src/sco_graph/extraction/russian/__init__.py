"""Russian: from words and their grammar to who, what happened and what was said."""
