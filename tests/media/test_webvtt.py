"""Captions: what is not plain cues goes, what is wrong is refused with its line."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.media import webvtt
from sathana.media.webvtt import CaptionsError, Cue

GOOD = """WEBVTT - a title that is dropped
Kind: captions

STYLE
::cue { background: url(http://evil.example/x) }

NOTE a note

REGION
id:fred

first
00:01.000 --> 00:03.500 line:0 position:20%
<v.loud แม่>สวัสดี <i>ค่ะ</i><script>alert(1)</script>

2
00:00:04.000 --> 00:00:05.000
a &lt;b&gt; c &amp; d
""".encode()
SRT = (
    "1\r\n00:00:01,000 --> 00:00:02,000\r\nสวัสดี\r\n\r\n"
    "2\r\n00:00:03,000 --> 00:00:04,500\r\n<font color=red>ลาก่อน</font>\r\n"
).encode()


def test_cues_are_written_anew_without_style_settings_names_and_scripts() -> None:
    text = webvtt.write(webvtt.read(GOOD))
    assert text == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n<v แม่>สวัสดี <i>ค่ะ</i>alert(1)\n\n"
        "00:00:04.000 --> 00:00:05.000\na &lt;b&gt; c &amp; d\n"
    )


def test_srt_becomes_webvtt() -> None:
    cues = webvtt.read(SRT)
    assert [(one.begin, one.end, one.text) for one in cues] == [
        (1000, 2000, "สวัสดี"),
        (3000, 4500, "ลาก่อน"),
    ]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "kind", 0),
        (b"WEBVTTX\n\n00:01.000 --> 00:02.000\nx", "kind", 0),
        (b"<html><script>alert(1)</script>", "kind", 0),
        (b"#EXTM3U\nfile:///etc/passwd", "kind", 0),
        (b"WEBVTT\n\n", "none", 0),
        (b"WEBVTT\n\n00:02.000 --> 00:01.000\nx", "backwards", 3),
        (b"WEBVTT\n\n00:02.000 --> 00:02.000\nx", "backwards", 3),
        (b"WEBVTT\n\n00:61.000 --> 00:62.000\nx", "time", 3),
        (b"WEBVTT\n\n00:01.000 -->\nx", "time", 3),
        (b"WEBVTT\n\nno times at all\nx", "time", 3),
        (b"WEBVTT\n\n99:00:00.000 --> 99:00:01.000\nx", "late", 3),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"x" * 501, "long", 3),
        (b"WEBVTT\n\n00:05.000 --> 00:06.000\nx\n\n00:01.000 --> 00:02.000\ny",
         "order", 6),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nx\0y", "letters", 0),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n\xff", "letters", 0),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n\u202eabc".encode(), "letters", 0),
        (b"WEBVTT\n\n" + b"x" * webvtt.LARGEST, "large", 0),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_with_its_line(
    data: bytes, code: str, line: int
) -> None:
    with pytest.raises(CaptionsError) as caught:
        webvtt.read(data)
    assert (caught.value.code, caught.value.line) == (code, line)
    assert all(len(caught.value.text[lang]) > 20 for lang in ("th", "en"))


def test_a_hundred_thousand_cues_are_refused() -> None:
    block = "\n".join(
        f"\n{n // 6000:02}:{n // 100 % 60:02}.{n % 100:02}0 --> 59:59.999"
        for n in range(60_000)
    )
    with pytest.raises(CaptionsError) as caught:
        webvtt.read(("WEBVTT\n" + block).encode()[: webvtt.LARGEST])
    assert caught.value.code == "many"
    many = b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\nx\n\n" * 100_000
    with pytest.raises(CaptionsError) as caught:
        webvtt.read(many)
    assert caught.value.code == "large"


def test_a_transcript_tells_who_speaks_once() -> None:
    cues = [Cue(0, 1, "หนึ่ง", "แม่"), Cue(1, 2, "สอง", "แม่"), Cue(2, 3, "สาม", "ลูก")]
    assert webvtt.transcript(cues) == "แม่: หนึ่ง สอง\n\nลูก: สาม"


def test_a_script_fills_the_length_of_its_recording() -> None:
    cues = webvtt.from_script([("แม่", "สั้น"), ("", "ยาวกว่า " * 30)], 60_000)
    assert cues[0].begin == 0
    assert 59_000 < cues[-1].end <= 60_000
    assert all(a.end == b.begin for a, b in pairwise(cues))
    assert all(len(one.text) <= 80 for one in cues)
    assert webvtt.read(webvtt.write(cues).encode())[0].who == "แม่"


def test_a_script_without_a_recording_is_timed_by_its_letters() -> None:
    one, two = webvtt.from_script([("", "ก"), ("", "ข" * 70)])
    assert one.end - one.begin == webvtt.LEAST_MS
    assert two.end - two.begin == 5000


@given(st.text(max_size=300))
def test_whatever_stands_in_a_cue_comes_out_harmless(words: str) -> None:
    data = f"WEBVTT\n\n00:01.000 --> 00:02.000\nx{words}".encode("utf-8", "replace")
    try:
        cues = webvtt.read(data)
    except CaptionsError:
        return
    text = webvtt.write(cues)
    tags = re.findall(r"<(?!v |/?i>|/?b>)", text)
    assert not tags
    again = webvtt.read(text.encode())
    assert webvtt.write(again) == text
