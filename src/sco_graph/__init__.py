"""sco_graph."""
