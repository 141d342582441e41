"""Hands that do what a person does: by visible labels only, and counted."""

from __future__ import annotations

from typing import Any


class Hands:
    """Does what a person does, by visible labels only, and counts."""

    def __init__(self, page: Any) -> None:
        self.page, self.actions = page, 0

    def press(self, words: str, kind: str = "button", within: Any = None) -> None:
        """Press a button or follow a link by its words."""
        self.actions += 1
        (within or self.page).get_by_role(kind, name=words, exact=True).first.click()
        self.page.wait_for_load_state()

    def write(self, label: str, text: str) -> None:
        """Type into the field of a label."""
        self.actions += 1
        self.page.get_by_label(label).first.fill(text)

    def choose(self, label: str, value: str) -> None:
        """Choose from a list by the words of the choice."""
        self.actions += 1
        self.page.get_by_label(label).first.select_option(label=value)

    def tick(self, label: str, within: Any = None) -> None:
        """Tick a box or a round one by its words."""
        self.actions += 1
        (within or self.page).get_by_label(label, exact=True).first.check()

    def attach(self, label: str, path: Any) -> None:
        """Choose a file for the field of a label."""
        self.actions += 1
        self.page.get_by_label(label, exact=True).first.set_input_files(path)


def sign_in(hands: Hands, demo: Any, name: str) -> None:
    """Sign somebody of the demo in, with the second factor."""
    hands.page.goto(demo.address + "/sign-in/")
    hands.write("ชื่อผู้ใช้", name)
    hands.write("รหัสผ่าน", demo.passwords[name])
    hands.press("ต่อไป")
    hands.write("รหัสจากแอป", demo.next_code(name))
    hands.press("เข้าสู่ระบบ")


def signed_in(demo: Any, browser: Any, name: str) -> Any:
    """Sign somebody in, and return what the browser keeps of it."""
    page = browser.new_context().new_page()
    sign_in(Hands(page), demo, name)
    kept = page.context.storage_state()
    page.context.close()
    return kept
