"""Lines of pages with a form of their own, without the verbs of prose: notices, trackers of aid, registers, lists of orders."""

from __future__ import annotations

from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.aid import AidLists
from kordef.builders.transfers.awards import Awards
from kordef.builders.transfers.deals import Draft, Side
from kordef.builders.transfers.entries import Entries
from kordef.builders.transfers.footnotes import Footnotes
from kordef.builders.transfers.matrices import Matrices
from kordef.builders.transfers.notices import Notices
from kordef.builders.transfers.orders import Orders
from kordef.builders.transfers.packages import Packages
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.telling import tell
from kordef.document import BlockKind

__all__ = ["PageForms"]


class PageForms:
    """The readers of such lines, each of which is asked in turn until one takes the line.

    Those that a title or an opening sentence has set going come first, for below it a line is theirs whatever it looks like:
    notices, packages, trackers of aid, comments of a register. The customers of an award are known by their fixed words. A
    line of a matrix has a colon, in front of which stands one party, and would be an entry with a label to the entries;
    an entry that waits for its other fields has the line before it. Orders are known by least, and come last.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._notices = Notices(scene)
        self._packages = Packages(scene)
        self._aid = AidLists(scene)
        self._footnotes = Footnotes(scene)
        self._awards = Awards(scene)
        self._matrices = Matrices(scene)
        self._entries = Entries(scene)
        self._orders = Orders(scene)

    def take(self, line: Line) -> bool:
        """Tell the deals of a line of such a page; whether it is one, or has no sentence to be read otherwise."""
        taken = bool(line.tokens) and (
            self._notices.read(line) or self._packages.read(line) or self._aid.read(line) or self._footnotes.read(line)
        )
        self._tell(self._packages.told)
        if taken:
            self._tell(self._notices.told, self._aid.told, self._footnotes.told)
            return True
        if self._awards.read(line):
            self._tell(self._awards.told)
            return True
        if line.tokens and not self._entries.busy(line) and self._matrices.read(line):
            self._entries.close()
            self._tell(self._matrices.told)
            return True
        if not line.tokens or line.kind is BlockKind.TABLE_TITLE or self._entries.read(line):
            return True
        if self._orders.read(line):
            self._tell(self._orders.told)
            return True
        return False

    def donor(self, line: Line) -> Side | None:
        """Who gives whatever a line tells of, where it stands below the name of a donor."""
        return self._aid.donor(line)

    def close(self) -> None:
        """Tell what still waited for more lines when the document ended."""
        self._entries.close()
        self._notices.close()
        self._packages.close()
        self._tell(self._notices.told, self._packages.told)

    def _tell(self, *told: list[Draft]) -> None:
        """Tell the deals that readers have left for the scene, and forget them."""
        for drafts in told:
            left = drafts[:]
            drafts.clear()
            for draft in left:
                tell(self._scene, draft)
