"""Pictures of a dataset as Altair charts: timelines, networks, deals by stage, figures with what a hedge leaves open.

    import kordef
    from kordef import plots

    dataset = kordef.build(["seeds/"])
    chart = plots.deals(dataset.transfers.where(supplier="KR"))
    plots.save(chart, "deals.html")

A chart shows itself in a notebook and is an ordinary :class:`altair.Chart`, to be changed with ``properties`` and the like.
What a chart draws is plain data that can be had without Altair (:mod:`kordef.plots.rows`). The extra ``plots`` brings what
is needed: ``pip install 'kordef[plots]'``.
"""

from __future__ import annotations

import re
from importlib import import_module
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kordef.dataset import Dataset, selection_of
from kordef.errors import InvalidValue, MissingExtra
from kordef.plots.rows import deal_rows, figure_rows, moment_rows, network_rows
from kordef.plots.specs import deals_spec, figures_spec, network_spec, timeline_spec
from kordef.records import Observation, Record, Transfer
from kordef.selection import Selection
from kordef.store import whole_file
from kordef.terminal import harmless

if TYPE_CHECKING:
    import altair

__all__ = ["deals", "figures", "network", "save", "timeline"]

FORMATS = (".html", ".png", ".svg", ".json")


def timeline(selection: Selection[Any] | Dataset, *, title: str | None = None) -> altair.Chart:
    """When things happened: a line for each thing, a dot where the day is known, a bar over all days that a vaguer date leaves
    open. What several documents tell of stands once. Records without a date that can be resolved are not drawn."""
    return _chart(timeline_spec(moment_rows(selection_of(selection, Record, "timeline")), title))


def network(
    selection: Selection[Any] | Dataset, *, by_state: bool = True, least: int = 1, title: str | None = None
) -> altair.Chart:
    """Who has to do with whom: parties on a circle, lines between those who agree, meet, supply or act together, the wider the
    more often. ``least`` leaves out ties in fewer things; see :func:`kordef.networks.network` for ``by_state``."""
    if least < 1:
        raise InvalidValue(f"least must be 1 or more, found {least}")
    return _chart(
        network_spec(*network_rows(selection_of(selection, Record, "network"), by_state=by_state, least=least), title)
    )


def deals(selection: Selection[Transfer] | Dataset, *, title: str | None = None) -> altair.Chart:
    """Each deal with its recipient, goods and the stage it has reached, from the first thought to the last delivery.

    What several documents tell of one deal stands in one line; where they differ, each stage they name has its dot.
    """
    return _chart(deals_spec(deal_rows(selection_of(selection, Transfer, "deals")), title))


def figures(
    selection: Selection[Observation] | Dataset, *, unit: str | None = None, title: str | None = None
) -> altair.Chart:
    """Statistics over time, with a band over all numbers that each hedge and each rounding leaves open.

    There must be one unit ("USD", "percent"), or ``unit`` says which is drawn: unlike units never share an axis. A figure
    that is open to one side ("over 200") has an arrow there. Figures without a period or subject are not drawn.
    """
    return _chart(figures_spec(*figure_rows(selection_of(selection, Observation, "figures"), unit=unit), title))


def save(chart: altair.Chart, path: str | Path, *, scale: float = 2.0) -> None:
    """Write a chart as HTML (with all that it needs, so that no network is), PNG, SVG or Vega-Lite JSON, by the name's ending.

    ``scale`` is the number of pixels of a PNG for each point of the chart.
    """
    path = Path(path)
    kind = path.suffix.lower()
    if kind not in FORMATS:
        raise InvalidValue(f"a chart is written as {', '.join(FORMATS)}, found {path.name!r}")
    try:
        import_module("vl_convert")  # Altair says what it lacks at greater length
    except ImportError:
        raise MissingExtra("writing a chart", "plots") from None
    picture, text = BytesIO(), StringIO()
    if kind == ".png":
        chart.save(picture, format="png", scale_factor=scale)
    elif kind == ".html":
        chart.save(text, format="html", inline=True)
    elif kind == ".svg":
        chart.save(text, format="svg")
    else:
        chart.save(text, format="json")
    with whole_file(path) as out:
        out.write(picture.getvalue() or text.getvalue().encode("utf-8"))


def _chart(spec: dict[str, Any]) -> altair.Chart:
    try:
        import altair
    except ImportError:
        raise MissingExtra("a picture", "plots") from None
    return altair.Chart.from_dict(_inert(spec))


_MARKUP = re.compile("<(?=!--|/?script)", re.IGNORECASE)
"""Where a page that has the chart's data in a script, as files and notebooks have it, would take a name for its own markup."""


def _inert(value: Any) -> Any:
    """A chart whose texts end no script (an invisible joiner stands in what would) and hold no controls, which XML forbids."""
    if isinstance(value, str):
        return _MARKUP.sub("<\N{WORD JOINER}", harmless(value))
    if isinstance(value, dict):
        return {name: _inert(one) for name, one in cast("dict[str, Any]", value).items()}
    return [_inert(one) for one in cast("list[object]", value)] if isinstance(value, list) else value
