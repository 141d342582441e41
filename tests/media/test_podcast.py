"""Feeds of podcasts: what players need, in order, and nothing that breaks them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

from sathana.media.podcast import ITUNES, Episode, Programme, feed

PROGRAMME = Programme(
    "เสียงจากดอย & <ไร่>", "รายการ", "สถานะ", "th", "https://x.example/media/",
    "https://x.example/media/feed", "https://x.example/p.jpg", "CC BY 4.0",
)  # fmt: skip
DAY = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)


def episode(number: int, seconds: float | None = 61.6) -> Episode:
    return Episode(
        f"id-{number}", f"ตอนที่ {number}", "a < b", f"https://x.example/{number}",
        f"https://x.example/{number}.m4a", 1234, "audio/mp4", seconds,
        DAY + timedelta(days=number), "https://x.example/th.vtt",
    )  # fmt: skip


def parsed(*episodes: Episode) -> ElementTree.Element:
    return ElementTree.fromstring(feed(PROGRAMME, episodes)).find("channel")


def test_the_newest_episode_is_first_with_its_sound_and_length() -> None:
    channel = parsed(episode(1), episode(2))
    items = channel.findall("item")
    assert [one.findtext("title") for one in items] == ["ตอนที่ 2", "ตอนที่ 1"]
    sound = items[0].find("enclosure")
    assert sound.attrib == {
        "url": "https://x.example/2.m4a",
        "length": "1234",
        "type": "audio/mp4",
    }
    assert items[0].findtext(f"{{{ITUNES}}}duration") == "62"
    assert items[0].find("guid").attrib["isPermaLink"] == "false"
    assert channel.findtext("language") == "th"
    assert channel.findtext("title") == "เสียงจากดอย & <ไร่>"


def test_an_unknown_length_is_not_told() -> None:
    one = parsed(episode(1, None)).find("item")
    assert one.find(f"{{{ITUNES}}}duration") is None


def test_a_feed_without_episodes_is_a_feed() -> None:
    assert parsed().findall("item") == []


def test_the_same_input_makes_the_same_feed() -> None:
    assert feed(PROGRAMME, [episode(1)]) == feed(PROGRAMME, [episode(1)])
