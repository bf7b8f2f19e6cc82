"""From a text of your own to a table for a spreadsheet.

    python examples/text_to_csv.py article.txt > deals.csv

Without a file it takes the text below. Numbers go into two columns, because "over 200" is not 200.
"""

from __future__ import annotations

import csv
import sys

import kordef

ARTICLE = """Romania signs for Korean howitzers

Romania signed a contract with Hanwha Aerospace on 9 July 2024 for 54 K9 howitzers and 36 K10 vehicles worth about $920 million.

Norway plans to buy up to 16 K239 Chunmoo launchers from South Korea.
"""
COLUMNS = (
    "from",
    "to",
    "weapon",
    "low",
    "high",
    "hedge",
    "value",
    "currency",
    "stage",
    "modality",
    "date",
    "quote",
    "record",
)


def main(paths: list[str]) -> None:
    texts = kordef.documents(paths) if paths else [kordef.read_text("article", ARTICLE)]
    dataset = kordef.Dataset.of(record for text in texts for record in kordef.extract(text).records)

    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(COLUMNS)
    for transfer in dataset.transfers:
        value, quote = transfer.value, next(e.exact for e in transfer.evidence if not e.field)
        for item in transfer.items:
            number = item.number
            table.writerow(
                (
                    dataset.party(transfer.supplier) if transfer.supplier else "",
                    dataset.party(transfer.recipient) if transfer.recipient else "",
                    dataset.weapon(item.weapon).name if item.weapon else item.description,
                    number.low if number else "",
                    number.high if number else "",
                    number.qualifier if number else "",
                    value.amount if value else "",
                    value.currency if value else "",
                    transfer.stage,
                    transfer.modality,
                    "; ".join(str(stage.date) for stage in transfer.stages),
                    " ".join(quote.split()),
                    transfer.id,
                )
            )


if __name__ == "__main__":
    main(sys.argv[1:])
