"""What the page of invitations says in both languages."""

from __future__ import annotations

from hallwright.api.text.words import LANGUAGES, Language

WORDS: dict[str, tuple[str, str]] = {
    "invited": ("You are invited", "邀请"),
    "log_in": ("Log in", "登录"),
    "as": ("You come in as:", "您的身份："),
    "organizer": ("organizer", "主办方"),
    "moderator": ("moderator", "管理员"),
    "host": ("host", "主持人"),
    "exhibitor": ("exhibitor’s staff", "参展商工作人员"),
    "kiosk": ("kiosk", "自助终端"),
    "name": ("Name that others see", "他人看到的名称"),
    "name_login": ("Name", "名称"),
    "password": ("Password", "密码"),
    "password_new": (
        "Password, 10 characters or more. Without one, only this browser knows you.",
        "密码，至少 10 个字符。不设密码时，仅此浏览器可识别您。",
    ),
    "enter": ("Enter the hall", "进入展厅"),
    "kept": (
        "Kept are this name, the role, the password as a hash, and a cookie in this browser for 30 days. "
        "You can have all of it sent to you, or erased, at any time.",
        "我们保存此名称、身份、密码的哈希值，并在此浏览器中保存一个有效期 30 天的 Cookie。您可随时导出或删除。",
    ),
    "gone": (
        "This link is not good any more: it was used, or is too old. Ask for a new one.",
        "此链接已失效：已被使用或已过期。请索取新的链接。",
    ),
    "bad_name": ("A name has 1 to 24 visible characters.", "名称须为 1 至 24 个可见字符。"),
    "other_language": ("中文", "English"),
    "as_visitor": ("To the hall as a visitor", "以观众身份进入展厅"),
    "skip": ("Skip to the content", "跳到正文"),
}


def word(key: str, lang: Language) -> str:
    """The text of this key; raises KeyError for one that there is not."""
    return WORDS[key][LANGUAGES.index(lang)]
