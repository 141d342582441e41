"""What an entry says, in plain Thai and English: ``person.view`` "opened a person"."""

from __future__ import annotations

type Text = dict[str, str]

_THINGS: dict[str, tuple[str, str]] = {
    "account": ("บัญชีผู้ใช้", "account"),
    "assessment": ("ผลวิเคราะห์", "assessment"),
    "assignment": ("การมอบหมาย", "assignment"),
    "audit": ("บันทึกการใช้งาน", "the record of use"),
    "badge": ("เข็มของผู้เรียน", "badge of a learner"),
    "backup": ("ข้อมูลสำรอง", "backup"),
    "block": ("การกันผู้มีส่วนได้เสีย", "conflict of interest"),
    "case": ("กรณี", "case"),
    "certificate": ("ใบรับรองการเรียน", "certificate of a course"),
    "class": ("ใบคัดกรองชั้นเรียน", "class sheet"),
    "consent": ("ความยินยอม", "consent"),
    "cost": ("ค่าใช้จ่ายของกรณี", "cost of a case"),
    "database": ("ฐานข้อมูล", "database"),
    "draft": ("แบบร่าง", "draft"),
    "encounter": ("การติดต่อสำนักงาน", "contact with an office"),
    "event": ("เหตุการณ์", "event"),
    "evidence": ("เอกสาร", "paper"),
    "fact": ("ข้อเท็จจริง", "fact"),
    "family": ("ครอบครัว", "family"),
    "file": ("ไฟล์", "file"),
    "glass": ("การเปิดฉุกเฉิน", "emergency opening"),
    "grant": ("บทบาท", "role"),
    "handover": ("การส่งมอบกรณีให้เพื่อนร่วมงาน", "hand-over of a case"),
    "helper": ("ผู้ช่วยเหลือในรายชื่อสาธารณะ", "helper of the public directory"),
    "household": ("ครัวเรือน", "household"),
    "invitation": ("คำเชิญ", "invitation"),
    "key": ("กุญแจ", "key"),
    "kinship": ("ความเป็นญาติ", "kinship"),
    "law": ("กฎหมาย", "law"),
    "offer": ("ข้อเสนอจากองค์กรอื่น", "offer of another organisation"),
    "organisation": ("องค์กร", "organisation"),
    "page": ("หน้าเว็บสาธารณะ", "public page"),
    "person": ("บุคคล", "person"),
    "recovery": ("การตั้งรหัสใหม่ของบัญชี", "new begin of an account"),
    "referral": ("การส่งต่อไปองค์กรอื่น", "referral to another organisation"),
    "role": ("บทบาท", "role"),
    "share": ("การแบ่งปัน", "share"),
    "team": ("ทีม", "team"),
    "village": ("หมู่บ้าน", "village"),
}
_DEEDS: dict[str, tuple[str, str]] = {
    "accept": ("ตอบรับ", "accepted"),
    "add": ("เพิ่ม", "added"),
    "approve": ("อนุมัติ", "approved"),
    "ask": ("ขอ", "asked for"),
    "assess": ("วิเคราะห์", "assessed"),
    "assign": ("มอบหมาย", "assigned"),
    "attach": ("แนบไฟล์ให้", "given a file"),
    "block": ("กันไม่ให้เห็น", "hidden from somebody"),
    "break_glass": ("เปิดฉุกเฉิน", "opened in an emergency"),
    "case_file": ("ส่งออกแฟ้มกรณีของ", "exported as a case file"),
    "change": ("แก้ไข", "changed"),
    "choose": ("เลือกให้", "chosen"),
    "close": ("ปิดงาน", "closed"),
    "confirm": ("ยืนยัน", "confirmed"),
    "copy": ("เปิดสำเนา", "copy opened"),
    "decline": ("ไม่รับ", "declined"),
    "end": ("ยุติ", "ended"),
    "erase": ("ลบถาวร", "erased"),
    "erased": ("ลบถาวร", "erased"),
    "export": ("ส่งออก", "exported"),
    "find": ("ค้นพบ", "found by a search"),
    "give": ("บันทึก", "given"),
    "import": ("นำเข้า", "imported"),
    "invite": ("เชิญ", "invited"),
    "list": ("เห็นในรายการ", "seen in a list"),
    "look_alike": ("เห็นชื่อที่คล้ายกันของ", "seen as a similar name"),
    "offer": ("เสนอ", "offered"),
    "open": ("เปิดแฟ้ม", "begun"),
    "original": ("เปิดต้นฉบับของ", "original opened"),
    "pass": ("เสร็จสิ้น", "done"),
    "print": ("พิมพ์", "printed"),
    "purged": ("ล้างข้อมูลที่ลบแล้วออกจาก", "purged of what was erased"),
    "refuse": ("ไม่อนุมัติ", "refused"),
    "refused": ("ถูกปฏิเสธ", "refused"),
    "relate": ("เพิ่มญาติให้", "related"),
    "remove": ("ถอน", "removed"),
    "reopen": ("เปิดงานใหม่", "reopened"),
    "restored": ("กู้คืน", "restored from a backup"),
    "reverse": ("กลับรายการ", "taken back by a line of its own"),
    "review": ("ทบทวน", "reviewed"),
    "rotate": ("เปลี่ยน", "changed for a new one"),
    "rotated": ("เปลี่ยน", "changed for a new one"),
    "seal": ("ปิดผนึก", "sealed"),
    "search": ("ค้นหา", "searched for"),
    "share": ("แบ่งปัน", "shared"),
    "sign_in": ("เข้าสู่ระบบ", "signed in"),
    "sign_out": ("ออกจากระบบ", "signed out"),
    "take_back": ("ถอนคืน", "taken back"),
    "tell": ("บันทึกข้อเท็จจริงของ", "told a fact of"),
    "unassign": ("เลิกมอบหมาย", "no longer assigned"),
    "unblock": ("เลิกกัน", "no longer hidden"),
    "unrelate": ("ถอนญาติของ", "no longer related"),
    "unseal": ("เปิดผนึก", "unsealed"),
    "unshare": ("เลิกแบ่งปัน", "no longer shared"),
    "view": ("เปิดดู", "opened"),
    "who_opened": ("ดูว่าใครเคยเปิด", "looked up who had opened it"),
    "withdraw": ("ถอน", "withdrawn"),
}
_WHOLE: dict[str, tuple[str, str]] = {
    "account.sign_in": ("เข้าสู่ระบบ", "Signed in"),
    "account.sign_out": ("ออกจากระบบ", "Signed out"),
    "account.refused": ("เข้าสู่ระบบไม่สำเร็จ", "Sign-in refused"),
    "account.refused_code": ("ใส่รหัสปัจจัยที่สองผิด", "Wrong second factor"),
    "account.password": ("เปลี่ยนรหัสผ่าน", "Password changed"),
    "account.factor": ("เปลี่ยนปัจจัยที่สอง", "Second factor changed"),
    "account.factor_added": ("เพิ่มปัจจัยที่สอง", "Second factor added"),
    "account.factor_removed": ("ถอนปัจจัยที่สอง", "Second factor removed"),
    "account.codes_made": ("ออกรหัสกู้คืนชุดใหม่", "New recovery codes made"),
    "account.close": ("ปิดบัญชีผู้ใช้", "Account closed"),
    "account.open": ("เปิดบัญชีผู้ใช้", "Account opened"),
    "after.view": ("ดูขั้นหลังอนุมัติ", "Steps after an approval looked at"),
    "after.add": ("บันทึกขั้นหลังอนุมัติ", "Step after an approval recorded"),
    "after.change": ("แก้ขั้นหลังอนุมัติ", "Step after an approval corrected"),
    "after.grant": ("ยืนยันคำอนุมัติเป็นข้อเท็จจริง", "Decision confirmed as a fact"),
    "case.open": ("เปิดกรณี", "Case opened"),
    "plan.request_add": ("ขอเอกสาร", "Paper asked for"),
    "plan.request_change": ("แก้การขอเอกสาร", "Request for a paper changed"),
    "plan.witness_add": ("เพิ่มพยาน", "Witness added"),
    "plan.witness_change": ("แก้ข้อมูลพยาน", "Witness changed"),
    "plan.dna_add": ("เพิ่มการตรวจดีเอ็นเอ", "DNA test added"),
    "plan.dna_change": ("แก้การตรวจดีเอ็นเอ", "DNA test changed"),
    "plan.dna_kinship": ("ใช้ผลดีเอ็นเอกับความเป็นญาติ", "DNA result told to kinship"),
    "plan.settlement_add": ("บันทึกข้อมูลที่ถูก", "Difference settled"),
    "plan.settlement_change": ("แก้ข้อมูลที่ถูก", "Settlement changed"),
    "case.plan": ("วางงานต่อไป", "Next action planned"),
    "case.done": ("งานของกรณีเสร็จ", "Action of a case done"),
    "case.move": ("บันทึกความคืบหน้า", "Pathway of a person moved"),
    "case.pathway_add": ("เพิ่มช่องทางของบุคคล", "Pathway of a person added"),
    "case.pathway_change": ("แก้ช่องทางหรือผู้ยื่น", "Pathway or who files changed"),
    "encounter.apart_add": (
        "บันทึกชื่อเจ้าหน้าที่หรือเงินที่ถูกเรียก",
        "Officer's name or money asked for recorded",
    ),
    "encounter.apart_view": (
        "เปิดดูชื่อเจ้าหน้าที่หรือเงินที่ถูกเรียก",
        "Officer's name or money asked for opened",
    ),
    "class.link": (
        "โยงเลขของใบคัดกรองกับแฟ้มครอบครัว",
        "Number of a class became a family",
    ),
    "encounter.letter": ("เปิดหนังสือถึงสำนักงาน", "Letter to an office opened"),
    "evidence.choose": ("เห็นชื่อตอนบันทึกเอกสาร", "Names seen while recording a paper"),
    "evidence.file": ("แนบไฟล์ให้เอกสาร", "File added to a paper"),
    "evidence.original": ("เปิดต้นฉบับของเอกสาร", "Original of a paper opened"),
    "fact.tell": ("บันทึกข้อเท็จจริง", "Fact told"),
    "family.who_opened": ("ดูว่าใครเคยเปิดแฟ้ม", "Looked up who had opened it"),
    "glass.break": ("เปิดแฟ้มกรณีฉุกเฉิน", "Opened in an emergency"),
    "invitation.ask": ("ขอเชิญผู้ใช้ใหม่", "Invitation asked for"),
    "law.changes": (
        "เห็นคำตอบที่เปลี่ยนเพราะกฎหมายเปลี่ยน",
        "Answers that a change of law turned seen",
    ),
    "law.reassess": (
        "วิเคราะห์ใหม่หลังกฎหมายเปลี่ยน",
        "Families assessed anew after a change of law",
    ),
    "keys.rotate": ("เปลี่ยนกุญแจ", "Keys changed for new ones"),
    "organisation.close": ("ปิดองค์กร", "Organisation closed"),
    "organisation.open": ("เปิดองค์กรอีกครั้ง", "Organisation opened again"),
    "family.add": ("เปิดแฟ้มครอบครัวใหม่", "Family recorded"),
    "family.break_glass": ("เปิดแฟ้มกรณีฉุกเฉิน", "Opened in an emergency"),
    "family.review": ("ทบทวนการเปิดฉุกเฉิน", "Emergency opening reviewed"),
    "family.assign": ("มอบหมายผู้ดูแล", "A worker was assigned"),
    "family.unassign": ("เลิกมอบหมายผู้ดูแล", "A worker is no longer assigned"),
    "family.block": ("กันผู้มีส่วนได้เสียไม่ให้เห็น", "Hidden from somebody close to it"),
    "family.unblock": ("เลิกกันผู้มีส่วนได้เสีย", "No longer hidden from somebody"),
    "family.share": ("แบ่งปันกับองค์กรอื่น", "Shared with another organisation"),
    "family.unshare": ("เลิกแบ่งปันกับองค์กรอื่น", "No longer shared"),
    "family.close": ("ปิดงานของครอบครัว", "Work closed"),
    "family.reopen": ("เปิดงานของครอบครัวอีกครั้ง", "Work reopened"),
    "learning.pack_add": ("บันทึกชุดคำร้องของผู้เรียน", "Pack of a learner recorded"),
    "learning.pack_change": ("แก้ผลชุดคำร้องของผู้เรียน", "Outcome of a pack told"),
    "role.ask": ("ขอให้มีบทบาท", "Role asked for"),
}
"""Actions that are told as a whole."""


def of_action(action: str) -> Text:
    """Say what was done; an action that has no words is shown as its code."""
    thing, _, deed = action.partition(".")
    if action in _WHOLE:
        th, en = _WHOLE[action]
    elif thing in _THINGS and deed in _DEEDS:
        (thing_th, thing_en), (deed_th, deed_en) = _THINGS[thing], _DEEDS[deed]
        th, en = f"{deed_th}{thing_th}", f"{thing_en} {deed_en}".capitalize()
        if deed == "list":
            th = f"เห็น{thing_th}ในรายการ"
    else:
        th = en = action
    return {"th": th, "en": en}


def of_deed(deed: str) -> Text:
    """Say what is done, whatever it is done with."""
    th, en = _DEEDS.get(deed, (deed, deed))
    return {"th": th, "en": en.capitalize()}


def of_kind(kind: str) -> Text:
    """Say what kind of thing an entry is about."""
    th, en = _THINGS.get(kind, (kind, kind))
    return {"th": th, "en": en}
