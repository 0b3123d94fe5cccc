"""What the organizers' page of people says in both languages."""

from __future__ import annotations

from hallwright.api.people import words
from hallwright.api.text.words import LANGUAGES, Language

WORDS: dict[str, tuple[str, str]] = {
    "people": ("Accounts and invitations", "账户与邀请"),
    "to_hall": ("To the hall", "前往展厅"),
    "done": ("Done.", "已完成。"),
    "accounts": ("Accounts", "账户"),
    "account": ("Account", "账户"),
    "you": ("(you)", "（您）"),
    "role": ("Role", "身份"),
    "booths": ("Booths", "展位"),
    "since": ("Since", "创建时间"),
    "change": ("Change", "操作"),
    "give_role": ("Give this role", "更改身份"),
    "remove": ("Remove account", "删除账户"),
    "remove_sure": (
        "Its logins end at once, and its name and what it said in the hall are erased. This cannot be undone.",
        "其登录将立即失效，名称与在展厅中的发言将被删除，且无法恢复。",
    ),
    "remove_yes": ("Yes, remove", "确认删除"),
    "invitations": ("Open invitations", "有效邀请"),
    "no_invitations": ("No link is open.", "没有有效的邀请链接。"),
    "uses": ("Uses left", "剩余次数"),
    "until": ("Good until", "有效期至"),
    "take_back": ("Take back", "撤回"),
    "new_invitation": ("Invite somebody", "邀请"),
    "booths_hint": ("Booths of an exhibitor, by id, with commas between", "参展商展位编号，以逗号分隔"),
    "make_link": ("Make a link", "生成链接"),
    "link": (
        "This link is good for one person, for a week. It is shown only now:",
        "此链接可供一人使用，有效期一周，仅显示一次："
    ),
    "bans": ("Banned", "封禁名单"),
    "no_bans": ("Nobody is banned.", "无人被封禁。"),
    "nameless": ("without a name", "未命名"),
    "by": ("By", "操作人"),
    "reason": ("Reason", "原因"),
    "acts": ("What was done", "操作记录"),
    "time": ("Time", "时间"),
    "act": ("Act", "操作"),
    "subject": ("On", "对象"),
    "unban_hint": (
        "A moderator lifts a ban in the hall, under “People here”.",
        "管理员可在展厅的“此处的人”中解除封禁。",
    ),
}


def word(key: str, lang: Language) -> str:
    """The text of this key; raises KeyError for one that there is not."""
    return WORDS[key][LANGUAGES.index(lang)] if key in WORDS else words.word(key, lang)
