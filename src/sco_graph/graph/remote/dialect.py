"""What a product is asked in the place of a query that it is known to answer wrongly, without a word.

Virtuoso 7.2.5, found by the tests of stores on a server: answers depended on the plan that it chose, so that the same
query over the same data was right nine times in ten.

* A comparison of a variable with a date may lose all answers (an index is walked from the wrong end). Inside
  ``COALESCE(?x)``, which means the same, it is computed for each row.
* A path ``p*`` or ``p+`` of one property may lose answers when it is joined. A path of two properties does not: so
  a second one is named that nothing has.
"""

from __future__ import annotations

import re

_CONSTRUCT = re.compile(r"(?<![\w:])construct\b", re.IGNORECASE)
_NONE = "<urn:sco-graph:none>"
_TOKEN = re.compile(
    r"""(?P<path>\^?(?:<[^<>"{}|^`\\\x00-\x20]*>|[\w-]*:[\w.-]*\w))(?P<many>[*+])(?![\d.])
    |(?P<skip>\#[^\n]*|<[^<>"{}|^`\\\x00-\x20]*>
    |\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}
    |"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<compared>[<>]=?)|(?P<variable>[?$]\w+)|(?P<space>\s+)|.""",
    re.VERBOSE | re.DOTALL,
)


def adapted(query: str, product: str) -> str:
    """The query as a product answers it rightly; ``product`` is what it calls itself in the header ``Server``.

    >>> adapted("ASK { ?x skos:broader* ?y FILTER(?d <= ?e) }", "Virtuoso/07.20.3229 (Linux)")
    'ASK { ?x (skos:broader|<urn:sco-graph:none>)* ?y FILTER(COALESCE(?d) <= COALESCE(?e)) }'
    >>> adapted("ASK { ?x skos:broader* ?y }", "another")
    'ASK { ?x skos:broader* ?y }'
    """
    if "virtuoso" not in product.lower():
        return query
    tokens = list(_TOKEN.finditer(query))
    meaning = [token for token in tokens if not token["space"]]
    compared = {
        token.start()
        for before, token, after in zip([None, *meaning], meaning, [*meaning[1:], None], strict=False)
        if token["variable"] and any(one and one["compared"] for one in (before, after))
    }
    return "".join(_written(token, token.start() in compared) for token in tokens)


def solutions(construct: str, product: str) -> str:
    """A SELECT of what a CONSTRUCT query is made from, where the product cuts that off and tells so of a SELECT only.

    Empty for other products and for DESCRIBE.

    >>> solutions("CONSTRUCT { ?s ?p 1 } WHERE { ?s ?p ?o } LIMIT 5", "Virtuoso/07")
    'SELECT * WHERE { ?s ?p ?o } LIMIT 5'
    >>> solutions("PREFIX a: <urn:a> CONSTRUCT WHERE { ?s a:p ?o }", "Virtuoso/07")
    'PREFIX a: <urn:a> SELECT * WHERE { ?s a:p ?o }'
    """
    tokens = list(_TOKEN.finditer(construct)) if "virtuoso" in product.lower() else []
    at = next((one.start() for one in tokens if _CONSTRUCT.match(construct, one.start())), None)
    if at is None:
        return ""
    rest = construct[at + len("construct") :]
    if rest.lstrip().startswith("{"):
        closing = next(one for one in tokens if one.start() > at and one[0] == "}")
        rest = construct[closing.end() :]
    return f"{construct[:at]}SELECT *{rest}"


def _written(token: re.Match[str], compared: bool) -> str:
    if token["path"]:
        return f"({token['path']}|{_NONE}){token['many']}"
    return f"COALESCE({token[0]})" if compared else token[0]
