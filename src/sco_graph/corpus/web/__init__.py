"""The only part that goes to the network, and only when asked: addresses become files in a folder."""
