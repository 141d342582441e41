"""Error pages: what happened, why it matters little, what to do next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from sathana.web.languages import Text

_TEXTS: dict[int, tuple[Text, Text]] = {
    400: (
        {"th": "อ่านคำขอนี้ไม่ได้", "en": "This request could not be read"},
        {
            "th": "ที่อยู่หรือแบบฟอร์มที่ส่งมาไม่ครบ กลับไปหน้าก่อนแล้วส่งใหม่",
            "en": "The address or the form that came was cut short. Go back one "
            "page and send it again.",
        },
    ),
    403: (
        {"th": "ไม่รับแบบฟอร์มจากเว็บไซต์อื่น", "en": "Forms from elsewhere are refused"},
        {
            "th": "แบบฟอร์มนี้ไม่ได้ส่งมาจากหน้าของเรา เปิดหน้า “ลองกับครอบครัว” "
            "ที่เว็บไซต์นี้แล้วกรอกที่นั่น",
            "en": "This form was not sent from one of our pages. Open “Try a family” "
            "on this site and fill it in there.",
        },
    ),
    404: (
        {"th": "ไม่มีหน้านี้", "en": "There is no such page"},
        {
            "th": "ที่อยู่อาจพิมพ์ผิด หรือหน้านี้ย้ายไปแล้ว ลองค้นในคลังกรณีศึกษาหรือในรายการกฎหมาย",
            "en": "The address may be mistyped, or the page has moved. Try the case "
            "library or the list of the law.",
        },
    ),
    405: (
        {"th": "เปิดหน้านี้ด้วยวิธีนี้ไม่ได้", "en": "This page cannot be opened this way"},
        {
            "th": "กลับไปที่หน้าแรกแล้วเริ่มใหม่จากปุ่มในหน้า",
            "en": "Go back to the first page and start from the buttons there.",
        },
    ),
    413: (
        {"th": "แฟ้มใหญ่เกินไป", "en": "The file is too large"},
        {
            "th": "แฟ้มกรณีเป็นข้อความสั้น ๆ ปกติไม่กี่กิโลไบต์ เรารับได้ไม่เกิน 512 กิโลไบต์ "
            "ตรวจว่าเลือกแฟ้มถูกหรือไม่",
            "en": "A case file is a short text, usually a few kilobytes; we take up to "
            "512. Check that you chose the right file.",
        },
    ),
    500: (
        {"th": "ระบบของเราผิดพลาด", "en": "Something broke on our side"},
        {
            "th": "ไม่ใช่ความผิดของคุณ สิ่งที่กรอกไม่ถูกเก็บและไม่ถูกบันทึก "
            "กดย้อนกลับในเบราว์เซอร์เพื่อกลับไปยังสิ่งที่กรอกไว้ แล้วลองอีกครั้ง",
            "en": "It is not your fault. What you entered was neither kept nor logged. "
            "Go back in your browser to find your entries again, then try once more.",
        },
    ),
}


_UPLOAD_TOO_LARGE: tuple[Text, Text] = (
    {"th": "แฟ้มใหญ่เกิน 20 เมกะไบต์", "en": "The file is larger than 20 MB"},
    {
        "th": "กดย้อนกลับในเบราว์เซอร์ สิ่งที่กรอกไว้ยังอยู่ แล้วเลือกแฟ้มที่เล็กกว่า: "
        "สแกนที่ 300 จุดต่อนิ้ว ถ่ายด้วยขนาดปกติของกล้อง หรือแบ่งเป็นหลายแฟ้ม",
        "en": "Go back in your browser: what you typed is still there. Then choose a "
        "smaller file: scan at 300 dots per inch, take the photo at the camera's "
        "normal size, or split it into several files.",
    },
)


def page(
    request: HttpRequest, status: int, texts: tuple[Text, Text] | None = None
) -> HttpResponse:
    """Return the error page of a status in the language of the address."""
    title, advice = texts or _TEXTS[status]
    context = {"status": status, "title": title, "advice": advice}
    content = render_to_string("web/error.html", context, request)
    return HttpResponse(content, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that could not be read (400)."""
    return page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that is refused (403)."""
    return page(request, 403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere (404)."""
    return page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a fault of ours (500)."""
    return page(request, 500)


def too_large(request: HttpRequest, *, upload: bool = False) -> HttpResponse:
    """Answer a body larger than any case file, or than any file of a paper (413)."""
    return page(request, 413, _UPLOAD_TOO_LARGE if upload else None)


def foreign_form(request: HttpRequest) -> HttpResponse:
    """Answer a form sent from another site (403)."""
    return page(request, 403)
