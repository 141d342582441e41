"""Packs to take along: open from a stick, lead nowhere, say how old they are."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath

import pytest
from tests.media import making
from tests.media.conftest import NOW

from sathana.media import packs, packwriting, services, worker
from sathana.media.packs import Pack, PackError, PackFile, PackItem
from sathana.media.plainhtml import plain

DAY = date(2026, 11, 26)
BODY = """<h2 class="x" onclick="alert(1)">หัวข้อ</h2><script>alert(1)</script>
<p>อ่าน <a href="https://example.org/x?a=1&amp;b=2">ที่นี่</a>
<a href="javascript:alert(1)">y</a>
<img src="https://evil.example/x.png"><iframe src="//evil.example"></iframe>
<style>@import url(//evil.example)</style><table><tr><td style="x">1</td></tr></table>
<svg onload="alert(1)"><p>hidden</p></svg><b>หนา</b> 1 < 2
&lt;script&gt;"""


class Links(HTMLParser):
    """Collects where a page leads."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.add(tag)
        self.found += [v for k, v in attrs if k in ("href", "src", "srcset", "poster")]
        assert not [k for k, _ in attrs if k.startswith("on") or k == "style"]


@pytest.fixture
def sound(tmp_path: Path) -> PackFile:
    file = tmp_path / "x.m4a"
    file.write_bytes(b"sound" * 1000)
    return PackFile(file, "audio/mp4", ".m4a", "เสียง", "CC BY 4.0")


def item(slug: str = "birth", **told: object) -> PackItem:
    values: dict = {
        "slug": slug, "title": "แจ้งเกิด", "summary": "ทำอย่างไร", "html_body": BODY,
        "language": "th", "topic": "birth", "citations": ("มาตรา 18 (ตรวจแล้ว)",),
        "law_date": DAY, "checked": date(2026, 10, 1), "recheck": date(2027, 1, 31),
        **told,
    }  # fmt: skip
    return PackItem(**values)


def built(tmp_path: Path, *items: PackItem, **told: object) -> zipfile.ZipFile:
    values: dict = {"title": "สิทธิของฉัน", "language": "th", "topic": "birth", **told}
    pack = Pack(items=items, made_on=DAY, **values)
    packwriting.build(pack, tmp_path / "pack.zip")
    return zipfile.ZipFile(tmp_path / "pack.zip")


def pages(archive: zipfile.ZipFile) -> dict[str, str]:
    names = [name for name in archive.namelist() if name.endswith(".html")]
    return {name: archive.read(name).decode() for name in names}


def test_every_link_of_every_page_leads_to_a_file_of_the_pack(tmp_path, sound) -> None:
    archive = built(tmp_path, item(files=(sound,)), item("รายได้", files=(sound, sound)))
    names = set(archive.namelist())
    found = 0
    for name, content in pages(archive).items():
        for link in Links(content).found:
            found += 1
            assert normpath(join(name.rpartition("/")[0], link)) in names, (name, link)
    assert found > 10
    styles = archive.read("style.css").decode()
    for address in re.findall(r'url\("([^"]*)"\)', styles):
        assert address in names


def test_nothing_on_a_page_is_foreign_or_acts(tmp_path, sound) -> None:
    archive = built(tmp_path, item(files=(sound,)))
    for content in pages(archive).values():
        links = Links(content)
        assert not links.tags & {"script", "iframe", "style", "object", "form", "svg"}
        assert not [x for x in links.found if ":" in x or x.startswith("/")]
        assert "evil.example" not in content
    assert "://" not in archive.read("style.css").decode()


def test_what_is_read_stays_and_what_acts_goes() -> None:
    text = plain(BODY)
    assert "<h2>หัวข้อ</h2>" in text
    assert "ที่นี่ (https://example.org/x?a=1&amp;b=2)" in text
    assert "<td>1</td>" in text
    assert "1 &lt; 2\n&lt;script&gt;" in text
    for bad in (
        "alert(",
        "javascript",
        "evil",
        "hidden",
        "onclick",
        "<script",
        "style",
    ):
        assert bad not in text


def test_what_was_left_open_is_closed() -> None:
    assert plain("<ul><li>a<li><b>b</ul>c</p></div>") == (
        "<ul><li>a<li><b>b</b></li></li></ul>c"
    )
    assert plain("<p>" * 500).count("<p>") == 60


def test_the_same_input_makes_the_same_bytes(tmp_path, sound) -> None:
    one = Pack("ก", "th", "", (item(files=(sound,)),), DAY)
    first = packwriting.build(one, tmp_path / "1.zip")
    second = packwriting.build(one, tmp_path / "2.zip")
    assert first == second
    data = (tmp_path / "1.zip").read_bytes()
    assert hashlib.sha256(data).hexdigest() == first.sha256


def test_the_list_of_files_is_true(tmp_path, sound) -> None:
    archive = built(tmp_path, item(files=(sound,)))
    told = json.loads(archive.read("manifest.json"))
    assert set(told["files"]) == set(archive.namelist()) - {"manifest.json"}
    for name, one in told["files"].items():
        data = archive.read(name)
        assert (hashlib.sha256(data).hexdigest(), len(data)) == (
            one["sha256"],
            one["bytes"],
        )
    assert told["check_again_after"] == "2027-01-31"
    assert told["items"][0]["files"][0]["licence"] == "CC BY 4.0"


def test_names_are_safe_on_an_old_stick(tmp_path, sound) -> None:
    odd = ["CON", "../../x", "น้ำ", "a" * 300, "a:b*c?", ""]
    archive = built(tmp_path, *(item(slug, files=(sound,)) for slug in odd))
    names = archive.namelist()
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert re.fullmatch(r"[A-Za-z0-9._/-]{1,80}", name)
        assert ".." not in name
        assert not name.startswith("/")


def test_every_page_says_how_old_its_law_is(tmp_path) -> None:
    late = item("late", recheck=date(2026, 1, 1))
    unknown = item("unknown", checked=None, recheck=None)
    found = pages(built(tmp_path, item(), late, unknown))
    assert "หลัง 31 มกราคม 2570" in found["pages/001-birth.html"]
    assert "เลยกำหนดตรวจใหม่แล้ว" in found["pages/002-late.html"]
    assert "ยังไม่มีใครตรวจ" in found["pages/003-unknown.html"]
    assert "ยังไม่ทราบวันที่ต้องตรวจใหม่" in found["pages/003-unknown.html"]
    assert "1 มกราคม 2569" in found["index.html"]  # the first day of all


def test_an_english_pack_speaks_english(tmp_path) -> None:
    found = pages(built(tmp_path, item(language="en", title="Birth"), language="en"))
    assert "After 31 January 2027" in found["pages/001-birth.html"]
    assert 'lang="en"' in found["index.html"]


def test_a_large_pack_is_split_and_one_text_too_large_is_refused(sound) -> None:
    pack = Pack("ก", "th", "birth", tuple(item(files=(sound,)) for _ in range(5)), DAY)
    parts = packs.split(pack, 10_000)
    assert [len(part.items) for part in parts] == [2, 2, 1]
    assert parts[1].name == "sathana-th-birth-20261126-2-of-3.zip"
    for most in (10_000, 4_999):
        with pytest.raises(PackError) as caught:
            packwriting.build(pack, Path("/nowhere.zip"), most)
        assert set(caught.value.text) == {"th", "en"}


def test_an_empty_pack_is_refused() -> None:
    with pytest.raises(PackError):
        packs.split(Pack("ก", "th", "", (), DAY))


@pytest.mark.django_db
def test_the_small_copies_of_published_recordings_go_along(tmp_path) -> None:
    makers = (making.mp3, making.video, making.picture, making.flac)
    taken = [services.take(make(), None, NOW, licence="cc0-1.0") for make in makers]
    worker.work_all()
    for one in taken[:3]:
        services.publish(one.pk, NOW)
    found = packs.files_of([one.pk for one in taken], "th")
    kinds = [[file.media for file in found.get(one.pk, ())] for one in taken]
    assert kinds == [["audio/mp4"], ["video/mp4"], ["image/jpeg"], []]
    archive = built(tmp_path, item(files=found[taken[1].pk]))
    assert "<video controls" in pages(archive)["pages/001-birth.html"]
