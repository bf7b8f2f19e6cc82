"""Pictures as Vega-Lite specifications: plain dictionaries, drawn by whoever can."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kordef.plots.rows import Row
from kordef.vocabulary import Relation, Stage

__all__ = ["deals_spec", "figures_spec", "network_spec", "timeline_spec"]

Spec = dict[str, Any]

_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_PALETTE = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#6b6b6b"]
"""The colours of Okabe and Ito, which people with any sight tell apart, with a grey for the last."""
_LINE = 22
"""The height of a line in pixels."""
_SHORT = "replace(replace(replace(datum.label, 'G', ' bn'), 'M', ' m'), 'k', ',000')"
"""Thousands, millions and thousand millions as people write them, from the letters of the metric system."""
_STAGES = [str(stage) for stage in Stage]
_DATE = {"type": "temporal", "title": None, "axis": {"format": "%Y-%m", "labelOverlap": True}}


def _spec(rows: Sequence[Row], title: str | None, **parts: Any) -> Spec:
    """A chart over rows; one without any says so, and does not look like a broken one."""
    spec: Spec = {
        "$schema": _SCHEMA,
        "data": {"values": list(rows)},
        "config": {
            "font": "system-ui, sans-serif",
            "view": {"stroke": None},
            "range": {"category": _PALETTE},
            "axis": {"labelLimit": 520, "grid": True, "gridOpacity": 0.4, "domain": False},
            "legend": {"orient": "bottom", "columns": 6, "labelLimit": 400, "titleLimit": 400, "symbolOpacity": 1},
            "title": {"anchor": "start", "fontSize": 15},
        },
        **parts,
    }
    if title is not None:
        spec["title"] = title
    if not rows:
        spec["data"] = {"values": [{"text": "nothing to draw"}]}
        spec.pop("layer", None)
        spec |= {"mark": {"type": "text", "color": "#888"}, "encoding": {"text": {"field": "text"}}}
        spec |= {"width": 300, "height": 40}
    return spec


def _tips(*fields: str) -> list[Spec]:
    return [{"field": field, "type": "nominal"} for field in fields]


def timeline_spec(rows: Sequence[Row], title: str | None = None) -> Spec:
    """Moments: a line each in the order of time, dots for days and bars for what is vaguer, coloured by type of record."""
    shared = {
        "y": {"field": "label", "type": "nominal", "sort": {"field": "rank"}, "title": None},
        "color": {"field": "type", "type": "nominal", "title": None},
        "tooltip": _tips("what", "date", "quote", "source", "told"),
    }
    return _spec(
        rows,
        title,
        width=560,
        height={"step": _LINE},
        layer=[
            {
                "transform": [{"filter": "!datum.day"}],
                "mark": {"type": "bar", "height": 8, "cornerRadius": 4, "opacity": 0.55},
                "encoding": {"x": {"field": "first", **_DATE}, "x2": {"field": "last"}, **shared},
            },
            {
                "transform": [{"filter": "datum.day"}],
                "mark": {"type": "circle", "size": 90, "opacity": 1},
                "encoding": {"x": {"field": "first", **_DATE}, **shared},
            },
        ],
    )


def deals_spec(rows: Sequence[Row], title: str | None = None) -> Spec:
    """Deals: a line each, by recipient, with a dot at the stage and a line between the stages that documents differ on."""
    most = max(2, max((row["told"] for row in rows), default=1))  # a scale needs two ends
    reached = [stage for stage in _STAGES if any(row["stage"] == stage for row in rows)]
    line = {"field": "label", "type": "nominal", "title": None, "sort": None}
    stage = {
        "field": "stage",
        "type": "ordinal",
        "title": None,
        "sort": _STAGES,
        "scale": {"domain": reached},
        "axis": {"orient": "top", "labelAngle": 0, "grid": True},
    }
    return _spec(
        rows,
        title,
        width={"step": 92},
        height={"step": _LINE},
        layer=[
            {
                "mark": {"type": "line", "color": "#999", "strokeWidth": 2},
                "encoding": {"y": line, "x": stage, "detail": {"field": "deal", "type": "nominal"}},
            },
            {
                "mark": {"type": "circle", "opacity": 1},
                "encoding": {
                    "y": line,
                    "x": stage,
                    "color": {"field": "stage", "type": "ordinal", "sort": _STAGES, "legend": None},
                    "size": {
                        "field": "told",
                        "type": "quantitative",
                        "title": "records that tell of it",
                        "scale": {"range": [110, 420], "domain": [1, most]},
                        "legend": {"values": list(range(1, most + 1)), "format": "d"},
                    },
                    "tooltip": _tips("supplier", "recipient", "goods", "value", "stage", "modality", "quote", "source"),
                },
            },
        ],
    )


def network_spec(parties: Sequence[Row], ties: Sequence[Row], title: str | None = None) -> Spec:
    """Parties on a circle and the ties between them, the colour by how they are tied, the width by how often."""
    place = {
        "x": {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [-1.5, 1.5]}},
        "y": {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [-1.15, 1.15]}},
    }
    labels = [
        {
            "data": {"values": [p for p in parties if p["right"] is right]},
            "mark": {"type": "text", "align": "left" if right else "right", "dx": 13 if right else -13, "fontSize": 12},
            "encoding": {**place, "text": {"field": "name"}},
        }
        for right in (True, False)
    ]
    return _spec(
        ties,
        title,
        width=640,
        height=520,
        layer=[
            {
                "mark": {"type": "rule", "opacity": 0.55, "strokeCap": "round"},
                "encoding": {
                    **place,
                    "x2": {"field": "x2"},
                    "y2": {"field": "y2"},
                    "color": {
                        "field": "relation",
                        "type": "nominal",
                        "title": None,
                        "scale": {
                            "domain": [str(r) for r in Relation if any(t["relation"] == str(r) for t in ties)],
                        },
                    },
                    "strokeWidth": {
                        "field": "weight",
                        "type": "quantitative",
                        "title": "in how many things",
                        "scale": {"range": [1, 7], "domainMin": 1},
                        "legend": {"tickMinStep": 1, "format": "d"},
                    },
                    "tooltip": _tips("tie", "relation", "weight"),
                },
            },
            {
                "data": {"values": list(parties)},
                "mark": {"type": "circle", "opacity": 1, "color": "#444"},
                "encoding": {
                    **place,
                    "size": {"field": "weight", "type": "quantitative", "legend": None, "scale": {"range": [60, 500]}},
                    "tooltip": _tips("name", "kind", "weight"),
                },
            },
            *labels,
        ],
    )


def figures_spec(rows: Sequence[Row], unit: str = "", title: str | None = None) -> Spec:
    """Figures over time: a line and a band for each series, a bar over the time of each figure, arrows where it is open."""
    when = {"field": "when", **_DATE, "axis": {"format": "%Y", "labelOverlap": True}}
    color = {"field": "series", "type": "nominal", "title": None, "legend": {"orient": "bottom", "columns": 1}}
    axis = {
        "type": "quantitative",
        "title": unit.replace("_", " ") or None,
        "axis": {"format": "~s", "labelExpr": _SHORT},
    }
    tips = _tips("series", "period", "value", "publisher", "quote", "source")
    arrows = [
        {
            "transform": [{"filter": f"datum.open == '{side}'"}],
            "mark": {"type": "point", "shape": shape, "filled": True, "size": 110, "yOffset": offset},
            "encoding": {"x": when, "y": {"field": "middle", **axis}, "color": color, "tooltip": tips},
        }
        for side, shape, offset in (("above", "triangle-up", -9), ("below", "triangle-down", 9))
    ]
    return _spec(
        rows,
        title,
        width=600,
        height=320,
        layer=[
            {
                "mark": {"type": "area", "opacity": 0.22},
                "encoding": {"x": when, "y": {"field": "low", **axis}, "y2": {"field": "high"}, "color": color},
            },
            {
                "mark": {"type": "rule", "strokeWidth": 5, "opacity": 0.4},
                "encoding": {"x": when, "y": {"field": "low", **axis}, "y2": {"field": "high"}, "color": color},
            },
            {
                "mark": {"type": "rule", "strokeWidth": 1.5, "opacity": 0.7},
                "encoding": {
                    "x": {**when, "field": "first"},
                    "x2": {"field": "last"},
                    "y": {"field": "middle", **axis},
                    "color": color,
                },
            },
            {
                "mark": {"type": "line", "strokeDash": [4, 3]},
                "encoding": {"x": when, "y": {"field": "middle", **axis}, "color": color},
            },
            {
                "mark": {"type": "circle", "size": 70, "opacity": 1},
                "encoding": {"x": when, "y": {"field": "middle", **axis}, "color": color, "tooltip": tips},
            },
            *arrows,
        ],
    )
