"""Real SPARQL servers on loopback, for the tests of stores on a server."""
