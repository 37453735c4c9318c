"""All that is Chinese: characters folded, names after titles, bodies, interactions, and what was said."""
