"""Files of every format, made for tests; all bodies and people in them are fictional."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping, Sequence

PARAGRAPHS = (
    "4 марта 2021 года состоялся телефонный разговор Генерального секретаря Озёрного союза Ивана Тестова с послом "
    "Фридонии Петром Пробовым.",
    "Стороны обсудили вопросы борьбы с терроризмом и договорились о встрече в Озёрске.",
)
TEXT = "\n".join(PARAGRAPHS) + "\n"

PAGE = f"""<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>Разговор в Озёрске — Озёрный союз</title>
<meta property="og:title" content="Разговор в Озёрске"><meta property="og:site_name" content="Озёрный союз">
<meta property="article:published_time" content="2021-03-05T10:00:00+05:00">
<link rel="canonical" href="https://lake.example/news/1"></head>
<body><nav><ul><li><a href="/">Главная</a></li><li><a href="/news">Все новости</a></li></ul></nav>
<article><h1>Разговор в Озёрске</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>
<table><tr><td>Озёрск</td><td>Тростник</td></tr></table></article>
<script>var hidden = "не текст";</script>
<footer><p>© 2021 Озёрный союз. Все права защищены. Подписаться на рассылку</p></footer></body></html>
"""


def pdf(pages: Sequence[Sequence[str]], properties: Mapping[str, str] | None = None) -> bytes:
    """A PDF with lines of text on its pages, in a font whose codes are UTF-16."""
    used = sorted({char for lines in pages for line in lines for char in line})
    codes = "".join(f"1 beginbfchar <{c}> <{c}> endbfchar\n" for c in (char.encode("utf-16-be").hex() for char in used))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{codes}endcmap end end"
    ).encode()
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(pages)))
    info = "".join(f"/{name} ({value})" for name, value in (properties or {}).items())
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        4: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /DW 500"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        5: _stream(cmap),
        6: f"<< {info} >>".encode(),
    }
    for number, lines in enumerate(pages):
        shown = " T* ".join(f"<{line.encode('utf-16-be').hex()}> Tj" for line in lines)
        objects[11 + 2 * number] = _stream(f"BT /F 10 Tf 14 TL 40 800 Td {shown} ET".encode())
        objects[10 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents {11 + 2 * number} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>"
        ).encode()
    return _file(objects)


def _stream(data: bytes) -> bytes:
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: Mapping[int, bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    rows = [f"{places[n]:010} 00000 n \n" if n in places else "0000000000 65535 f \n" for n in range(size)]
    trailer = f"trailer << /Size {size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out + f"xref\n0 {size}\n".encode() + "".join(rows).encode() + trailer.encode()


def encrypted_pdf(password: str) -> bytes:
    """The same in RC4, with a password to open it."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([PARAGRAPHS]))))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def docx(lines: Sequence[str] = PARAGRAPHS, title: str = "", rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word file with paragraphs, then a table."""
    from docx import Document

    document = Document()
    document.core_properties.title = title
    for line in lines:
        document.add_paragraph(line)
    if rows:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def tarred(members: Mapping[str, bytes], mode: str = "gz") -> bytes:
    """A compressed tar archive, with a link that leads out of it."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=f"w:{mode}") as archive:  # type: ignore[call-overload]  # one of gz, bz2, xz
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
    return stream.getvalue()
