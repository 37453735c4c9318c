"""A build on many machines: documents read anywhere, quads written as sorted shards, derived by shares, loaded at once.

The only room that knows Dask (Rocklin 2015). The result is that of :func:`sco_graph.pipeline.build`, quad for quad.
"""
