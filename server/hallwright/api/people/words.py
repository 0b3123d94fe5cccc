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
        "Kept are this name, the role, the password as a hash, what you say in the hall and what you do by your role, "
        "and a cookie in this browser for 30 days. "
        "You can have all of it sent to you, or erased, at any time.",
        "我们保存此名称、身份、密码的哈希值、您在展厅中的发言及职务操作，"
        "并在此浏览器中保存一个有效期 30 天的 Cookie。您可随时导出或删除。",
    ),
    "by_directory": ("Log in with your organization’s account", "使用所在机构的账户登录"),
    "gone": (
        "This link is not good any more: it was used, or is too old. Ask for a new one.",
        "此链接已失效：已被使用或已过期。请索取新的链接。",
    ),
    "bad_name": ("A name has 1 to 24 visible characters.", "名称须为 1 至 24 个可见字符。"),
    "other_language": ("中文", "English"),
    "as_visitor": ("To the hall as a visitor", "以观众身份进入展厅"),
    "consent_title": ("What is kept of you", "我们保存您的哪些信息"),
    "consent_saved": ("Your choice is kept.", "您的选择已保存。"),
    "consent_without": (
        "Without your consent you walk and read as a visitor with a number. That number, the area where you are, and "
        "when you came and went are noted; no name and no word of yours is.",
        "未经同意，您以带编号的观众身份参观和阅读。我们只记录编号、所在区域和进出时间，不记录您的名称或言论。",
    ),
    "consent_with": (
        "With your consent your name, messages, questions, votes and reports are stored by the server of this hall and "
        "shown to those for whom they are meant, and your browser keeps what you visited.",
        "同意后，本展厅的服务器将保存您的名称、消息、提问、投票和举报，并向相应人员展示；您的浏览器会保存参观记录。",
    ),
    "consent_how_long": (
        "What you said stays until you erase it.", "您的言论会保留至您将其删除。",
    ),
    "consent_days": ("Names are forgotten after this many days:", "名称保留天数："),
    "consent_ever": ("Names stay until you erase them.", "名称会保留至您将其删除。"),
    "consent_rights": (
        "You may change your mind at any time, here or in the settings of the hall. There you can also have all of it "
        "as a file, or erased for everyone.",
        "您可随时在此处或展厅设置中更改选择，也可在设置中导出全部数据，或将其彻底删除。",
    ),
    "consent_strictly": (
        "Always kept in your browser, because nothing would work without: this choice, your settings, a secret by "
        "which you come back after a lost connection until the tab is closed, and files of the hall. Addresses are "
        "kept nowhere.",
        "为保证正常使用，浏览器始终保存：此选择、您的设置、断线后用于恢复的密钥（关闭标签页即失效）以及展厅文件。我们不保存任何网络地址。",
    ),
    "consent_choice": ("May a name and words of yours be kept?", "是否可以保存您的名称和言论？"),
    "consent_yes": ("Yes, I agree", "是，我同意"),
    "consent_no": ("No, I stay unnamed", "否，我保持匿名"),
    "consent_save": ("Keep this choice", "保存选择"),
    "to_text": ("Text tour", "文字导览"),
    "skip": ("Skip to the content", "跳到正文"),
}


def word(key: str, lang: Language) -> str:
    """The text of this key; raises KeyError for one that there is not."""
    return WORDS[key][LANGUAGES.index(lang)]
