"""A picture made anew from its dots: nothing that hid beside them comes along.

Runs in the worker only (see ``worker``): a picture may be made to break its reader.
"""

from __future__ import annotations

import contextlib
import io
import struct
import warnings

# Plug-ins are loaded here: the worker may open no file once it reads a picture.
from PIL import (
    Image,
    ImageOps,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)

from sathana.files.refusals import MOST_PIXELS, RefusedError

QUALITY, LEAST_QUALITY = 88, 60
"""Of the copy: as the upload's, within these; so that it takes no more room."""
_LUMINANCE = 3688
"""Sum of the standard's table for brightness, from which a quality scales."""
FEW_COLOURS = 256
"""Up to so many, a PNG stays a PNG; more of them are a photograph."""
PLUGINS = (JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin)
_FORMATS = {"jpeg": ["JPEG", "MPO"], "png": ["PNG"], "webp": ["WEBP"]}


def prepare() -> None:
    """Load what Pillow would load when it is first used."""
    Image.preinit()
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)


def cleaned(data: bytes, kind: str) -> tuple[str, bytes]:
    """Return the media type and the bytes of a new picture with the same dots.

    Args:
        data: A picture of this kind.
        kind: ``jpeg``, ``png`` or ``webp``.

    Raises:
        RefusedError: ``pixels`` or ``damaged``.
    """
    try:
        picture, quality = _first_frame(data, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise RefusedError("pixels") from fault
    if kind == "png" and _is_drawing(picture):
        return _as_png(picture)
    return _as_jpeg(picture, quality)


def _first_frame(data: bytes, kind: str) -> tuple[Image.Image, int]:
    """Read the first picture, turned the right way up, and drop all else.

    With it comes the quality that a copy of it deserves.
    """
    opened = Image.open(io.BytesIO(data), formats=_FORMATS[kind])
    if opened.width * opened.height > MOST_PIXELS:
        raise RefusedError("pixels")
    opened.load()
    quality = _quality(opened)
    # A broken note about which way is up is no reason to refuse the picture.
    with contextlib.suppress(ValueError, TypeError, KeyError, struct.error, OSError):
        ImageOps.exif_transpose(opened, in_place=True)
    return opened, quality


def _quality(opened: Image.Image) -> int:
    """Return about the quality with which it was saved, a little better.

    Its own tables are not used again: they tell which camera it was.
    """
    tables = getattr(opened, "quantization", None) or {}
    total = sum(tables.get(0, ())) * 100 / _LUMINANCE
    if not total:
        return QUALITY
    found = (200 - total) / 2 if total <= 100 else 5000 / total
    return max(LEAST_QUALITY, min(QUALITY, int(found) + 3))


def _is_drawing(picture: Image.Image) -> bool:
    if picture.mode in ("1", "P"):
        return True
    if picture.mode not in ("L", "RGB"):
        return False
    return picture.getcolors(FEW_COLOURS) is not None


def _bare(picture: Image.Image) -> Image.Image:
    """Drop what Pillow carries along and would write again."""
    picture.info = {}
    return picture


def _as_png(picture: Image.Image) -> tuple[str, bytes]:
    if picture.mode == "P" or "transparency" in picture.info:
        picture = _flat(picture)
    out = io.BytesIO()
    _bare(picture).save(out, "PNG")
    return "image/png", out.getvalue()


def _as_jpeg(picture: Image.Image, quality: int) -> tuple[str, bytes]:
    out = io.BytesIO()
    _bare(_flat(picture)).save(out, "JPEG", quality=quality)
    return "image/jpeg", out.getvalue()


def _flat(picture: Image.Image) -> Image.Image:
    """Return it in grey or in colour, what shines through it white as paper."""
    if picture.mode in ("1", "L", "RGB") and "transparency" not in picture.info:
        return picture
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda dot: dot / 256).convert("L")
    if picture.mode in ("LA", "PA", "RGBA", "P", "RGB", "L"):
        clear = picture.convert("RGBA")
        paper = Image.new("RGB", clear.size, "white")
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    return picture.convert("RGB")
