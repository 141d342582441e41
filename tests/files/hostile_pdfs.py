"""PDF files that act, tell, loop, lock or swell; each maker takes a random source."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

CANARY = "CANARY-7f3a"
SCRIPT = String(f"app.alert('{CANARY}')")


def saved(pdf: Pdf, **options: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **options)  # type: ignore[arg-type]
    return out.getvalue()


def blank(pages: int = 2) -> Pdf:
    pdf = Pdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(300, 400))
        page.Contents = pdf.make_stream(b"0.5 g 20 20 100 100 re f")
    return pdf


def script(pdf: Pdf) -> pikepdf.Object:
    return pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=SCRIPT))


def open_action(chance: random.Random) -> bytes:
    pdf = blank()
    pdf.Root.OpenAction = script(pdf)
    return saved(pdf, object_stream_mode=chance.choice(list(pikepdf.ObjectStreamMode)))


def names_tree(chance: random.Random) -> bytes:
    pdf = blank()
    leaf = Dictionary(Names=Array([String("go"), script(pdf)]))
    pdf.Root.Names = Dictionary(JavaScript=leaf)
    return saved(pdf)


def page_actions(chance: random.Random) -> bytes:
    pdf = blank()
    chain = Dictionary(S=Name.Named, N=Name.NextPage, Next=script(pdf))
    pdf.pages[0].obj.AA = Dictionary(O=chain, C=script(pdf))
    pdf.Root.AA = Dictionary(WC=script(pdf))
    return saved(pdf)


def link(pdf: Pdf, action: Dictionary) -> Dictionary:
    return Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 99, 99]), A=action
    )


def annotations(chance: random.Random) -> bytes:
    pdf = blank()
    actions = [
        Dictionary(S=Name.URI, URI=String(f"http://example.invalid/{CANARY}")),
        Dictionary(S=Name.Launch, F=String(f"{CANARY}.exe")),
        Dictionary(S=Name.SubmitForm, F=String(f"http://example.invalid/{CANARY}")),
        Dictionary(S=Name.GoToR, F=String(f"\\\\host\\{CANARY}"), D=Array([0])),
        Dictionary(S=Name.GoToE, T=Dictionary(N=String(CANARY))),
        Dictionary(S=Name.ImportData, F=String(CANARY)),
        Dictionary(S=Name.Rendition, JS=SCRIPT),
    ]
    annots = [link(pdf, action) for action in actions]
    pdf.pages[0].obj.Annots = pdf.make_indirect(Array(annots))
    return saved(pdf)


def form_field(chance: random.Random) -> bytes:
    pdf = blank()
    shown = pdf.make_stream(b"0 g 1 1 20 20 re f")
    shown.Type, shown.Subtype = Name.XObject, Name.Form
    shown.BBox = Array([0, 0, 40, 20])
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), F=4,
            V=String("typed"), Rect=Array([10, 10, 50, 30]), AP=Dictionary(N=shown),
            AA=Dictionary(K=script(pdf), F=script(pdf)),
        )
    )  # fmt: skip
    pdf.pages[0].obj.Annots = Array([field])
    xfa = pdf.make_stream(f"<xdp><script>{CANARY}</script></xdp>".encode())
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), XFA=xfa)
    return saved(pdf)


def attached(chance: random.Random) -> bytes:
    pdf = blank()
    pdf.attachments["evil.exe"] = b"MZ" + CANARY.encode() * 50
    if chance.random() < 0.5:
        stream = pdf.make_stream(b"MZ" + CANARY.encode(), Type=Name.EmbeddedFile)
        spec = Dictionary(Type=Name.Filespec, F=String("x"), EF=Dictionary(F=stream))
        pdf.pages[0].obj.AF = Array([pdf.make_indirect(spec)])
    return saved(pdf)


def rich_media(chance: random.Random) -> bytes:
    pdf = blank()
    content = Dictionary(Assets=Dictionary(Names=Array([String("a"), script(pdf)])))
    annot = Dictionary(
        Type=Name.Annot, Subtype=Name.RichMedia, Rect=Array([0, 0, 9, 9]),
        RichMediaContent=content, RichMediaSettings=Dictionary(),
    )  # fmt: skip
    pdf.pages[0].obj.Annots = Array([annot])
    return saved(pdf)


def told(chance: random.Random) -> bytes:
    """Who made it, with what, and in which earlier form."""
    pdf = blank()
    pdf.docinfo[Name.Author] = String(CANARY)
    pdf.docinfo[Name.Producer] = String(CANARY)
    with pdf.open_metadata() as meta:
        meta["dc:creator"] = [CANARY]
    page = pdf.pages[0].obj
    page.PieceInfo = Dictionary(App=Dictionary(Private=String(CANARY)))
    page.Metadata = pdf.make_stream(CANARY.encode())
    pdf.Root.Outlines = Dictionary(
        First=Dictionary(Title=String(CANARY), A=script(pdf))
    )
    return saved(pdf)


def photo_inside(chance: random.Random) -> bytes:
    """A scan as a phone makes it: a JPEG with its Exif, as it came."""
    from tests.files.hostile_pictures import with_exif

    pdf = blank()
    data = with_exif(chance)
    packed = chance.random() < 0.3
    image = pdf.make_stream(
        data, Type=Name.XObject, Subtype=Name.Image, Width=64, Height=48,
        ColorSpace=Name.DeviceRGB, BitsPerComponent=8,
    )  # fmt: skip
    if packed:
        both = Array([Name.FlateDecode, Name.DCTDecode])
        image.write(zlib.compress(data), filter=both)
    else:
        image.write(data, filter=Name.DCTDecode)
    image.Metadata = pdf.make_stream(CANARY.encode())
    page = pdf.pages[0].obj
    page.Resources = Dictionary(XObject=Dictionary(Im0=image))
    page.Contents = pdf.make_stream(b"q 200 0 0 150 10 10 cm /Im0 Do Q")
    return saved(pdf)


def foreign_objects(chance: random.Random) -> bytes:
    """Drawings that are PostScript, or that stand in another file."""
    pdf = blank()
    program = pdf.make_stream(f"({CANARY}) run".encode(), Subtype=Name.PS)
    elsewhere = pdf.make_stream(b"", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    elsewhere.Ref = Dictionary(F=String(f"\\\\host\\{CANARY}"), Page=0)
    outside = pdf.make_stream(b"", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    outside.F = Dictionary(Type=Name.Filespec, FS=Name.URL, F=String(CANARY))
    page = pdf.pages[0].obj
    drawn = Dictionary(P=program, R=elsewhere, F=outside)
    page.Resources = Dictionary(XObject=drawn)
    page.Contents = pdf.make_stream(b"/P Do /R Do /F Do")
    return saved(pdf)


def hidden_deep(chance: random.Random) -> bytes:
    """Actions inside resources, where a copy of pages takes them along."""
    pdf = blank()
    page = pdf.pages[0].obj
    inner = Dictionary(OpenAction=script(pdf), AA=Dictionary(O=script(pdf)))
    page.Resources = Dictionary(
        Properties=Dictionary(MC0=Dictionary(Deep=Array([Array([inner])]))),
        ExtGState=Dictionary(G=Dictionary(Launch=String(CANARY), Names=inner)),
    )
    return saved(pdf)


def renamed(chance: random.Random) -> bytes:
    """Names written with codes: the same names to a reader, not to a search."""
    data = open_action(random.Random(1))
    data = data.replace(b"/OpenAction", b"/#4fpen#41ction")
    return data.replace(b"/JavaScript", b"/J#61va#53cript").replace(b"/JS", b"/J#53")


def locked(chance: random.Random) -> bytes:
    return saved(blank(), encryption=pikepdf.Encryption(user="x", owner="y"))


def restricted(chance: random.Random) -> bytes:
    pdf = blank()
    pdf.Root.OpenAction = script(pdf)
    return saved(pdf, encryption=pikepdf.Encryption(user="", owner="y"))


@cache
def swollen(size: int, front: bytes = b"") -> bytes:
    """Packed bytes that open to this size."""
    machine = zlib.compressobj(9)
    piece = b" " * 10_000_000
    body = [machine.compress(front)]
    body += [machine.compress(piece) for _ in range(size // len(piece))]
    return b"".join([*body, machine.flush()])


def raw(objects: list[bytes], root: int = 1) -> bytes:
    """A file written by hand, with a right table of where things stand."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(out + tail % (len(objects) + 1, root, start))


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def stream(body: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(body), more, body)


def tree_loop(chance: random.Random) -> bytes:
    kids = chance.choice([b"[2 0 R]", b"[3 0 R 2 0 R]", b"[3 0 R 3 0 R 3 0 R]"])
    loop = b"<< /Type /Pages /Kids %b /Count 9 >>" % kids
    return raw([CATALOG, loop, PAGE])


def tree_bomb(chance: random.Random) -> bytes:
    """Each level holds the next one ten times: a million pages in nine objects."""
    levels = chance.randint(5, 8)
    objects = [CATALOG]
    for level in range(levels):
        kid = b"%d 0 R " % (level + 3)
        objects.append(b"<< /Type /Pages /Count 1 /Kids [%b] >>" % (kid * 10))
    return raw([*objects, PAGE])


def count_lies(chance: random.Random) -> bytes:
    count = chance.choice([b"-1", b"2147483647", b"99999999999999999999", b"(x)"])
    return raw([CATALOG, PAGES.replace(b"/Count 1", b"/Count " + count), PAGE])


def too_many_pages(chance: random.Random) -> bytes:
    return saved(blank(301))


def no_pages(chance: random.Random) -> bytes:
    return raw([CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"])


def nested(chance: random.Random) -> bytes:
    depth = chance.choice([600, 5_000, 100_000])
    way = chance.choice([(b"[", b"]"), (b"<</A ", b">>")])
    page = PAGE.replace(b">>", b"/Resources << /X %b >> >>" % (
        way[0] * depth + b"1 " + way[1] * depth
    ))  # fmt: skip
    return raw([CATALOG, PAGES, page])


def swelling(chance: random.Random) -> bytes:
    """Drawing orders that open to gigabytes, packed once or twice."""
    body = swollen(chance.choice([450_000_000, 600_000_000]))
    filters = b"/Filter /FlateDecode"
    if chance.random() < 0.5:
        body, filters = zlib.compress(body, 9), b"/Filter [/FlateDecode /FlateDecode]"
    page = PAGE.replace(b">>", b"/Contents 4 0 R >>")
    return raw([CATALOG, PAGES, page, stream(body, filters)])


def many_filters(chance: random.Random) -> bytes:
    body = b"0 g"
    for _ in range(8):
        body = zlib.compress(body)
    filters = b"/Filter [%b]" % (b"/FlateDecode " * 8)
    page = PAGE.replace(b">>", b"/Contents 4 0 R >>")
    return raw([CATALOG, PAGES, page, stream(body, filters)])


def object_stream_bomb(chance: random.Random) -> bytes:
    """A packed list of objects that opens to hundreds of megabytes."""
    count, first = 1000, 6
    head = b" ".join(b"%d %d" % (n + first, n * 2) for n in range(count))
    front = head + b" 1" * count
    more = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (count, len(head))
    page = PAGE.replace(b">>", b"/Resources << /X 6 0 R >> >>")
    packed = stream(swollen(chance.choice([450_000_000, 700_000_000]), front), more)
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, text in enumerate([CATALOG, PAGES, page, packed], start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, text)
    table = b"\0\0\0\0\0\0" + b"".join(
        b"\1" + place.to_bytes(3, "big") + b"\0\0" for place in [*places, len(out)]
    )
    table += b"".join(b"\2\0\0\4" + n.to_bytes(2, "big") for n in range(count))
    told = b"/Type /XRef /W [1 3 2] /Size %d /Root 1 0 R /Filter /FlateDecode"
    start = len(out)
    last = stream(zlib.compress(table), told % (first + count))
    return bytes(out + b"5 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (last, start))


def table_loop(chance: random.Random) -> bytes:
    data = raw([CATALOG, PAGES, PAGE])
    start = data.rindex(b"xref\n0")
    return data.replace(b"/Root", b"/Prev %d /Root" % start)


def self_reference(chance: random.Random) -> bytes:
    return raw([CATALOG, PAGES, PAGE, b"4 0 R", b"6 0 R", b"5 0 R"], root=4)


def length_lies(chance: random.Random) -> bytes:
    length = chance.choice([b"99999999", b"-5", b"4 0 R", b"(x)"])
    page = PAGE.replace(b">>", b"/Contents 4 0 R >>")
    body = b"<< /Length %b >>\nstream\n0 g\nendstream" % length
    return raw([CATALOG, PAGES, page, body])


def with_page_of_web(chance: random.Random) -> bytes:
    """A PDF that is a web page too."""
    page = f"<html><script>alert('{CANARY}')</script></html>".encode()
    where = chance.choice(["head", "tail"])
    data = open_action(chance)
    if where == "tail":
        return data + page
    return data.replace(b"\n", b"\n%" + page + b"\n", 1)


MAKERS: tuple[Callable[[random.Random], bytes], ...] = (
    open_action, names_tree, page_actions, annotations, form_field, attached,
    rich_media, told, photo_inside, foreign_objects, hidden_deep, renamed, locked,
    restricted, tree_loop, tree_bomb, count_lies, too_many_pages, no_pages, nested,
    swelling, many_filters, object_stream_bomb, table_loop, self_reference,
    length_lies, with_page_of_web,
)  # fmt: skip
