"""One shape for every error, whoever raised it::

    {"error": {"status": 404, "code": "not_found", "message": {"en": "…", "zh": "…"}, …details}}

Never a traceback: what went wrong inside stays in the log.
"""

from __future__ import annotations

import logging
import math
from typing import Any

from flask import Flask, Response, jsonify
from werkzeug.exceptions import HTTPException, InternalServerError

from hallwright.errors import AccountRefused, CommandRefused, HallwrightError, NotOpen, StoreError

log = logging.getLogger(__name__)
MESSAGES: dict[int, tuple[str, str, str]] = {
    400: ("bad_request", "The server could not understand this request.", "服务器无法理解此请求。"),
    401: ("unauthorized", "The operator's token is missing or wrong.", "缺少主办方令牌或令牌有误。"),
    403: ("forbidden", "This is not allowed.", "不允许此操作。"),
    404: ("not_found", "There is nothing at this address.", "此地址没有内容。"),
    405: ("method_not_allowed", "This address does not take that method.", "此地址不支持该方法。"),
    413: ("too_large", "This request is too large.", "请求过大。"),
    416: ("range_not_satisfiable", "The file does not have that range.", "文件没有所请求的范围。"),
    429: ("too_fast", "Too many requests; wait a moment.", "请求过于频繁，请稍候。"),
    500: ("internal", "Something went wrong on the server.", "服务器出现错误。"),
    503: ("unavailable", "This is not ready yet; try again soon.", "尚未就绪，请稍后再试。"),
}


REFUSALS: dict[str, tuple[int, str, str]] = {
    "unknown_show": (404, "There is no such show.", "没有这项演示。"),
    "unknown_session": (404, "There is no such session", "没有这个场次"),
    "unknown_board": (404, "There is no such board", "没有这块信息墙"),
    "unknown_screen": (404, "There is no such screen", "没有这块屏幕"),
    "unknown_reel": (404, "This cannot be shown on this screen", "此屏幕没有该内容"),
    "not_running": (409, "The show stands; start it first.", "演示尚未开始，请先启动。"),
    "out_of_range": (400, "The value is out of range", "数值超出范围"),
    "malformed": (400, "The request is malformed", "请求格式有误"),
    "unknown_device": (404, "There is no such device", "没有这台设备"),
    "forged": (401, "The signature is wrong", "签名有误"),
    "late": (400, "This is too old", "数据已过时"),
    "early": (400, "This is yet to come", "数据时间超前"),
    "replayed": (409, "This was said before", "数据重复"),
    "too_fast": (429, "Too many requests", "请求过于频繁"),
    "too_large": (413, "This request is too large", "请求过大"),
    "starting": (503, "Devices are heard in a moment", "即将开始接收设备数据"),
}


ACCOUNTS = {
    "unknown_invitation": 410, "name_taken": 409, "wrong_login": 401, "last_organizer": 409, "unknown_account": 404,
    "uninvited": 403, "unreachable": 503,
}  # fmt: skip


class FaultError(Exception):
    """An answer that is an error. ``details`` go beside the code and the message."""

    def __init__(
        self, status: int, code: str = "", *, en: str = "", zh: str = "", headers: dict[str, str] | None = None,
        **details: object,
    ) -> None:
        default = MESSAGES.get(status) or (f"http_{status}", f"The server answers {status}.", f"服务器返回 {status}。")
        self.status, self.code = status, code or default[0]
        self.message = {"en": en or default[1], "zh": zh or default[2]}
        self.headers, self.details = headers or {}, details
        super().__init__(self.message["en"])


def malformed(en: str, zh: str) -> FaultError:
    """What is wrong with a request."""
    return FaultError(400, "malformed", en=f"The request is malformed: {en}.", zh=f"请求格式有误：{zh}。")


def register(app: Flask) -> None:
    """Every error of the app, raised by us, by Flask or by accident, answers in the one shape."""
    app.register_error_handler(FaultError, _answer)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CommandRefused, _refused)
    app.register_error_handler(AccountRefused, _account)
    app.register_error_handler(StoreError, _not_stored)
    app.register_error_handler(NotOpen, _not_open)
    app.register_error_handler(HallwrightError, _ours)
    app.register_error_handler(Exception, _accident)


def _answer(fault: FaultError) -> Response:
    body: dict[str, Any] = {"status": fault.status, "code": fault.code, "message": fault.message, **fault.details}
    response = jsonify(error=body)
    response.status_code = fault.status
    response.headers["Cache-Control"] = "no-store"
    response.headers.update(fault.headers)
    return response


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if isinstance(error, InternalServerError) or status < 400:
        status = 500
    kept = {name: value for name, value in error.get_headers() if name in ("Allow", "Content-Range", "Retry-After")}
    return _answer(FaultError(status, headers=kept))


def _refused(refused: CommandRefused) -> Response:
    """What the live side refused; where the reason differs from call to call, its own words are added."""
    status, en, zh = REFUSALS.get(refused.code, (400, "This cannot be done", "无法执行此操作"))
    if not en.endswith("."):
        en, zh = f"{en}: {refused}.", f"{zh}：{refused}。"
    later = {} if refused.wait is None else {"Retry-After": str(math.ceil(refused.wait))}
    return _answer(FaultError(status, refused.code, en=en, zh=zh, headers=later))


def _account(refused: AccountRefused) -> Response:
    return _answer(FaultError(ACCOUNTS.get(refused.code, 400), refused.code, en=refused.en, zh=refused.zh))


def _not_stored(_: StoreError) -> Response:
    return _answer(FaultError(503, "storing"))


def _not_open(_: NotOpen) -> Response:
    """The hall is published, and its live side opens in a moment."""
    return _answer(FaultError(503, "compiling", headers={"Retry-After": "1"}))


def _ours(error: HallwrightError) -> Response:
    return _answer(FaultError(400, en=str(error), zh=str(error)))


def _accident(error: Exception) -> Response:
    log.error("unexpected error", exc_info=error)
    return _answer(FaultError(500))
