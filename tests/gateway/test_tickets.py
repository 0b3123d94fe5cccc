"""Tickets: once, soon, and not to be guessed."""

from __future__ import annotations

from hallwright.gateway.tickets import GOOD_FOR, Holder, Tickets

HOLDER = Holder("fair", "connection")


def test_a_ticket_is_good_once() -> None:
    tickets = Tickets()
    ticket = tickets.issue(HOLDER, 0.0)
    assert tickets.redeem(ticket, 1.0) == HOLDER
    assert tickets.redeem(ticket, 1.0) is None


def test_a_ticket_lapses_and_is_forgotten() -> None:
    tickets = Tickets()
    ticket = tickets.issue(HOLDER, 0.0)
    assert tickets.redeem(ticket, GOOD_FOR) is None
    tickets.issue(HOLDER, 0.0)
    tickets.issue(HOLDER, GOOD_FOR + 1)
    assert len(tickets) == 1


def test_tickets_differ_and_others_are_worthless() -> None:
    tickets = Tickets()
    issued = {tickets.issue(HOLDER, 0.0) for _ in range(100)}
    assert len(issued) == 100
    assert min(map(len, issued)) >= 24
    assert tickets.redeem("", 0.0) is None
