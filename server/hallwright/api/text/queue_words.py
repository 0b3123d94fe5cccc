"""What pages say of the lines at exhibits."""

from __future__ import annotations

QUEUE_WORDS: dict[str, tuple[str, str]] = {
    "queue_title": ("Line up to try it", "排队体验"),
    "queue_at": ("Line at {name}", "{name}：排队"),
    "queue_go": ("To the line", "前往排队"),
    "queue_free": ("Nobody waits: you can try it at once.", "无人等候，可立即体验。"),
    "queue_long": ("{n} person waits, about {wait}.|{n} people wait, about {wait}.", "{n} 人等候，约需 {wait}。"),
    "queue_shut": ("The line is closed now.", "队伍暂停排队。"),
    "queue_mine": ("You are number {place} in the line, about {wait}.", "您排在第 {place} 位，约需 {wait}。"),
    "queue_called": (
        "It is your turn. Begin before {time}, or the next one is called.",
        "轮到您了。请在 {time} 前开始，否则将叫下一位。",
    ),
    "queue_trying": ("It is your turn until {time}.", "您的体验时间到 {time} 为止。"),
    "queue_rule": (
        "{n} person at a time, {time} each. Who does not come when called goes behind the next one, once.|"
        "{n} people at a time, {time} each. Who does not come when called goes behind the next one, once.",
        "同时 {n} 人，每人 {time}。叫号未到者退后一位，仅限一次。",
    ),
    "queue_join": ("Line up", "排队"),
    "queue_take": ("Begin my turn", "开始体验"),
    "queue_leave": ("Leave the line", "退出队伍"),
    "queue_done": ("I am done", "结束体验"),
    "queue_look": ("Look again", "刷新"),
    "queue_again": ("Reload this page by itself every {n} seconds", "每 {n} 秒自动刷新本页"),
    "queue_still": ("Do not reload by itself any more", "停止自动刷新"),
    "queue_seconds": ("{n} second|{n} seconds", "{n} 秒"),
    "queue_minutes": ("{n} minute|{n} minutes", "{n} 分钟"),
    "unsent_queue_closed": ("The line is closed now.", "队伍暂停排队。"),
    "unsent_queue_full": ("The line is full. Please come back later.", "排队人数已满，请稍后再来。"),
    "unsent_too_many_queues": (
        "You are in three lines already; leave one first.",
        "您已在三个队伍中，请先退出一个。",
    ),
    "unsent_not_called": ("It is not your turn yet.", "还没有轮到您。"),
}
