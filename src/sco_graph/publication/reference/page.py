"""The reference as one HTML page a language, which loads nothing from anywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from importlib.resources import files

from ...vocabulary import ROOT, SCO
from . import diagram, turtle
from .examples import Example
from .terms import HEADER, Concept, Described, Ontology
from .words import LANGUAGES, words

_PROPERTIES = ("object", "datatype", "annotation")


def page(ontology: Ontology, examples: Mapping[str, Example], language: str) -> str:
    """The page in a language; ``examples`` are by anchor of the term."""
    return "\n".join(_Page(ontology, examples, language).lines()) + "\n"


class _Page:
    def __init__(self, ontology: Ontology, examples: Mapping[str, Example], language: str) -> None:
        self._ontology, self._examples, self._language = ontology, examples, language
        self._words = words(language)
        self._labels = {term.iri: term.labels[language] for term in ontology.terms}
        self._below: dict[str, list[str]] = defaultdict(list)
        self._leaving: dict[str, list[str]] = defaultdict(list)
        self._arriving: dict[str, list[str]] = defaultdict(list)
        for term in ontology.terms:
            for above in term.parents:
                self._below[above].append(term.iri)
            for end in term.domain:
                self._leaving[end].append(term.iri)
            for end in term.range:
                self._arriving[end].append(term.iri)

    def lines(self) -> Iterator[str]:
        """The page, line by line."""
        title = escape(self._ontology.titles[self._language])
        style = files(__package__).joinpath("reference.css").read_text("utf-8")
        yield f'<!DOCTYPE html>\n<html lang="{self._language}">\n<head>\n<meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f'<title>{title}</title>\n<link rel="canonical" href="{HEADER}">'
        yield f"<style>\n{style}</style>\n</head>\n<body>"
        yield from self._header(title)
        yield from self._overview()
        for heading, kinds in (("classes", ("class",)), ("properties", _PROPERTIES)):
            terms = sorted(self._ontology.of_kind(*kinds), key=lambda term: self._labels[term.iri].casefold())
            yield f'<h2 id="{heading}">{self._words[heading]}</h2>'
            yield from self._names(terms)
            for term in terms:
                yield from self._term(term)
        yield from self._schemes()
        yield f'<p class="note">{self._words["generated"]}</p>\n</body>\n</html>'

    def _header(self, title: str) -> Iterator[str]:
        links = (
            f"<b>{words(code)['language']}</b>"
            if code == self._language
            else f'<a href="{code}.html" hreflang="{code}" lang="{code}">{words(code)["language"]}</a>'
            for code in LANGUAGES
        )
        yield f'<header>\n<nav class="languages">{"".join(links)}</nav>\n<h1>{title}</h1>'
        yield f"<p>{escape(self._ontology.descriptions[self._language])}</p>"
        licence = f'<a href="{self._ontology.licence}">{self._ontology.licence}</a>'
        rows = {"version": self._ontology.version, "namespace": SCO, "prefix": "sco", "licence": licence}
        yield self._rows(rows.items())
        sections = ("overview", "classes", "properties", "schemes")
        yield f'<nav aria-label="{self._words["contents"]}">'
        yield " · ".join(f'<a href="#{name}">{self._words[name]}</a>' for name in sections) + "</nav>\n</header>"

    def _overview(self) -> Iterator[str]:
        labels = {term.anchor: term.labels[self._language] for term in self._ontology.terms}
        yield f'<h2 id="overview">{self._words["overview"]}</h2>\n<p class="note">{self._words["overview_note"]}</p>'
        yield f'<div class="diagram">\n{diagram.draw(labels, self._words["overview"])}\n</div>'
        yield f'<p class="note">{self._words["turtle_note"]} <code>{ROOT}</code>.</p>'

    def _names(self, terms: Iterable[Described]) -> Iterator[str]:
        items = (f'<li><a href="#{t.anchor}">{escape(t.labels[self._language])}</a></li>' for t in terms)
        yield f'<ul class="names">{"".join(items)}</ul>'

    def _term(self, term: Described) -> Iterator[str]:
        label = escape(term.labels[self._language])
        kind = f'<span class="kind">{self._words[term.kind]}</span>'
        yield f'<section class="term" id="{term.anchor}">\n<h3>{label}<code>sco:{term.anchor}</code>{kind}</h3>'
        yield f"<p>{escape(term.definitions[self._language])}</p>"
        yield self._rows(self._facts(term))
        found = self._examples[term.anchor]
        shown = f"<pre><code>{escape(found.turtle)}</code></pre>" if found.turtle else f"<p>{self._words['none']}</p>"
        yield f"<details>\n<summary>{self._words['example']}</summary>\n{shown}"
        yield f'<p class="note">{self._words["query"]}: <code>{escape(found.query)}</code></p>\n</details>\n</section>'

    def _facts(self, term: Described) -> Iterator[tuple[str, str]]:
        yield "parents", self._links(term.parents)
        yield "children", self._links(self._below[term.iri])
        yield "domain", self._links(term.domain)
        yield "range", self._links(term.range)
        yield "inverse", self._links([term.inverse] if term.inverse else [])
        yield "chain", " / ".join(self._link(part) for part in term.chain)
        yield "outgoing", self._links(self._leaving[term.iri])
        yield "incoming", self._links(self._arriving[term.iri])
        yield "functional", "✓" if term.functional else ""
        yield "abstract", "✓" if term.abstract else ""

    def _rows(self, facts: Iterable[tuple[str, str]]) -> str:
        rows = "".join(f"<dt>{self._words[name]}</dt><dd>{value}</dd>\n" for name, value in facts if value)
        return f"<dl>\n{rows}</dl>" if rows else ""

    def _links(self, iris: Iterable[str]) -> str:
        return ", ".join(self._link(iri) for iri in sorted(iris, key=self._order))

    def _order(self, iri: str) -> tuple[bool, str]:
        return iri not in self._labels, self._labels.get(iri, iri)

    def _link(self, iri: str) -> str:
        """An own term by its label, another by its name with a prefix."""
        if iri in self._labels:
            return f'<a href="#{iri.removeprefix(SCO)}">{escape(self._labels[iri])}</a>'
        return f'<a href="{escape(iri)}"><code>{escape(turtle.name(iri))}</code></a>'

    def _schemes(self) -> Iterator[str]:
        yield f'<h2 id="schemes">{self._words["schemes"]}</h2>'
        below: dict[tuple[str, str], list[Concept]] = defaultdict(list)
        for concept in self._ontology.concepts:
            below[concept.scheme, concept.broader].append(concept)
        for scheme in self._ontology.schemes:
            label = escape(scheme.labels[self._language])
            yield f'<section class="scheme" id="scheme/{scheme.anchor}">\n<h3>{label}'
            yield f"<code>&lt;scheme/{scheme.anchor}&gt;</code></h3>"
            yield f"<p>{escape(scheme.definitions[self._language])}</p>"
            yield from self._tree(below, scheme.anchor, "")
            yield "</section>"

    def _tree(self, below: Mapping[tuple[str, str], list[Concept]], scheme: str, above: str) -> Iterator[str]:
        concepts = below.get((scheme, above))
        if not concepts:
            return
        yield "<ul>"
        for concept in concepts:
            code = f"<code>{concept.anchor.partition('/')[2]}</code>"
            label = f'<a href="#{concept.anchor}">{escape(concept.labels[self._language])}</a>'
            definition = f'<span class="note">{escape(concept.definitions[self._language])}</span>'
            yield f'<li id="{concept.anchor}">{label} {code} {definition}'
            yield from self._tree(below, scheme, concept.anchor)
            yield "</li>"
        yield "</ul>"
