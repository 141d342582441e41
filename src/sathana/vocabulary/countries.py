"""Names of the countries that matter in the field, by ISO 3166-1 alpha-2 code."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sathana.vocabulary.names import Lang, Name

ABROAD = "abroad"
"""Not Thailand; which country is not known."""

_ROWS = """
TH Thailand|ประเทศไทย
MM Myanmar|เมียนมา
LA Laos|ลาว
KH Cambodia|กัมพูชา
VN Vietnam|เวียดนาม
CN China|จีน
TW Taiwan|ไต้หวัน
HK Hong Kong|ฮ่องกง
MY Malaysia|มาเลเซีย
SG Singapore|สิงคโปร์
ID Indonesia|อินโดนีเซีย
PH the Philippines|ฟิลิปปินส์
BN Brunei|บรูไน
TL Timor-Leste|ติมอร์-เลสเต
NP Nepal|เนปาล
IN India|อินเดีย
BD Bangladesh|บังกลาเทศ
BT Bhutan|ภูฏาน
PK Pakistan|ปากีสถาน
LK Sri Lanka|ศรีลังกา
AF Afghanistan|อัฟกานิสถาน
IR Iran|อิหร่าน
IQ Iraq|อิรัก
SY Syria|ซีเรีย
PS Palestine|ปาเลสไตน์
SA Saudi Arabia|ซาอุดีอาระเบีย
AE the United Arab Emirates|สหรัฐอาหรับเอมิเรตส์
IL Israel|อิสราเอล
TR Türkiye|ทูร์เคีย
JP Japan|ญี่ปุ่น
KR South Korea|เกาหลีใต้
KP North Korea|เกาหลีเหนือ
MN Mongolia|มองโกเลีย
UZ Uzbekistan|อุซเบกิสถาน
RU Russia|รัสเซีย
UA Ukraine|ยูเครน
DE Germany|เยอรมนี
FR France|ฝรั่งเศส
GB the United Kingdom|สหราชอาณาจักร
IE Ireland|ไอร์แลนด์
NL the Netherlands|เนเธอร์แลนด์
BE Belgium|เบลเยียม
CH Switzerland|สวิตเซอร์แลนด์
AT Austria|ออสเตรีย
IT Italy|อิตาลี
ES Spain|สเปน
PT Portugal|โปรตุเกส
DK Denmark|เดนมาร์ก
NO Norway|นอร์เวย์
SE Sweden|สวีเดน
FI Finland|ฟินแลนด์
PL Poland|โปแลนด์
US the United States|สหรัฐอเมริกา
CA Canada|แคนาดา
AU Australia|ออสเตรเลีย
NZ New Zealand|นิวซีแลนด์
BR Brazil|บราซิล
ZA South Africa|แอฟริกาใต้
NG Nigeria|ไนจีเรีย
CM Cameroon|แคเมอรูน
SO Somalia|โซมาเลีย
EG Egypt|อียิปต์
"""

COUNTRIES: Mapping[str, Name] = MappingProxyType(
    {row[:2]: Name(*row[3:].split("|")) for row in _ROWS.strip().splitlines()}
)
"""Countries with a name of their own here; any other is shown by its code."""

_NOT_A_STATE = MappingProxyType(
    {
        ABROAD: Name("a country outside Thailand", "ต่างประเทศ"),
        "unknown": Name("a country that is not known", "ประเทศที่ไม่ทราบชื่อ"),
    }
)


def country_name(code: str, lang: Lang) -> str:
    """Return the name of a country; the code itself where we have no name for it.

    ``abroad`` (outside Thailand, not known where) and ``unknown`` have names too.
    """
    found = COUNTRIES.get(code) or _NOT_A_STATE.get(code)
    return found.in_(lang) if found else code
