"""Small files of every kind that is read, written by the programs people use, with what each holds.

    python bench/reference/make_file_fixtures.py

writes test/fixtures/files/* and expected.json. The rows are made up. Needs requirements-files.txt.
"""

import datetime as dt
import gzip
import io
import json
import pathlib
import zipfile
from decimal import Decimal

import openpyxl
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as parquet

folder = pathlib.Path(__file__).parents[2] / "test/fixtures/files"
folder.mkdir(parents=True, exist_ok=True)

names = ["id", "joined", "seen", "score", "visits", "member", "city"]
rows = [
    [f"00{i:03d}", dt.date(2020, 1 + i % 12, 1 + i % 28), dt.datetime(2021, 3, 1 + i % 28, 9, i % 60, 30),
     None if i % 5 == 0 else round(0.1 * i + 0.2, 1), 9007199254740993 + i if i == 7 else i * i, i % 2 == 0,
     ["Zürich", "Łódź", "München", "<b>Rome</b>", 'The "Hague", NL'][i % 5]]
    for i in range(40)
]


def text(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return repr(value) if value != int(value) else str(int(value))
    return str(value)


expected = {"names": names, "rows": [[text(cell) for cell in row] for row in rows]}
(folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=0) + "\n")

types = [pa.string(), pa.date32(), pa.timestamp("us"), pa.float64(), pa.int64(), pa.bool_(), pa.dictionary(pa.int32(), pa.string())]
table = pa.table({name: pa.array([row[i] for row in rows], types[i]) for i, name in enumerate(names)})
for codec in ["none", "snappy", "gzip", "zstd", "lz4", "brotli"]:
    parquet.write_table(table, folder / f"{codec}.parquet", compression=codec, row_group_size=15)
for codec in ["uncompressed", "lz4", "zstd"]:
    feather.write_feather(table, folder / f"{codec}.feather", compression=codec)
singles = pa.table({"single": pa.array([0.1, 0.25, 1e-3], pa.float32()), "price": pa.array([Decimal("1.50"), Decimal("20.00"), Decimal("0.05")], pa.decimal128(9, 2))})
parquet.write_table(singles, folder / "singles.parquet")

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "People"
sheet.append(names)
for row in rows:
    sheet.append([*row[:4], text(row[4]) if row[4] > 2**53 else row[4], *row[5:]])
other = book.create_sheet("Prices")
for row in [["Prices of May"], [], ["item", "price"], ["tea", 2.5], ["coffee", 0.1 + 0.2]]:
    other.append(row)
book.create_sheet("Empty")
book.save(folder / "book.xlsx")

records = [dict(zip(names, [text(c) if isinstance(c, (dt.date, dt.datetime)) else c for c in row])) for row in rows]
(folder / "records.json").write_text(json.dumps({"status": "ok", "people": records}, ensure_ascii=False))
(folder / "lines.jsonl").write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records) + "\n")

csv = io.StringIO()
csv.write(",".join(names) + "\n")
for row in expected["rows"]:
    csv.write(",".join('"' + c.replace('"', '""') + '"' if '"' in c or "," in c else c for c in row) + "\n")
plain = csv.getvalue().encode()
# Two members, as of a log that was added to.
(folder / "members.csv.gz").write_bytes(gzip.compress(plain[:500], mtime=0) + gzip.compress(plain[500:], mtime=0))
with zipfile.ZipFile(folder / "archive.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    for name, content in [("read me.pdf", b"%PDF-1.4" + b"x" * 9000), ("__MACOSX/._people.csv", b"\0" * 300), ("data/people.csv", plain), ("data/few.csv", b"a,b\n1,2\n")]:
        archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
