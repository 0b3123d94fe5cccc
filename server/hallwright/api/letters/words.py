"""What the pages of letters say in both languages."""

from __future__ import annotations

from hallwright.api.text.words import LANGUAGES, Language

WORDS: dict[str, tuple[str, str]] = {
    "skip": ("Skip to the content", "跳到正文"),
    "other_language": ("中文", "English"),
    "to_hall": ("To the hall", "前往展厅"),
    # a visitor's side
    "ask_title": ("Write to {booth}", "给{booth}留言"),
    "ask_hint": (
        "The staff of this booth read it now or later. You get a private link under which you find the answer.",
        "展位工作人员会即时或稍后阅读。您将获得一个私密链接，用于查看回复。",
    ),
    "about": ("About", "关于"),
    "about_booth": ("the booth", "展位"),
    "question": ("Your question", "您的问题"),
    "signature": ("Your name (may be left empty)", "您的称呼（可留空）"),
    "card": ("Leave your card", "留下名片"),
    "card_hint": (
        "Fill in only what you like. A card without a question is fine too.",
        "可只填部分内容，也可只留名片。",
    ),
    "card_name": ("Name", "姓名"),
    "card_company": ("Company", "公司"),
    "card_email": ("E-mail", "电子邮箱"),
    "card_phone": ("Telephone", "电话"),
    "card_note": ("Anything else", "其他说明"),
    "consent": (
        "I agree that this letter is kept here for the staff of this booth. I can erase it at any time.",
        "我同意将此留言保存在此，供该展位工作人员阅读。我可随时删除。",
    ),
    "card_consent": (
        "The exhibitor may have my card and contact me (needed for a card).",
        "参展商可获得我的名片并与我联系（留名片时必选）。",
    ),
    "send": ("Send", "发送"),
    "letter_title": ("Your letter to {booth}", "您给{booth}的留言"),
    "link_hint": (
        "Keep this address: it is the key to this letter. Whoever has it can read and write here.",
        "请保存此网址：它是此留言的钥匙，持有者即可阅读和续写。",
    ),
    "you": ("You", "您"),
    "staff_of": ("Staff of the booth", "展位工作人员"),
    "visitor": ("A visitor", "观众"),
    "reply": ("Write on", "继续留言"),
    "answer": ("Answer", "回复"),
    "none_yet": ("No answer yet. Come back to this address later.", "尚无回复，请稍后再访问此网址。"),
    "reload": ("Look for an answer", "查看有无回复"),
    "end": ("End this letter", "结束此留言"),
    "end_hint": ("Nobody can write here then. It can still be read.", "结束后双方均不能再写，但仍可阅读。"),
    "erase": ("Erase this letter", "删除此留言"),
    "erase_hint": ("It is gone for both sides, with the card.", "双方的内容连同名片均会删除。"),
    "erase_sure": ("Yes, erase it for good", "确认永久删除"),
    "erased": ("The letter is erased", "留言已删除"),
    "report": ("Report to the moderators", "向管理员举报"),
    "report_hint": ("They can read this letter then.", "举报后管理员可阅读此留言。"),
    "reason": ("Why", "原因"),
    "reported": ("Reported: {reason}", "已举报：{reason}"),
    "more": ("More", "更多"),
    # the staff's side
    "inbox": ("Letters to your booths", "您展位的留言"),
    "inbox_reported": ("Reported letters", "被举报的留言"),
    "log_in_first": ("Letters are for the staff of a booth. Log in first.", "留言仅供展位工作人员阅读，请先登录。"),
    "log_in": ("Log in", "登录"),
    "no_booths": (
        "Your account looks after no booth. The organizer can invite you to one.",
        "您的账号未关联展位，请联系主办方。",
    ),
    "all": ("All", "全部"),
    "open": ("Open", "待回复"),
    "answered": ("Answered", "已回复"),
    "closed": ("Ended", "已结束"),
    "unread": ("{n} new", "{n} 条新消息"),
    "nothing": ("There are no letters here.", "这里没有留言。"),
    "older": ("Older letters", "更早的留言"),
    "meetings": ("Meetings of your booths", "您展位的洽谈"),
    "cards_csv": ("Cards as a table (CSV)", "名片表格（CSV）"),
    "has_card": ("with a card", "附名片"),
    "back": ("Back to all letters", "返回留言列表"),
    "letter_from": ("Letter from {name}", "{name}的留言"),
    "filter": ("Which letters", "筛选"),
    "ended_by": ("This letter has been ended.", "此留言已结束。"),
    # refusals
    "unknown_letter": (
        "There is no letter at this address. It may have been erased.",
        "此网址没有留言，可能已被删除。",
    ),
    "unknown_booth": ("There is no such booth.", "没有这个展位。"),
    "letter_closed": ("This letter has been ended.", "此留言已结束。"),
    "letter_full": ("This letter is full. Please write a new one.", "此留言已满，请另写一封。"),
    "letter_too_long": ("A letter has at most 1,000 characters in 20 lines.", "留言最多 1000 个字符、20 行。"),
    "bad_text": ("Write something, in visible characters only.", "请填写内容，且须为可见字符。"),
    "bad_card": (
        "Please look at the card: an e-mail address needs an @, a telephone number digits; nothing may be too long.",
        "请检查名片：邮箱须含 @，电话须为数字，且内容不宜过长。",
    ),
    "bad_nickname": ("A name has at most 24 visible characters.", "称呼最多 24 个可见字符。"),
    "bad_reason": ("Say why, in at most 200 characters.", "请说明原因，最多 200 个字符。"),
    "letter_consent": ("Please tick what you agree to: without it nothing is sent.", "请勾选同意项，否则不会发送。"),
    "filtered": ("Please choose other words.", "内容含有不当用语，请修改。"),
    "crowded": ("Many are writing now. Please try again in a moment.", "当前留言较多，请稍后再试。"),
    "too_fast": ("Please wait a moment before you write again.", "请稍候再写。"),
    "reported_lately": ("The moderators know of this letter.", "管理员已知悉此留言。"),
    "storing": ("The server cannot store this now. Please try again soon.", "服务器暂时无法保存，请稍后再试。"),
    "not_allowed": ("You may not do this.", "您没有此权限。"),
    "malformed": ("There is no letter at this address. It may have been erased.", "此网址没有留言，可能已被删除。"),
}
SAME = {"malformed": "unknown_letter"}
"""What is no secret of a letter is one that opens none."""


def word(key: str, lang: Language, **values: object) -> str:
    """The text of this key; raises KeyError for one that there is not."""
    return WORDS[key][LANGUAGES.index(lang)].format(**values)
