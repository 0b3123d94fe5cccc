"""How a refusal is told: a code for the page's program, a message in both languages for the visitor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MESSAGES: Mapping[str, tuple[str, str]] = {
    "malformed": ("The request could not be understood.", "无法理解该请求。"),
    "unknown_event": ("There is no such request.", "没有这种请求。"),
    "unsupported_protocol": ("This page is out of date. Please reload it.", "页面版本已过期，请重新加载。"),
    "not_joined": ("Please enter the venue first.", "请先进入展馆。"),
    "already_joined": ("This page has already entered as someone else.", "此页面已以其他身份进入。"),
    "unknown_venue": ("There is no such venue.", "没有这个展会。"),
    "unknown_area": ("There is no such area.", "没有这个区域。"),
    "bad_nickname": (
        "A nickname has 1 to 24 visible characters.",
        "昵称须为 1 至 24 个可见字符。",
    ),
    "too_fast": ("Too many requests. Please wait a moment.", "请求过于频繁，请稍候。"),
    "full": ("The venue is full. Please try again later.", "展馆人数已满，请稍后再试。"),
    "not_allowed": ("You may not do this.", "您没有此权限。"),
    "unknown_show": ("There is no such show.", "没有这项演示。"),
    "elsewhere": ("Go to where it stands first.", "请先前往展品所在区域。"),
    "veiled": ("It is still under a veil.", "展品尚未揭幕。"),
    "show_held": ("The organizer has stopped it for now.", "主办方已暂停此演示。"),
    "show_running": ("It is running already.", "演示正在进行。"),
    "show_resting": ("It has just run. Please wait a moment.", "演示刚刚结束，请稍候。"),
    "unknown_board": ("There is no such board.", "没有这块信息墙。"),
    "not_running": ("The show stands; start it first.", "演示尚未开始，请先启动。"),
    "out_of_range": ("The value is out of range.", "数值超出范围。"),
    "banned": ("You have been banned from this venue.", "您已被禁止进入本展会。"),
    "unknown_person": ("This person is not here any more.", "此人已不在这里。"),
    "in_call": ("You are in a call already.", "您正在通话中。"),
    "line_busy": ("They are in another call.", "对方正在通话中。"),
    "call_refused": ("They do not want to be called.", "对方暂不接听。"),
    "too_many_calls": ("Too many calls now. Please try again later.", "当前通话过多，请稍后再试。"),
    "unknown_call": ("This call is over.", "通话已结束。"),
    "outranked": ("You may not do this to this person.", "您不能对此人执行该操作。"),
    "unknown_ban": ("There is no such ban.", "没有这条封禁记录。"),
    "too_many_bans": ("There are too many bans; lift some first.", "封禁记录过多，请先解除一些。"),
    "bad_reason": ("Say why, in at most 200 characters.", "请说明原因，最多 200 个字符。"),
    "reported_lately": ("You have just reported. Please wait a moment.", "您刚刚举报过，请稍候。"),
    "unknown_group": ("There is no such group any more.", "该参观团不存在或已结束。"),
    "leads_already": ("You are leading a group. End it first.", "您正在带团，请先结束。"),
    "too_many_groups": ("There are too many groups now. Please try again later.", "当前参观团过多，请稍后再试。"),
    "group_full": ("This group is full.", "该参观团人数已满。"),
    "not_guide": ("You lead no group.", "您没有在带团。"),
    "not_following": ("This person is in no group.", "此人不在参观团中。"),
    "unknown_session": ("There is no such session.", "没有这个场次。"),
    "unknown_placement": ("There is no such exhibit.", "没有这件展品。"),
    "rung_lately": ("You have just called. Please wait a moment.", "您刚刚召集过，请稍候。"),
    "unknown_screen": ("There is no such screen.", "没有这块屏幕。"),
    "unknown_reel": ("This cannot be shown on this screen.", "此屏幕没有该内容。"),
    "unknown_seat": ("There is no such seat here.", "这里没有这个座位。"),
    "seat_taken": ("Somebody sits there.", "该座位已有人。"),
    "no_seat": ("All seats are taken.", "座位已满。"),
    "unknown_stream": ("Nobody talks there.", "这里没有交流区。"),
    "too_many_streams": ("You are listening in too many places.", "您同时关注的交流区过多。"),
    "not_here": ("Go there first: one talks where one is.", "请先前往该处再发言。"),
    "consent_needed": (
        "For this, something of you must be kept. Please agree to it first.",
        "此操作需要保存您的信息，请先同意。",
    ),
    "erased_lately": ("You have just asked for this. Please wait a moment.", "您刚刚提出过此请求，请稍候。"),
    "muted": ("You may not write here now.", "您已被禁言。"),
    "slow_mode": ("Messages are slowed down here. Please wait a moment.", "此处已开启慢速模式，请稍候。"),
    "crowded": ("Many are writing here now. Please wait a moment.", "此处发言的人过多，请稍候。"),
    "filtered": ("Please choose other words.", "内容含有不当用语，请修改。"),
    "too_long": ("A message has at most 500 characters.", "消息最多 500 个字符。"),
    "bad_text": ("A message has visible characters only.", "消息须为可见字符。"),
    "unknown_message": ("This message is no longer there.", "该消息已不存在。"),
    "no_questions": ("Questions are asked at stages.", "提问请前往舞台。"),
    "too_many_questions": ("There are too many open questions.", "待回答的问题过多。"),
    "answered": ("This question has been answered.", "该问题已回答。"),
    "unknown_letter": ("There is no such letter.", "没有这封留言。"),
    "unknown_booth": ("There is no such booth.", "没有这个展位。"),
    "letter_closed": ("This letter has been ended.", "此留言已结束。"),
    "letter_full": ("This letter is full. Please write a new one.", "此留言已满，请另写一封。"),
    "letter_too_long": (
        "A letter has at most 1,000 characters in 20 lines.",
        "留言最多 1000 个字符、20 行。",
    ),
    "letter_consent": ("Please say yes to what is kept first.", "请先同意保存相关内容。"),
    "bad_card": (
        "Please look at the card: an e-mail address needs an @, a telephone number digits.",
        "请检查名片：邮箱须含 @，电话须为数字。",
    ),
    "bad_poll": (
        "A poll has a question and 2 to 8 different options, of at most 160 and 80 characters.",
        "投票须有一个问题和 2 至 8 个不同选项，问题不超过 160 字，选项不超过 80 字。",
    ),
    "too_many_polls": ("Three polls are open here; close one first.", "此处已有三项投票，请先结束一项。"),
    "unknown_poll": ("This poll is no longer there.", "该投票已不存在。"),
    "poll_closed": ("This poll is over.", "该投票已结束。"),
    "bad_ballot": ("This cannot be chosen.", "无法这样选择。"),
    "storing": ("The server cannot store this now. Please try again soon.", "服务器暂时无法保存，请稍后再试。"),
    "internal": ("Something went wrong on our side.", "服务器出现问题。"),
}


def refusal(code: str, wait: float | None = None) -> dict[str, Any]:
    """The acknowledgement of a command that was refused with ``code``; ``wait`` s until it may be asked again."""
    en, zh = MESSAGES.get(code, MESSAGES["internal"])
    waiting = {} if wait is None else {"wait": wait}
    return {"ok": False, "code": code, "message": {"en": en, "zh": zh}, **waiting}
