"""Questions that help nobody, or do harm, and why: any family can be asked them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sathana.learning.practice.model import Question, Text

_ABOUT: Text = {"th": "เรื่องอื่น ๆ", "en": "Other things"}


def _harmful(key: str, ask: Text, say: Text, why: Text, *rules: str) -> Question:
    return Question(key, _ABOUT, ask, say, (), "harmful", why, rules)


def _useless(key: str, ask: Text, say: Text, why: Text, *rules: str) -> Question:
    return replace(_harmful(key, ask, say, why, *rules), kind="useless")


_ALL = (
    _harmful(
        "broker",
        {
            "th": "ตอนนั้นใครพาข้ามมา จ่ายให้เขาเท่าไร ชื่ออะไร",
            "en": "Who brought you across, what is his name, what did you pay him?",
        },
        {"th": "...ไม่รู้ ไม่รู้จักใครทั้งนั้น", "en": "… I don't know. I know nobody."},
        {
            "th": "กฎหมายดูว่าเข้ามาเมื่อไรและอยู่อย่างไร ไม่มีช่องทางใดถามว่าใครพามา "
            "ชื่อที่จดไว้ทำให้ครอบครัวและคนอื่นเดือดร้อนได้",
            "en": "The law looks at when somebody came and how "
            "they stay. No pathway asks "
            "who brought them, and a name that you write down can hurt people.",
        },
        "A337-1",
        "7BIS-1",
    ),
    _harmful(
        "blame",
        {
            "th": "ทำไมปล่อยไว้ตั้งนาน ไม่ไปทำให้เรียบร้อยตั้งแต่แรก",
            "en": "Why did you let it lie for so long and not do it properly at once?",
        },
        {
            "th": "อำเภอไกล ตอนนั้นไม่มีใครบอก... (ก้มหน้า)",
            "en": "The district is far, and nobody told us … (looks down)",
        },
        {
            "th": "การแจ้งเกินกำหนดยังทำได้ คำตำหนิไม่ได้ข้อเท็จจริงเพิ่ม แต่ทำให้คนหยุดเล่า",
            "en": "A late notice can still be given. Blame brings "
            "no fact, and people stop "
            "talking.",
        },
        "BR-3",
        "BR-4",
    ),
    _harmful(
        "label",
        {
            "th": "สรุปว่าเป็นคนหลบหนีเข้าเมืองใช่ไหม",
            "en": "So you are illegal, aren't you?",
        },
        {"th": "เราไม่ได้ทำอะไรผิด เราอยู่ที่นี่", "en": "We did nothing. We live here."},
        {
            "th": "คนคนหนึ่งไม่ใช่ความผิด คนที่เกิดที่นี่โดยไม่ได้สัญชาติ กฎหมายเพียง “ถือว่า” "
            "เข้ามาโดยไม่ได้รับอนุญาต ถามว่าเข้ามาเมื่อไรและถืออะไรอยู่ก็พอ",
            "en": "No person is illegal. Of one born here without "
            "nationality the law only "
            "“deems” an entry. Ask when they came, and which paper they hold.",
        },
        "7BIS-3",
        "provision:na-2508/7bis-3/2008",
    ),
    _harmful(
        "coach",
        {
            "th": "บอกเขาไปว่าเกิดที่นี่ก็แล้วกัน จะได้ง่าย ตกลงไหม",
            "en": "Shall we just tell them you were born here? That makes it easy.",
        },
        {"th": "แบบนั้นจะไม่มีปัญหาหรือ", "en": "Would that not bring trouble?"},
        {
            "th": "การใช้หลักฐานเท็จเพื่อให้มีรายการทะเบียนมีโทษจำคุก "
            "และหนักกว่าสำหรับคนไม่มีสัญชาติไทย",
            "en": "Using false evidence for an entry is punished with prison, and more "
            "heavily for one who is not Thai.",
        },
        "provision:cra/50",
    ),
    _harmful(
        "money",
        {
            "th": "พอมีเงินสักก้อนไหม จะได้ฝากเจ้าหน้าที่ให้เร่งเรื่อง",
            "en": "Do you have some money, so that we can have it hurried along?",
        },
        {"th": "ต้องจ่ายเท่าไรหรือ เราไม่มี", "en": "How much would it be? We have none."},
        {
            "th": "ไม่มีค่าใช้จ่ายนอกจากค่าธรรมเนียมตามกฎหมาย การพูดเช่นนี้เปิดประตูให้คนเรียกเงิน",
            "en": "Nothing is to be paid but the fees of the "
            "law. Such words open the door "
            "to those who demand money.",
        },
        "provision:practice/no-payment",
    ),
    _harmful(
        "originals",
        {
            "th": "เอาเอกสารตัวจริงทั้งหมดมาไว้ที่เราก่อนได้ไหม",
            "en": "Can you leave all your original papers with us?",
        },
        {"th": "มีอยู่ใบเดียวนะ... ถ้าหายล่ะ", "en": "It is the only one … if it is lost?"},
        {
            "th": "ตัวจริงต้องอยู่กับเจ้าของ ใช้สำเนา และขอคัดรายการที่นายทะเบียนรับรองได้",
            "en": "Originals stay with their owner. Use copies; "
            "certified copies of entries "
            "can be asked for.",
        },
        "COPY",
        "provision:cra/6",
    ),
    _harmful(
        "promise",
        {
            "th": "ไม่ต้องห่วง เล่ามาเถอะ รับรองว่าได้สัญชาติแน่นอน",
            "en": "Don't worry, just tell me, I promise you will get nationality.",
        },
        {"th": "จริงหรือ ได้แน่หรือ", "en": "Really? For sure?"},
        {
            "th": "ผู้วินิจฉัยคือรัฐ เช่น รัฐมนตรีมีคำสั่งหรือนายทะเบียนลงรายการ "
            "เราบอกได้เพียงว่ากฎหมายว่าอย่างไร",
            "en": "The state decides: a Minister orders, a registrar "
            "enters. We can only say "
            "what the law makes of the facts.",
        },
        "7BIS-2",
        "provision:na-2508/7bis-2/2008",
    ),
    _useless(
        "faith",
        {"th": "ที่บ้านนับถือศาสนาอะไร", "en": "What is your religion?"},
        {"th": "ก็ไปวัดบ้าง ไปโบสถ์บ้าง", "en": "Now the temple, now the church."},
        {
            "th": "ไม่มีช่องทางใดในรายการนี้ถามเรื่องศาสนา",
            "en": "No pathway in this list asks about religion.",
        },
    ),
    _useless(
        "phone",
        {
            "th": "ใช้โทรศัพท์รุ่นอะไร เล่นเฟซบุ๊กไหม",
            "en": "Which phone do you have, and are you on Facebook?",
        },
        {"th": "มีเครื่องเดียวใช้ทั้งบ้าน", "en": "One phone for the whole house."},
        {
            "th": "ไม่ได้ข้อเท็จจริงที่ช่องทางใดใช้ และข้อมูลที่ไม่จำเป็นไม่ควรเก็บ",
            "en": "It brings no fact that a pathway asks for; "
            "what is not needed should not "
            "be collected.",
        },
    ),
    _useless(
        "harvest",
        {"th": "ปีนี้ข้าวได้กี่กระสอบ", "en": "How many sacks of rice this year?"},
        {"th": "ปีนี้ฝนดี ได้พอกิน", "en": "Good rain; enough to eat."},
        {
            "th": "ชวนคุยให้สบายใจได้ แต่ไม่มีช่องทางใดในรายการนี้ใช้คำตอบ",
            "en": "It may break the ice, but no pathway in this list uses the answer.",
        },
    ),
)
POOL = {one.id: one for one in _ALL}
"""All of them, by id."""


def some(keys: Iterable[str]) -> tuple[Question, ...]:
    """Return questions of the pool.

    Raises:
        LookupError: The pool has no such question.
    """
    missing = [key for key in keys if key not in POOL]
    if missing:
        raise LookupError(
            f"There is no unhelpful question '{missing[0]}'; there are: "
            f"{', '.join(POOL)}."
        )
    return tuple(POOL[key] for key in keys)


def mixed(seed: int) -> tuple[Question, ...]:
    """Return three harmful questions and a useless one, the same for the same seed."""
    harmful = [one for one in _ALL if one.kind == "harmful"]
    useless = [one for one in _ALL if one.kind == "useless"]
    chosen = [harmful[(seed + 2 * step) % len(harmful)] for step in range(3)]
    return (*chosen, useless[seed % len(useless)])
