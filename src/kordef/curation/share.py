"""How much of a dataset people made or mended."""

from __future__ import annotations

from attrs import frozen

from kordef.dataset import Dataset
from kordef.vocabulary import ReviewAction

__all__ = ["Share", "share_of"]


@frozen(kw_only=True)
class Share:
    """The records of a dataset that people added, corrected and took out, and how many there are in all."""

    records: int
    added: int
    corrected: int
    rejected: int

    @property
    def part(self) -> float:
        """What people touched, as a part of all records, those taken out counted: 0.05 is one in twenty."""
        every = self.records + self.rejected
        return (self.added + self.corrected + self.rejected) / every if every else 0.0

    def __str__(self) -> str:
        return (
            f"reviewed by hand: {self.added} added, {self.corrected} corrected, {self.rejected} rejected "
            f"({self.part:.1%} of the records)"
        )


def share_of(dataset: Dataset) -> Share:
    """What people did to a dataset, as its records say."""
    actions = [record.review.action for record in dataset if record.review is not None]
    return Share(
        records=len(dataset),
        added=actions.count(ReviewAction.ADDED),
        corrected=actions.count(ReviewAction.CORRECTED),
        rejected=sum(len(source.rejected) for source in dataset.sources),
    )
