"""Invented names: pairs that are one person's, and pairs of two people.

The spellings are of the kinds that field workers write down: another tone, another
letter of the same sound, doubled letters, romanisation by ear, one word or two, a
school's guess at an Akha, Lahu, Shan, Karen, Hmong, Lisu or Mien name.
"""
# ruff: noqa: E501 -- a pair stands in one line, however long its Thai is.

from __future__ import annotations

SAME = (
    # Thai spellings of one name: tones, silent letters, letters of one sound.
    ("สมชาย ใจดี", "สมชาย ใจดี้"), ("สมชาย ใจดี", "สมชาย"), ("วรรณา แสนสุข", "วันนา แสนสุข"),
    ("ณัฐวุฒิ ทองคำ", "นัทวุฒิ ทองคำ"), ("ศรีสุดา คำมูล", "สีสุดา คำมูล"),
    ("พรทิพย์ วงศ์ใหญ่", "พรทิพ วงใหญ่"), ("ธนพล อินต๊ะ", "ทนพล อินต๊ะ"),
    ("อินทร์ แก้วมา", "อิน แก้วมา"), ("บุญเรือง ปันแก้ว", "บุญเรื่อง ปันแก้ว"),
    ("จันทร์เพ็ญ ลุงติ๊", "จันเพ็ญ ลุงติ๊"), ("แสงดาว", "แสงด่าว"), ("คำปัน จองตาล", "คำปั๋น จองตาล"),
    ("ไชยวัฒน์ มูลดี", "ชัยวัฒน์ มูลดี"), ("รัตนา สายคำ", "รัตน์นา สายคำ"),
    ("นางสาวมาลี ยาวิชัย", "มาลี ยาวิชัย"), ("นายสุรชัย", "สุรชัย"), ("ด.ช.อาทู่ เชอมือ", "อาทู่ เชอมือ"),
    ("กรรณิการ์ ไพรวัลย์", "กันนิกา ไพรวัน"), ("ประเสริฐ แซ่ลี", "ประเสิด แซ่ลี"),
    ("วิไลพร ดอยคำ", "วิลัยพร ดอยคำ"),
    # Akha.
    ("อาผ่า มาเยอะ", "Apha Mayer"), ("อาผ่า มาเยอะ", "A Pha Mayeu"), ("อาผ่า มาเยอะ", "อาผะ มาเย่อ"),
    ("หมี่ยุ่ม อาเช", "Miyum Ache"), ("มีซา เบเชกู่", "Misa Bechekoo"),
    ("มีซา เบเชกู่", "มีสา เบเชกู"), ("อาซอ เยส่อ", "Aso Yeso"), ("อาโซ เชหมื่อ", "Azo Chermue"),
    ("บู่ลื้อ อายี", "Bulue Ayi"), ("อาจู จูเปาะ", "Aju Jupo"), ("อาทู่ เชอมือ", "Ah Tu Cheumeu"),
    ("หมี่แต แลเชอ", "Mitae Laecheu"), ("หมี่แต แลเชอ", "มี่แต แลเช่อ"),
    ("อาแป อามอ", "A-pae Amo"), ("มิตู่ หมื่อแล", "Mitu Muelae"), ("อาโย โวยแม", "Ayo Woymae"),
    ("อาพี วุยแม", "Api Vuimae"), ("ลอเซอ พิสัยเลิศ", "Lorser Pisailert"),
    # Lahu.
    ("จะแฮ จะหา", "Jahae Jaha"), ("จะแฮ จะหา", "Ja Hae Ja Ha"), ("นาโบ จะลอ", "Nabo Jalo"),
    ("นามี จะหา", "Nami Chaha"), ("นาสี จะแล", "Nasee Jalae"), ("จะอือ ปะดู", "Ja-ue Padu"),
    ("นาทอ ไพรสวัสดิ์", "Nator Praisawat"), ("จะฟะ แสนยี่", "Chafa Saenyi"),
    ("นาก่า จะจู", "Naka Jaju"), ("นาลอ จะโบ", "นาหล่อ จะโบ"), ("จะมู จะเตาะ", "Jamoo Jator"),
    # Shan (Tai Yai).
    ("จายแสง ลุงออ", "Sai Saeng Lung Or"), ("แสงคำ ลุงต๊ะ", "Sengkham Lungta"),
    ("แสงคำ ลุงต๊ะ", "Saeng Kham Lung Ta"), ("นางหอม ลุงซอ", "Nang Hom Lung Saw"),
    ("จายหาญ นายหม่อง", "Jai Harn Nai Mong"), ("คำแสน ลุงมน", "Khamsaen Lungmon"),
    ("คำหลู่ จองนวล", "Khamlu Chongnuan"), ("หอมคำ ลุงปั๋น", "Homkham Lungpan"),
    ("ซอแสง ลุงทุน", "Saw Saeng Loongtoon"), ("อ่องคำ ลุงจิ่ง", "Aung Kham Lung Jing"),
    ("จามหอม ปานคำ", "Jamhom Pankham"), ("ไหมคำ ลายคำ", "Maikham Laikham"),
    # Karen.
    ("พอแฮ ดีเลิศ", "Por Hae Deelert"), ("พอแฮ ดีเลิศ", "Phohae Dilet"), ("หน่อแอ้ วนาไพร", "Naw Ae Wanaprai"),
    ("ซอโพ พนาวัลย์", "Saw Pho Panawan"), ("นอมึ รักษ์ไพร", "Nomue Rakprai"),
    ("ดีแปโพ กระแสสินธุ์", "Deepaepho Krasaesin"), ("ชิพอ ไพรเขียว", "Chiphor Praikhiao"),
    ("มึดา นาวานาถ", "Muda Nawanat"), ("มึดา นาวานาถ", "Mueda Navanat"), ("ลาคี เจริญทรัพย์", "Lakee Charoensap"),
    ("พะตี จอนิ", "Pati Joni"), ("หน่อเจ พงศ์ไพร", "Nor Jay Pongprai"),
    ("ศรีนวล กันยาวดี", "Srinuan Kanyawadee"), ("แดะโพ วิมานไพร", "Dae Pho Wimanprai"),
    # Hmong.
    ("เยีย แซ่ซ่ง", "Yia Sae Song"), ("เยีย แซ่ซ่ง", "Yia Saesong"), ("จู แซ่ย่าง", "Chu Sae Yang"),
    ("ไม แซ่ว่าง", "Mai Saewang"), ("ปา แซ่ลี", "Pa Sae Lee"), ("ปา แซ่ลี", "Pa Saeli"),
    ("เล่าตั๋ว แซ่เฮ่อ", "Laotua Saeheu"), ("ซัว แซ่ท้าว", "Sua Sae Thao"),
    ("หลื่อ เลาว้าง", "Lue Laowang"), ("กัว แซ่โซ้ง", "Kua Saesong"), ("เช้ง แซ่มัว", "Cheng Saemua"),
    ("นู แซ่หาง", "Nu Saehang"),
    # Lisu and Mien.
    ("อะซามะ เลายี่ปา", "Asama Laoyipa"), ("อะลูมิ เลาหมี่", "Alumi Laomi"), ("อาเลผะ แสนลี่", "Alepha Saenlee"),
    ("อะมิมะ ยี่เปียง", "Amima Yipiang"), ("เฟย แซ่จ๋าว", "Fei Saechao"), ("หมวง แซ่เติ๋น", "Muang Saetern"),
    ("ก๋าย แซ่ฟาน", "Kai Saefan"), ("เกาจ้อย แซ่พ่าน", "Kaochoi Saephan"),
    # Latin spellings of one name.
    ("Somchai Jaidee", "Somchay Jaidi"), ("Wichai Kham", "Vichai Kam"), ("Nuttawut", "Natthawut"),
    ("Apha Mayer", "Aphar Mayeu"), ("Sai Aung Kham", "Sai Ong Kam"), ("Naw Paw", "Nor Por"),
    ("Pornthip Saelee", "Phonthip Sae Li"), ("Jahae", "Chahae"), ("Supaporn Inta", "Suphaphon Intha"),
    ("Kanya Moonkham", "Kanlaya Moonkham"), ("Boonmee Laothai", "Bunmi Lao Thai"),
    # School names beside the own name keep the surname only in part.
    ("ธนากร มาเยอะ", "Thanakorn Mayer"), ("สุภาวดี เชอมือ", "Supawadee Chermue"),
    ("พัชรี แซ่ย่าง", "Patcharee Saeyang"), ("อรทัย ลุงต๊ะ", "Orathai Lungta"),
    ("ปิยะพงษ์ จะหา", "Piyapong Jaha"), ("ศักดิ์ดา เลายี่ปา", "Sakda Laoyeepa"),
    ("กฤษณะ จองตาล", "Kritsana Chongtan"), ("จิราพร วนาไพร", "Jiraporn Wanapai"),
)  # fmt: skip
"""Two spellings of the name of one person: what was typed, what is recorded."""

DIFFERENT = (
    ("สมชาย ใจดี", "สมหญิง ใจดี"), ("สมชาย ใจดี", "วิชัย มูลดี"), ("อาผ่า มาเยอะ", "อาทู่ มาเยอะ"),
    ("อาผ่า มาเยอะ", "หมี่ยุ่ม มาเยอะ"), ("Apha Mayer", "Misa Mayer"), ("จะแฮ จะหา", "นามี จะหา"),
    ("จะแฮ จะหา", "จะอือ จะหา"), ("นามี จะหา", "นาโบ จะหา"), ("นาสี จะแล", "นาทอ จะแล"),
    ("แสงคำ ลุงต๊ะ", "หอมคำ ลุงต๊ะ"), ("แสงคำ ลุงต๊ะ", "คำแสน ลุงมน"), ("เยีย แซ่ซ่ง", "ไม แซ่ซ่ง"),
    ("เยีย แซ่ซ่ง", "จู แซ่ย่าง"), ("ปา แซ่ลี", "ซัว แซ่ลี"), ("พอแฮ ดีเลิศ", "ซอโพ ดีเลิศ"),
    ("มึดา นาวานาถ", "ศรีนวล นาวานาถ"), ("Jahae Jaha", "Nabo Jaha"), ("Nami", "Nasee"),
    ("Somchai", "Somsak"), ("Wichai", "Wirat"), ("Kamon", "Somsri"), ("บุญมี", "คำปัน"),
    ("บุญเรือง ปันแก้ว", "จันทร์เพ็ญ ปันแก้ว"), ("อินทร์ แก้วมา", "บุญมี แก้วมา"), ("มาลี", "มานี"),
    ("สุรชัย", "สุรศักดิ์"), ("สุดา", "สุนีย์"), ("วันดี", "วันเพ็ญ"), ("ทองดี", "ทองคำ"), ("คำแสน", "คำปัน"),
    ("ประเสริฐ แซ่ลี", "ประยูร แซ่ลี"), ("อาซอ เยส่อ", "อาจู เยส่อ"), ("อาแป อามอ", "อาโย อามอ"),
    ("Sai Saeng Lung Or", "Sai Harn Lung Or"), ("Nang Hom", "Nang Kham"), ("Pa Sae Lee", "Yia Sae Lee"),
    ("ธนากร มาเยอะ", "สุภาวดี มาเยอะ"), ("พัชรี แซ่ย่าง", "อรทัย แซ่ย่าง"), ("ปิยะพงษ์ จะหา", "กฤษณะ จะหา"),
    ("จิราพร วนาไพร", "วรรณา วนาไพร"), ("ชิพอ ไพรเขียว", "ลาคี ไพรเขียว"), ("หน่อแอ้ วนาไพร", "หน่อเจ พงศ์ไพร"),
    ("อะซามะ เลายี่ปา", "อะลูมิ เลายี่ปา"), ("เฟย แซ่จ๋าว", "ก๋าย แซ่จ๋าว"), ("Kanya Moonkham", "Wanna Moonkham"),
    ("Boonmee Laothai", "Somsri Laothai"), ("ณัฐวุฒิ ทองคำ", "ธนพล ทองคำ"), ("ศรีสุดา คำมูล", "วิไลพร คำมูล"),
    ("คำหลู่ จองนวล", "ไหมคำ จองนวล"), ("จามหอม ปานคำ", "แสงดาว ปานคำ"), ("อาเลผะ แสนลี่", "อะมิมะ แสนลี่"),
    ("นอมึ รักษ์ไพร", "ดีแปโพ รักษ์ไพร"), ("พะตี จอนิ", "หน่อเจ จอนิ"), ("มิตู่ หมื่อแล", "มีซา หมื่อแล"),
    ("ลอเซอ พิสัยเลิศ", "อาพี พิสัยเลิศ"), ("หลื่อ เลาว้าง", "กัว เลาว้าง"), ("เช้ง แซ่มัว", "นู แซ่มัว"),
    ("รัตนา สายคำ", "มาลี สายคำ"), ("อ่องคำ ลุงจิ่ง", "ซอแสง ลุงจิ่ง"), ("กรรณิการ์ ไพรวัลย์", "ศักดิ์ดา ไพรวัลย์"),
)  # fmt: skip
"""Names of two people; most share a surname, as brothers, sisters and villages do."""
