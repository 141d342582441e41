"""Cleaned copies: they show what the upload showed, and tell nothing else."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from tests.conftest import CAMPAIGN
from tests.files import hostile, hostile_pdfs, hostile_pictures, scan

from sathana.files import clean, jpegs, kinds, naming, pictures, worker
from sathana.files.refusals import FROM_WORKER, REFUSALS, RefusedError

TOLD = (
    hostile_pictures.with_exif,
    hostile_pictures.png_told,
    hostile_pictures.webp_told,
    hostile_pictures.preview,
    hostile_pictures.moving,
)


@pytest.fixture(scope="module", autouse=True)
def _ready() -> None:
    before = Image.MAX_IMAGE_PIXELS
    pictures.prepare()
    yield
    Image.MAX_IMAGE_PIXELS = before


def refusal(data: bytes) -> str:
    with pytest.raises(RefusedError) as refused:
        clean.cleaned(data)
    assert refused.value.text["th"]
    assert refused.value.text["en"]
    return refused.value.code


def shown(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


# --- pictures -------------------------------------------------------------------------


def test_nothing_that_was_told_beside_the_dots_is_left() -> None:
    """The code of the worker, without a process for each: many pictures."""
    count = 3000 if CAMPAIGN else 150
    for number in range(count):
        chance = random.Random(number)
        data = TOLD[number % len(TOLD)](chance)
        kind = kinds.kind_of(data)
        media, copy = pictures.cleaned(data, kind)
        assert not scan.faults_of(media, copy), number
        opened = Image.open(io.BytesIO(copy))
        assert not opened.getexif()
        assert set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("way_up", range(1, 9))
def test_it_stands_the_right_way_up(way_up: int) -> None:
    corner = Image.new("RGB", (80, 40), "white")
    corner.paste("red", (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = way_up
    data = hostile_pictures.saved(corner, "JPEG", exif=exif, quality=95)
    _, copy = pictures.cleaned(data, "jpeg")
    from PIL import ImageOps

    wanted = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    assert shown(copy).size == wanted.size
    assert difference(shown(copy), wanted.convert("RGB")) < 4


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16", "CMYK"])
def test_every_kind_of_dots_looks_the_same(mode: str) -> None:
    slope = Image.linear_gradient("L").resize((90, 60))
    if mode == "I;16":
        image = slope.convert("I").point(lambda dot: dot * 257).convert("I;16")
    else:
        image = slope.convert("RGB").convert(mode)
    kind = "JPEG" if mode == "CMYK" else "PNG"
    media, copy = pictures.cleaned(hostile_pictures.saved(image, kind), kind.lower())
    wanted = slope if mode == "I;16" else image
    assert difference(shown(copy), wanted.convert("RGB")) < 4
    assert media in ("image/png", "image/jpeg")


@pytest.mark.parametrize("quality", [20, 50, 75, 85, 95])
def test_a_copy_takes_about_the_room_that_the_upload_took(quality: int) -> None:
    small = Image.effect_noise((120, 80), 60)
    photo = small.resize((600, 400), Image.Resampling.BICUBIC).convert("RGB")
    data = hostile_pictures.saved(photo, "JPEG", quality=quality)
    _, copy = pictures.cleaned(data, "jpeg")
    assert len(copy) < len(data) * (1.2 if quality >= 60 else 3)
    assert difference(shown(copy), shown(data)) < 3


def test_what_shines_through_is_white_paper() -> None:
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    _, copy = pictures.cleaned(hostile_pictures.saved(clear, "PNG"), "png")
    assert shown(copy).getpixel((5, 5)) == (255, 255, 255)


def test_a_drawing_stays_sharp_and_a_photo_becomes_jpeg() -> None:
    drawing = Image.new("RGB", (50, 50), "white")
    drawing.paste("black", (10, 10, 20, 20))
    media, copy = pictures.cleaned(hostile_pictures.saved(drawing, "PNG"), "png")
    assert media == "image/png"
    assert difference(shown(copy), drawing) == 0
    photo = hostile_pictures.picture(random.Random(1), (300, 300)).convert("RGB")
    assert pictures.cleaned(hostile_pictures.saved(photo, "PNG"), "png")[0] == (
        "image/jpeg"
    )


def test_of_moving_pictures_the_first_is_shown() -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "blue")]
    for kind in ("PNG", "WEBP"):
        data = hostile_pictures.saved(
            frames[0], kind, save_all=True, append_images=frames[1:]
        )
        _, copy = pictures.cleaned(data, kind.lower())
        assert difference(shown(copy), frames[0]) < 4


def test_a_camera_of_forty_megapixels_fits_and_one_more_does_not() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    fits = Image.effect_noise((800, 600), 50).resize((7300, 5479)).convert("RGB")
    data = hostile_pictures.saved(fits, "JPEG", exif=exif, quality=40)
    copy = clean.cleaned(data)
    assert shown(copy.data).size == (5479, 7300)
    assert copy.kib * 1024 < worker.MEMORY
    large = hostile_pictures.saved(Image.new("L", (7400, 5500)), "JPEG")
    assert refusal(large) == "pixels"


# --- PDF ------------------------------------------------------------------------------


def drawn(data: bytes, page: int = 0) -> Image.Image:
    pdf = pypdfium2.PdfDocument(data)
    pdf.init_forms()
    return pdf[page].render(scale=1, may_draw_forms=True).to_pil().convert("RGB")


@pytest.mark.parametrize(
    "maker",
    [hostile_pdfs.form_field, hostile_pdfs.photo_inside, hostile_pdfs.told,
     hostile_pdfs.page_actions, hostile_pdfs.attached],
)  # fmt: skip
def test_its_pages_look_the_same(maker) -> None:
    data = maker(random.Random(2))
    copy = clean.cleaned(data)
    assert copy.media == "application/pdf"
    assert difference(drawn(copy.data), drawn(data)) < 0.5
    assert len(pypdfium2.PdfDocument(copy.data)) == len(pypdfium2.PdfDocument(data))


def test_drawings_with_odd_names_are_kept() -> None:
    """``/A`` may be an action, or what a page calls a picture."""
    pdf = hostile_pdfs.blank(1)
    square = pdf.make_stream(b"1 0 0 rg 0 0 90 90 re f")
    square.Type, square.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    square.BBox = pikepdf.Array([0, 0, 90, 90])
    names = {f"/{name}": square for name in ("A", "AA", "F", "PS", "Names", "JS")}
    inside = pdf.make_indirect(pikepdf.Dictionary(names))
    page = pdf.pages[0].obj
    page.Resources = pikepdf.Dictionary(XObject=inside)
    page.Contents = pdf.make_stream(b" ".join(name.encode() + b" Do" for name in names))
    data = hostile_pdfs.saved(pdf)
    assert difference(drawn(clean.cleaned(data).data), drawn(data)) == 0


def test_a_paper_that_we_set_ourselves_looks_the_same() -> None:
    typst = pytest.importorskip("typst")
    data = typst.compile(b"#set page(width: 200pt, height: 200pt)\nSathana *1*")
    copy = clean.cleaned(data)
    assert difference(drawn(copy.data), drawn(data)) < 0.5
    assert b"Typst" not in copy.data


def test_a_photo_in_a_pdf_keeps_its_dots_and_loses_its_notes() -> None:
    data = hostile_pictures.with_exif(random.Random(3))
    bare = jpegs.without_notes(data)
    assert b"CANARY" not in bare
    assert difference(shown(bare), shown(data)) == 0
    with pytest.raises(ValueError, match="cut"):
        jpegs.without_notes(data[: len(data) // 2])


# --- what is refused ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xff\xd8\xff" + b"x" * 20_000_000, "large"),
        (b"\0\0\0\x18ftypheic\0\0", "heic"),
        (b"\0\0\0\x18ftypmif1\0\0", "heic"),
        (b"\0\0\0\x18ftypavif\0\0", "picture"),
        (b"\0\0\0\x18ftypisom\0\0", "sound"),
        (b"GIF89a", "picture"),
        (b"PK\3\4....word/document.xml", "office"),
        (b"PK\3\4....a.jpg", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
        (b"  <SVG onload=x>", "page"),
        ("<html>".encode("utf-16"), "page"),
        (b"MZ\x90", "program"),
        (b"plain words", "unknown"),
        (b"%PDF-1.7 nothing more", "damaged"),
        (b"\xff\xd8\xff\xe0 nothing more", "damaged"),
    ],
)
def test_each_refusal_has_its_code(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_locked_ones_and_long_ones() -> None:
    assert refusal(hostile_pdfs.locked(random.Random(1))) == "locked"
    assert refusal(hostile_pdfs.restricted(random.Random(1))) == "locked"
    assert refusal(hostile_pdfs.too_many_pages(random.Random(1))) == "pages"
    assert clean.cleaned(hostile_pdfs.saved(hostile_pdfs.blank(300))).data


def test_every_refusal_says_what_to_do_in_both_languages() -> None:
    assert set(FROM_WORKER) < set(REFUSALS)
    for code, text in REFUSALS.items():
        assert any("ก" <= letter <= "๛" for letter in text["th"]), code
        assert text["en"].endswith("."), code
        assert "traceback" not in text["en"].lower()


@pytest.mark.parametrize("name", hostile.NAMES)
def test_no_name_leads_elsewhere(name: str) -> None:
    kept = naming.as_kept(name)
    assert len(kept) <= naming.LONGEST
    assert not set(kept) & set("/\\\0\r\n\u202e\ufeff")
    assert kept not in (".", "..")


def test_a_long_name_keeps_its_ending() -> None:
    assert naming.as_kept("ก" * 500 + ".pdf").endswith("ก.pdf")


# --- the process apart ----------------------------------------------------------------

PROBE = """
import sys, resource
from sathana.files import worker
worker._load("jpeg"); worker._load("pdf")
status = worker._status()
worker.bound()
found = []
def attempt(what, do):
    try:
        do(); found.append(what)
    except (OSError, MemoryError):
        pass
attempt("file", lambda: open("/etc/hostname"))
attempt("new file", lambda: open("/tmp/sathana-probe", "w"))
import_socket = __import__("socket") if "socket" in sys.modules else None
if import_socket: attempt("socket", lambda: import_socket.socket())
attempt("memory", lambda: bytearray(worker.MEMORY))
assert "django" not in sys.modules, "django"
import os
assert set(os.environ) <= {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "MALLOC_ARENA_MAX",
    "LC_CTYPE", "LD_LIBRARY_PATH"}, sorted(os.environ)
print(found)
"""


def test_the_worker_can_open_nothing_and_knows_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-s", "-P", "-c", PROBE],
        env=clean._environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == "[]", done.stderr


def test_a_worker_that_hangs_is_ended(monkeypatch) -> None:
    monkeypatch.setattr(clean, "SECONDS", 0.01)
    assert refusal(hostile_pictures.with_exif(random.Random(1))) == "heavy"


@pytest.mark.parametrize(
    "said",
    [
        b"", b"\n", b"not json\n", b"[]\n", b'"x"\n', b'{"kib": []}\nx',
        b'{"media": "text/html"}\n<html>', b'{"media": "image/jpeg"}\n<html>',
        b'{"media": []}\nx', b'{"refused": "<b>"}\n', b'{"refused": []}\n',
    ],
)  # fmt: skip
def test_a_worker_that_was_taken_over_is_not_believed(said: bytes, monkeypatch) -> None:
    monkeypatch.setattr(clean, "_run", lambda *_: said)
    assert refusal(hostile_pictures.with_exif(random.Random(1))) == "damaged"


def test_a_worker_that_talks_without_end_is_ended(monkeypatch) -> None:
    talker = [sys.executable, "-c", "import sys\nwhile 1: sys.stdout.write('x' * 9999)"]
    popen = subprocess.Popen
    monkeypatch.setattr(clean, "LARGEST_COPY", 1_000_000)
    monkeypatch.setattr(
        clean.subprocess, "Popen", lambda _, **options: popen(talker, **options)
    )
    assert refusal(hostile_pictures.with_exif(random.Random(1))) == "heavy"


def test_two_at_once_and_no_more(monkeypatch) -> None:
    import threading

    here, most, lock = 0, 0, threading.Lock()
    run = clean._run

    def counting(data: bytes, kind: str) -> bytes:
        nonlocal here, most
        with lock:
            here += 1
            most = max(most, here)
        try:
            return run(data, kind)
        finally:
            with lock:
                here -= 1

    monkeypatch.setattr(clean, "_run", counting)
    data = hostile_pictures.with_exif(random.Random(1))
    with ThreadPoolExecutor(6) as pool:
        assert all(pool.map(clean.cleaned, [data] * 6))
    assert most == clean.AT_ONCE


@pytest.mark.parametrize("hidden", [b"", b"HIDDEN 1-5712-00000-00-0"])
@pytest.mark.parametrize("broken", [True, False])
def test_what_stands_behind_a_break_in_a_packed_stream_is_cut_off(
    broken: bool, hidden: bytes
) -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200))
        packed = zlib.compress(random.Random(1).randbytes(6_000))
        packed = packed[:3_000] + b"\xff" * 40 + packed[3_040:] if broken else packed
        picture = pikepdf.Stream(pdf, packed + hidden)
        picture.Filter, picture.Subtype = pikepdf.Name.FlateDecode, pikepdf.Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 50, 40, 8
        picture.ColorSpace = pikepdf.Name.DeviceRGB
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture))
        page.Contents = pikepdf.Stream(pdf, b"q 200 0 0 200 0 0 cm /I Do Q")
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
    copy = clean.cleaned(out.getvalue())
    assert scan.faults_of(copy.media, copy.data) == []
    assert b"HIDDEN" not in copy.data


@pytest.mark.parametrize("packed_by", ["/DChDecode", "/Crypt", None])
def test_a_stream_that_no_reader_opens_is_emptied(packed_by: str | None) -> None:
    photo = hostile_pictures.with_exif(random.Random(1))
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200))
        picture = pikepdf.Stream(pdf, photo)
        picture.Subtype = pikepdf.Name.Image
        if packed_by:
            picture.Filter = pikepdf.Name(packed_by)
        picture.Width, picture.Height, picture.BitsPerComponent = 50, 40, 8
        picture.ColorSpace = pikepdf.Name.DeviceRGB
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture))
        page.Contents = pikepdf.Stream(pdf, b"q 200 0 0 200 0 0 cm /I Do Q")
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
    assert scan.faults_of("application/pdf", out.getvalue())
    copy = clean.cleaned(out.getvalue())
    assert scan.faults_of(copy.media, copy.data) == []
    assert b"CANARY" not in copy.data
