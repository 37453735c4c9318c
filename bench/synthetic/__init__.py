"""A corpus of press releases that nobody published, with facts known by construction: for measuring size and speed."""
