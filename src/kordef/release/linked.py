"""``evidence.jsonld``: every piece of evidence as a Web Annotation (W3C), the records' origins in PROV-O."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kordef.dataset import Dataset
from kordef.evidence import Evidence
from kordef.records import Record, Source

__all__ = ["SHAPES", "evidence_text"]

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "prov": "http://www.w3.org/ns/prov#",
        "Entity": "prov:Entity",
        "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
        "schema": "http://schema.org/",
        "recordType": "schema:additionalType",
        "title": "schema:name",
        "publisher": "schema:publisher",
        "sha256": "schema:sha256",
        "evidenceKind": "schema:category",
    },
]

SHAPES = """# What evidence.jsonld must look like, for SHACL validators.
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <http://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix kordef: <urn:kordef:shapes:> .

kordef:Annotation a sh:NodeShape ;
  sh:targetClass oa:Annotation ;
  sh:property [ sh:path oa:hasBody ; sh:minCount 1 ; sh:maxCount 1 ; sh:node kordef:Field ] ;
  sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ; sh:maxCount 1 ; sh:node kordef:Words ] ;
  sh:property [ sh:path schema:category ; sh:minCount 1 ; sh:maxCount 1 ;
    sh:in ( "stated" "implied" "computed" "catalogue" ) ] .

kordef:Field a sh:NodeShape ;
  sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:class prov:Entity ] ;
  sh:property [ sh:path oa:hasSelector ; sh:minCount 1 ; sh:maxCount 1 ; sh:class oa:FragmentSelector ] .

kordef:Words a sh:NodeShape ;
  sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:node kordef:Document ] ;
  sh:property [ sh:path oa:hasSelector ; sh:minCount 2 ; sh:maxCount 2 ] ;
  sh:property [ sh:path oa:hasSelector ; sh:qualifiedValueShape kordef:Position ;
    sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 ] .

kordef:Position a sh:NodeShape ;
  sh:class oa:TextPositionSelector ;
  sh:property [ sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ; sh:minInclusive 0 ] ;
  sh:property [ sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ; sh:minInclusive 1 ] .

kordef:Quote a sh:NodeShape ;
  sh:targetClass oa:TextQuoteSelector ;
  sh:property [ sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ; sh:minLength 1 ; sh:maxLength 300 ] .

kordef:Document a sh:NodeShape ;
  sh:property [ sh:path schema:sha256 ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^[0-9a-f]{64}$" ] .

kordef:Record a sh:NodeShape ;
  sh:targetClass prov:Entity ;
  sh:property [ sh:path schema:additionalType ; sh:minCount 1 ; sh:maxCount 1 ] .
"""
"""The SHACL shapes of the file, as Turtle."""


def evidence_text(dataset: Dataset) -> str:
    """The sources and records as entities, and one annotation for each piece of evidence.

    The body of an annotation is a field of a record (a JSON Pointer), its target the words in the document: their place, and the
    words themselves or, where these may not be quoted, their hash.
    """
    document = {"@context": CONTEXT, "@graph": list(_graph(dataset))}
    lines = ",\n".join(json.dumps(node, ensure_ascii=False, separators=(",", ":")) for node in document["@graph"])
    return f'{{"@context":{json.dumps(CONTEXT, separators=(",", ":"))},"@graph":[\n{lines}\n]}}\n'


def _graph(dataset: Dataset) -> Iterator[dict[str, Any]]:
    for record in dataset.records:
        yield _entity(record)
        for position, evidence in enumerate(record.evidence):
            yield _annotation(record, position, evidence)


def _iri(identifier: str) -> str:
    return f"urn:kordef:{identifier}"


def _entity(record: Record) -> dict[str, Any]:
    node: dict[str, Any] = {"id": _iri(record.id), "type": "Entity", "recordType": record.type}
    if isinstance(record, Source):
        node |= {"title": record.title, "sha256": record.sha256}
        if record.publisher is not None:
            node["publisher"] = record.publisher
        if record.parent is not None:
            node["wasDerivedFrom"] = _iri(record.parent)
    else:
        node["wasDerivedFrom"] = _iri(record.source)
    return node


def _annotation(record: Record, position: int, evidence: Evidence) -> dict[str, Any]:
    words = (
        {"type": "TextQuoteSelector", "exact": evidence.exact}
        if evidence.exact
        else {"type": "schema:PropertyValue", "sha256": evidence.sha256}
    )
    return {
        "id": _iri(f"{record.id}/evidence/{position}"),
        "type": "Annotation",
        "evidenceKind": str(evidence.kind.value),
        "body": {
            "type": "SpecificResource",
            "source": _iri(record.id),
            "selector": {
                "type": "FragmentSelector",
                "conformsTo": "http://tools.ietf.org/rfc/rfc6901",
                "value": evidence.field,
            },
        },
        "target": {
            "type": "SpecificResource",
            "source": _iri(evidence.source),
            "selector": [{"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}, words],
        },
    }
