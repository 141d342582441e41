"""Pages kept ready: only what is the same for everybody, and only for one edition."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from typing import Any

from sathana.publishing.cached import LARGEST, MARK, Shelf, kept_ready

PAGE = b"<p>" + "สถานะ".encode() * 50


class House:
    """An application that counts how often it is asked."""

    def __init__(self, *, marked: bool = True, **headers: str) -> None:
        self.asked: list[str] = []
        self.status = "200 OK"
        self.body = PAGE
        self.headers = [("Content-Type", "text/html; charset=utf-8")]
        self.headers += [(MARK, "1")] if marked else []
        self.headers += list(headers.items())

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        self.asked.append(environ["PATH_INFO"])
        start(self.status, list(self.headers))
        return [self.body]


class Reader:
    def __init__(self, house: House, edition: str = "1", most: int = 100) -> None:
        self.edition = edition
        self.shelf = Shelf(lambda: self.edition, most)
        self.door = kept_ready(house, self.shelf)
        self.headers: dict[str, str] = {}
        self.status = ""

    def get(self, path: str = "/", **more: str) -> bytes:
        def start(status: str, headers: list[tuple[str, str]], *_: Any) -> None:
            self.status, self.headers = status, dict(headers)

        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "HTTP_HOST": "here"}
        return b"".join(self.door({**environ, **more}, start))


def test_a_page_is_made_once() -> None:
    house = House()
    reader = Reader(house)
    assert reader.get() == reader.get() == PAGE
    assert house.asked == ["/"]
    assert MARK not in reader.headers


def test_a_new_edition_empties_the_shelf() -> None:
    house = House()
    reader = Reader(house)
    reader.get()
    reader.edition = "2"
    reader.shelf.look()
    reader.get()
    assert len(house.asked) == 2


def test_a_page_begun_before_a_new_edition_is_not_kept_for_it() -> None:
    house = House()
    reader = Reader(house)

    class Slow(House):
        def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
            reader.edition = "2"
            reader.shelf.look()
            return super().__call__(environ, start)

    slow = Slow()
    reader.door = kept_ready(slow, reader.shelf)
    reader.get()
    reader.get()
    assert len(slow.asked) == 2


def test_what_is_not_marked_is_never_kept_and_the_mark_never_leaves() -> None:
    for house in (
        House(marked=False),
        House(**{"Set-Cookie": "sathana=1"}),
    ):
        reader = Reader(house)
        reader.get()
        reader.get()
        assert len(house.asked) == 2
        assert MARK not in reader.headers


def test_questions_forms_and_ranges_pass_through() -> None:
    house = House()
    reader = Reader(house)
    for more in (
        {"QUERY_STRING": "topic=birth"},
        {"REQUEST_METHOD": "POST"},
        {"HTTP_RANGE": "bytes=0-1"},
    ):
        reader.get(**more)
        reader.get(**more)
    assert len(house.asked) == 6
    assert MARK not in reader.headers


def test_faults_are_not_kept() -> None:
    house = House()
    house.status = "404 Not Found"
    reader = Reader(house)
    reader.get()
    assert reader.status == "404 Not Found"
    house.status = "200 OK"
    reader.get()
    assert reader.status == "200 OK"


def test_hosts_do_not_share_a_page() -> None:
    house = House()
    reader = Reader(house)
    reader.get()
    reader.get(HTTP_HOST="elsewhere")
    assert len(house.asked) == 2


def test_a_page_is_zipped_for_who_reads_zips() -> None:
    reader = Reader(House())
    plain = reader.get()
    small = reader.get(HTTP_ACCEPT_ENCODING="br, gzip")
    assert reader.headers["Content-Encoding"] == "gzip"
    assert reader.headers["Content-Length"] == str(len(small))
    assert gzip.decompress(small) == plain
    assert len(small) < len(plain)


def test_the_shelf_does_not_grow_without_end() -> None:
    house = House()
    reader = Reader(house, most=5)
    for number in range(20):
        reader.get(f"/{number}/")
    reader.get("/19/")
    reader.get("/0/")
    assert len(house.asked) == 21


def test_a_very_large_page_is_not_kept() -> None:
    house = House()
    house.body = b"x" * (LARGEST + 1)
    reader = Reader(house)
    reader.get()
    reader.get()
    assert len(house.asked) == 2


def test_an_invented_scheme_does_not_make_a_page_twice() -> None:
    house = House()
    reader = Reader(house)
    for number in range(20):
        reader.get(HTTP_X_FORWARDED_PROTO=f"invented-{number}")
    assert len(house.asked) == 1


def test_the_scheme_of_the_tls_proxy_is_told_apart() -> None:
    house = House()
    reader = Reader(house)
    reader.get(HTTP_X_FORWARDED_PROTO="https")
    reader.get(HTTP_X_FORWARDED_PROTO="https, http")
    reader.get(HTTP_X_FORWARDED_PROTO="http")
    assert len(house.asked) == 2


def test_many_ports_of_one_host_do_not_fill_the_memory() -> None:
    house = House()
    reader = Reader(house)
    reader.shelf = Shelf(lambda: "1", heaviest=3 * len(PAGE))
    reader.door = kept_ready(house, reader.shelf)
    for port in range(50):
        reader.get(HTTP_HOST=f"here:{port}")
    assert reader.shelf.weight <= 3 * len(PAGE)
    reader.get(HTTP_HOST="here:49")
    assert len(house.asked) == 50
    reader.get(HTTP_HOST="here:0")
    assert len(house.asked) == 51
