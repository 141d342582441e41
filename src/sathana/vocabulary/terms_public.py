"""Words of the public site, of its media, and of learning."""

from __future__ import annotations

from sathana.vocabulary.names import Name
from sathana.vocabulary.term import Term

_OWN = "our own word"
_CONFIRM = "to be confirmed"

PUBLIC_TERMS: tuple[Term, ...] = (
    Term(
        "badge",
        Name("badge", "เข็ม"),
        Name(
            "Says what somebody has shown they can do; it makes eligible for a role and gives none.",
            "บอกว่าใครแสดงให้เห็นแล้วว่าทำอะไรได้ ทำให้ขอบทบาทได้ แต่ไม่ได้ให้บทบาท",
        ),
        _OWN,
    ),
    Term(
        "captions",
        Name("captions", "คำบรรยาย"),
        Name(
            "What is said in a recording, shown in time with it.",
            "คำพูดในสื่อ แสดงตรงเวลาที่พูด",
        ),
        _CONFIRM,
    ),
    Term(
        "certificate_of_course",
        Name("certificate of a course", "ใบรับรองหลักสูตร"),
        Name(
            "Says that somebody passed a course, and what was shown; no licence of any kind.",
            "บอกว่าผ่านหลักสูตรและแสดงอะไรได้ ไม่ใช่ใบอนุญาตใด ๆ",
        ),
        _CONFIRM,
    ),
    Term(
        "course",
        Name("course", "หลักสูตร"),
        Name(
            "Lessons in their order, with practice families and what must be shown to pass.",
            "บทเรียนตามลำดับ พร้อมครอบครัวฝึกหัด และสิ่งที่ต้องแสดงเพื่อผ่าน",
        ),
        _CONFIRM,
    ),
    Term(
        "editorial_review",
        Name("review of a public text", "การตรวจก่อนเผยแพร่"),
        Name(
            "Language, law and community, each by another person who did not write it.",
            "ตรวจภาษา กฎหมาย และโดยชุมชน แต่ละขั้นโดยคนละคนซึ่งไม่ได้เขียน",
        ),
        _CONFIRM,
    ),
    Term(
        "helper",
        Name("verified helper", "ผู้ช่วยเหลือที่ตรวจแล้ว"),
        Name(
            "Somebody who helps, proposed by one and verified by another, until a day or until revoked.",
            "ผู้ที่ช่วยเหลือ คนหนึ่งเสนอ อีกคนตรวจและรับรอง จนถึงวันหนึ่งหรือจนถูกถอน",
        ),
        _OWN,
    ),
    Term(
        "imprint",
        Name("imprint", "รอยพิมพ์ของกฎหมาย"),
        Name(
            "What a record of the law said when a text was reviewed; another one means that it says something else now.",
            "สิ่งที่กฎหมายข้อหนึ่งบอกเมื่อตรวจข้อความ ถ้ารอยต่างไป แปลว่ากฎหมายบอกอย่างอื่นแล้ว",
        ),
        _OWN,
    ),
    Term(
        "lesson",
        Name("lesson", "บทเรียน"),
        Name(
            "One part of a course, tied to the rules it teaches, with a quiz.",
            "ส่วนหนึ่งของหลักสูตร ผูกกับกฎที่สอน มีแบบทดสอบ",
        ),
        _CONFIRM,
    ),
    Term(
        "media_centre",
        Name("Rights-Protection Media Centre", "ศูนย์สื่อเพื่อการคุ้มครองสิทธิ"),
        Name(
            "The public place of handbooks, posters, comics and recordings.",
            "ที่รวมคู่มือ โปสเตอร์ การ์ตูน และสื่อเสียงภาพสำหรับทุกคน",
        ),
        _CONFIRM,
    ),
    Term(
        "practice_family",
        Name("practice family", "ครอบครัวฝึกหัด"),
        Name(
            "A fictional family with which a learner asks, chooses pathways, plans evidence and writes; marked by the engine.",
            "ครอบครัวสมมติให้ผู้เรียนถาม เลือกช่องทาง วางแผนหลักฐาน และเขียน ระบบให้คะแนน",
        ),
        _OWN,
    ),
    Term(
        "quiz",
        Name("quiz", "แบบทดสอบ"),
        Name(
            "Questions at the end of a lesson, each with its reason and its rule.",
            "คำถามท้ายบทเรียน แต่ละข้อมีเหตุผลและข้อกฎหมาย",
        ),
        _CONFIRM,
    ),
    Term(
        "readiness_accuracy",
        Name("readiness accuracy", "ความแม่นยำของความพร้อม"),
        Name(
            "Share of a learner's packs that passed review and were accepted when first lodged; unknown until one is known.",
            "สัดส่วนชุดคำร้องที่ผ่านการตรวจและได้รับตั้งแต่ยื่นครั้งแรก ยังไม่รู้จนกว่าจะรู้ผลสักชุด",
        ),
        _OWN,
    ),
    Term(
        "recording",
        Name("recording", "สื่อบันทึก"),
        Name(
            "Sound, video or a picture of the media centre.",
            "เสียง วิดีโอ หรือภาพของศูนย์สื่อ",
        ),
        _CONFIRM,
    ),
    Term(
        "refresher",
        Name("refresher", "การทบทวน"),
        Name(
            "A lesson that is due again, since a rule that it teaches changed.",
            "บทเรียนที่ต้องเรียนใหม่ เพราะกฎที่สอนเปลี่ยนไป",
        ),
        _OWN,
    ),
    Term(
        "transcript",
        Name("transcript", "บทพูด"),
        Name(
            "All that is said in a recording, as plain text.",
            "คำพูดทั้งหมดในสื่อ เป็นข้อความธรรมดา",
        ),
        _CONFIRM,
    ),
)
