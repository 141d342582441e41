"""Words of the law: nationality, immigration and civil registration."""

from __future__ import annotations

from sathana.vocabulary.names import Name
from sathana.vocabulary.term import Term

_CONFIRM = "to be confirmed"
_NA = "Nationality Act B.E. 2508"
_CRA = "Civil Registration Act B.E. 2534"

LAW_TERMS: tuple[Term, ...] = (
    Term(
        "adoption",
        Name("adoption", "การรับบุตรบุญธรรม"),
        Name(
            "A registered act by which a person becomes another's child in law; it "
            "changes nothing of who gave birth.",
            "การจดทะเบียนให้เป็นบุตรของผู้อื่นตามกฎหมาย โดยไม่เปลี่ยนว่าใครเป็นพ่อแม่ผู้ให้กำเนิด",
        ),
        "Civil and Commercial Code",
    ),
    Term(
        "alien",
        Name("alien", "คนต่างด้าว"),
        Name(
            "The statute's word for a person without Thai nationality; outside the "
            "statutes we say person.",
            "คำในกฎหมายที่ใช้เรียกผู้ไม่มีสัญชาติไทย นอกตัวบทเราใช้คำว่าบุคคล",
        ),
        f"{_NA} s.4",
    ),
    Term(
        "alien_certificate",
        Name("alien identification certificate", "ใบสำคัญประจำตัวคนต่างด้าว"),
        Name(
            "The paper by which the state lists a person as an alien; some texts took "
            "Thai nationality from those who had it made.",
            "เอกสารที่รัฐลงทะเบียนบุคคลเป็นคนต่างด้าว กฎหมายบางฉบับให้ผู้ที่ขอเสียสัญชาติไทย",
        ),
        f"{_NA} s.21",
    ),
    Term(
        "announcement_337",
        Name("Announcement 337", "ประกาศของคณะปฏิวัติ ฉบับที่ 337"),
        Name(
            "The announcement in force from 14 December 1972 that took nationality by "
            "soil from children of parents in three classes, and barred it.",
            "ประกาศที่ใช้ตั้งแต่ 14 ธันวาคม 2515 ซึ่งถอนและไม่ให้สัญชาติไทยโดยหลักดินแดนแก่บุตรของบิดามารดาสามประเภท",
        ),
        "Announcement of the Revolutionary Council No. 337",
    ),
    Term(
        "appeal",
        Name("appeal", "อุทธรณ์"),
        Name(
            "The request that a higher official look again at a decision, within the "
            "time that the law gives.",
            "การขอให้ผู้มีอำนาจสูงขึ้นทบทวนคำสั่ง ภายในเวลาที่กฎหมายกำหนด",
        ),
        "Administrative Procedure Act B.E. 2539",
    ),
    Term(
        "bar",
        Name("bar", "เหตุไม่ได้สัญชาติ"),
        Name(
            "A provision because of which birth in Thailand does not give nationality.",
            "บทบัญญัติที่ทำให้การเกิดในประเทศไทยไม่ทำให้ได้สัญชาติไทย",
        ),
        f"{_NA} ss.7 bis, 8; our own word",
    ),
    Term(
        "birth_certificate",
        Name("birth certificate", "สูติบัตร"),
        Name(
            "The paper the registrar issues for every birth in Thailand, to children "
            "of every nationality and of none.",
            "เอกสารที่นายทะเบียนออกให้แก่เด็กทุกคนที่เกิดในประเทศไทย ไม่ว่ามีสัญชาติใดหรือไม่มีเลย",
        ),
        f"{_CRA} s.20",
    ),
    Term(
        "birth_certification",
        Name("certification of birth", "หนังสือรับรองการเกิด (ท.ร.20/1)"),
        Name(
            "The registrar's later certificate that a person was born in Thailand.",
            "หนังสือที่นายทะเบียนออกให้ภายหลังเพื่อรับรองว่าบุคคลนั้นเกิดในประเทศไทย",
        ),
        f"{_CRA} s.20/1",
    ),
    Term(
        "birth_notification",
        Name("birth notification", "การแจ้งเกิด"),
        Name(
            "The act of telling the registrar of a birth, in time or late.",
            "การแจ้งให้นายทะเบียนทราบว่ามีคนเกิด ภายในกำหนดหรือเกินกำหนด",
        ),
        f"{_CRA} s.18",
    ),
    Term(
        "displaced_thai",
        Name("displaced Thai", "คนไทยพลัดถิ่น"),
        Name(
            "A person of Thai descent who became another state's subject when the "
            "border moved, and is certified as such.",
            "ผู้มีเชื้อสายไทยที่กลายเป็นคนในบังคับของรัฐอื่นเพราะการเปลี่ยนอาณาเขต และได้รับการรับรอง",
        ),
        f"{_NA} ss.4, 9/6",
    ),
    Term(
        "foundling",
        Name("foundling", "เด็กถูกทอดทิ้ง"),
        Name(
            "A child found abandoned, whose parents nobody can find out.",
            "เด็กที่ถูกพบโดยไม่มีผู้ดูแล และไม่มีใครสืบหาพ่อแม่ได้",
        ),
        f"{_CRA} s.19",
    ),
    Term(
        "headman",
        Name("village head", "ผู้ใหญ่บ้าน"),
        Name(
            "The elected head of a village, whom offices ask as a witness.",
            "ผู้ปกครองหมู่บ้านที่ได้รับเลือก ซึ่งสำนักทะเบียนมักสอบเป็นพยาน",
        ),
        "Local Administration Act B.E. 2457",
    ),
    Term(
        "history_register",
        Name("history register", "ทะเบียนประวัติ"),
        Name(
            "The register of persons without Thai nationality who are not in a house "
            "register (the TR.38 family).",
            "ทะเบียนของผู้ไม่มีสัญชาติไทยที่ไม่ได้อยู่ในทะเบียนบ้าน (กลุ่ม ท.ร.38)",
        ),
        f"{_CRA} s.38",
    ),
    Term(
        "house_register",
        Name("house register", "ทะเบียนบ้าน"),
        Name(
            "The register of those who live in a house: TR.14, or TR.13 for those "
            "allowed to stay for a time.",
            "ทะเบียนของผู้อยู่ในบ้าน คือ ท.ร.14 หรือ ท.ร.13 สำหรับผู้ได้รับอนุญาตให้อยู่ชั่วคราว",
        ),
        f"{_CRA} ss.36, 38",
    ),
    Term(
        "lawful_father",
        Name("lawful father", "บิดาที่ชอบด้วยกฎหมาย"),
        Name(
            "The father in law: married to the mother, or made so by registration or "
            "judgment; not always the biological father.",
            "บิดาตามกฎหมาย คือสมรสกับมารดา หรือจดทะเบียนรับรองบุตร หรือศาลพิพากษา ไม่จำเป็นต้องเป็นบิดาผู้ให้กำเนิด",
        ),
        "Civil and Commercial Code ss.1536, 1547, 1557",
    ),
    Term(
        "legitimation",
        Name("legitimation", "การรับรองบุตร"),
        Name(
            "The registration, or the judgment, by which a child becomes the father's "
            "lawful child.",
            "การจดทะเบียนหรือคำพิพากษาที่ทำให้เด็กเป็นบุตรชอบด้วยกฎหมายของบิดา",
        ),
        "Civil and Commercial Code s.1547",
    ),
    Term(
        "leniency",
        Name("individual leniency", "การผ่อนผันให้พักอาศัยเป็นกรณีพิเศษเฉพาะราย"),
        Name(
            "Permission to stay given to a person as a special case.",
            "การยอมให้บุคคลพักอาศัยอยู่ในประเทศไทยเป็นกรณีพิเศษ",
        ),
        f"{_NA} s.7 bis",
    ),
    Term(
        "loss",
        Name("loss of nationality", "การเสียสัญชาติ"),
        Name(
            "A person who was Thai is no longer so, under a provision and from a day.",
            "ผู้ที่เคยมีสัญชาติไทยไม่มีอีกต่อไป ตามบทบัญญัติหนึ่งและตั้งแต่วันหนึ่ง",
        ),
        f"{_NA} ch.2",
    ),
    Term(
        "naturalisation",
        Name("naturalisation", "การแปลงสัญชาติ"),
        Name(
            "Becoming Thai on one's own petition, by permission of the Minister.",
            "การขอเป็นคนสัญชาติไทยตามคำขอของตน โดยได้รับอนุญาตจากรัฐมนตรี",
        ),
        f"{_NA} ss.10-12/1",
    ),
    Term(
        "nationality_by_blood",
        Name("nationality by blood", "สัญชาติโดยหลักสืบสายโลหิต"),
        Name(
            "Thai nationality from birth because a parent was Thai.",
            "การมีสัญชาติไทยตั้งแต่เกิดเพราะบิดาหรือมารดามีสัญชาติไทย",
        ),
        f"{_NA} s.7(1)",
    ),
    Term(
        "nationality_by_soil",
        Name("nationality by soil", "สัญชาติโดยหลักดินแดน"),
        Name(
            "Thai nationality from birth because of birth in Thailand.",
            "การมีสัญชาติไทยตั้งแต่เกิดเพราะเกิดในประเทศไทย",
        ),
        f"{_NA} s.7(2)",
    ),
    Term(
        "number",
        Name("13-digit number", "เลขประจำตัวประชาชน 13 หลัก"),
        Name(
            "The number every person in the registers has; its first digit tells how "
            "the person came into them, and does not prove nationality.",
            "เลขของทุกคนที่อยู่ในทะเบียน หลักแรกบอกว่าเข้าทะเบียนมาอย่างไร แต่ไม่พิสูจน์สัญชาติ",
        ),
        f"{_CRA} s.16",
    ),
    Term(
        "original_highlander",
        Name("original highlander", "ชาวไทยภูเขาดั้งเดิม"),
        Name(
            "A member, by descent, of one of the peoples that the highland "
            "regulation of 2000 names.",
            "ผู้สืบเชื้อสายของกลุ่มชาติพันธุ์ที่ระเบียบบุคคลบนพื้นที่สูง พ.ศ. 2543 ระบุไว้",
        ),
        "Central Registry regulation on highland persons B.E. 2543",
    ),
    Term(
        "permanent_residence",
        Name("permanent residence", "ถิ่นที่อยู่ถาวร"),
        Name(
            "The permission to live in Thailand without end, shown by a residence "
            "certificate.",
            "การได้รับอนุญาตให้อยู่ในประเทศไทยโดยไม่มีกำหนด มีใบสำคัญถิ่นที่อยู่เป็นหลักฐาน",
        ),
        "Immigration Act B.E. 2522",
    ),
    Term(
        "provision",
        Name("provision", "บทบัญญัติ"),
        Name(
            "One section or clause of a law or announcement.",
            "มาตราหรือข้อหนึ่งของกฎหมายหรือประกาศ",
        ),
        "usage of lawyers",
    ),
    Term(
        "recorded_without_status",
        Name("recorded without status", "ผู้ไม่มีสถานะทางทะเบียน"),
        Name(
            "Recorded by the state with a number that begins with 0, so no longer "
            "unregistered.",
            "รัฐบันทึกไว้แล้วโดยมีเลขขึ้นต้นด้วย 0 จึงไม่ใช่ผู้ไร้รัฐอีกต่อไป",
        ),
        f"{_CRA} s.38; distinction {_CONFIRM}",
    ),
    Term(
        "registrar",
        Name("registrar", "นายทะเบียน"),
        Name("The official who keeps a civil register.", "เจ้าหน้าที่ผู้ดูแลทะเบียนราษฎร"),
        f"{_CRA} s.4",
    ),
    Term(
        "section_23",
        Name("section 23 of 2008", "มาตรา 23 พ.ศ. 2551"),
        Name(
            "The provision that gave Thai nationality, from 28 February 2008, to those "
            "whom Announcement 337 had hit and to their children.",
            "บทบัญญัติที่ให้สัญชาติไทยตั้งแต่ 28 กุมภาพันธ์ 2551 แก่ผู้ที่ถูกกระทบจากประกาศฉบับที่ 337 และบุตร",
        ),
        "Nationality Act (No. 4) B.E. 2551 s.23",
    ),
    Term(
        "stay",
        Name("standing under immigration law", "สถานะการอยู่ในประเทศไทย"),
        Name(
            "With which permission, or with none, a person is in Thailand on a day.",
            "ในวันหนึ่งบุคคลอยู่ในประเทศไทยโดยได้รับอนุญาตแบบใด หรือไม่ได้รับอนุญาต",
        ),
        "Immigration Act B.E. 2522",
    ),
)
"""Terms that a statute uses, or that stand for something in one."""
