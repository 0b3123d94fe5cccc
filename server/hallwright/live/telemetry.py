"""A factory that does not exist: what its machines report, for dashboards that shall have something to show.

Pure arithmetic of a seed and a moment: the same for everyone, and the past can be asked for as well as the present, so
that whoever comes late sees full charts. Whoever shows it says that it is simulated; ``plant`` does.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

STATES = ("running", "idle", "setup", "fault")
_SPELL = 45.0  # s; how long a machine stays in one state at least
_SPELLS, _MEMORY = 8, 60.0  # how many spells back, and after how many seconds a third of them is left
_WAVES = ((1.0, 97.0), (0.6, 41.0), (0.35, 17.0))  # share, seconds
_LIKELY = (0.80, 0.90, 0.97)  # running below the first, idle below the second, setting up below the third, else a fault
_SPEED = {"running": 1.0, "idle": 0.0, "setup": 0.15, "fault": 0.0}


@dataclass(frozen=True, slots=True)
class Device:
    """A machine: its names, its rated power (kW), its working temperature (°C), pieces a minute when it runs."""

    id: str
    en: str
    zh: str
    power: float
    temperature: float
    rate: float


DEVICES = (
    Device("press", "Forging press", "锻压机", 410.0, 74.0, 2.4),
    Device("mill", "5-axis mill", "五轴加工中心", 62.0, 41.0, 1.5),
    Device("robot", "Welding robot", "焊接机器人", 38.0, 52.0, 6.0),
    Device("oven", "Heat treatment", "热处理炉", 265.0, 186.0, 3.2),
    Device("paint", "Paint line", "喷涂线", 118.0, 58.0, 5.2),
    Device("cell", "Assembly cell", "装配单元", 44.0, 36.0, 4.4),
)


@dataclass(frozen=True, slots=True)
class Factory:
    """The demo factory of one seed."""

    seed: int = 1

    def plant(self) -> Mapping[str, Any]:
        """What does not change: the devices' names in the order of ``frame``, and that all of it is simulated."""
        devices = [{"id": device.id, "name": {"en": device.en, "zh": device.zh}} for device in DEVICES]
        return {"simulated": True, "devices": devices, "states": list(STATES)}

    def frame(self, now: float) -> Mapping[str, Any]:
        """All devices at ``now`` (s): ``devices`` [state (index), OEE (%), temperature (°C), power (kW)] each,
        ``power`` (kW) and ``rate`` (pieces a minute) of the whole factory, and ``time`` (s)."""
        rows = [self._device(device, now) for device in DEVICES]
        rate = sum(device.rate * _SPEED[STATES[row[0]]] for device, row in zip(DEVICES, rows, strict=True))
        power = round(sum(row[3] for row in rows), 1)
        oee = round(sum(row[1] for row in rows) / len(rows), 1)
        return {"time": round(now, 1), "devices": rows, "oee": oee, "power": power, "rate": round(rate, 1)}

    def history(self, now: float, seconds: int) -> list[Mapping[str, Any]]:
        """The frames of the last ``seconds``, one for each, the present one last."""
        return [self.frame(now - back) for back in range(seconds - 1, -1, -1)]

    def state(self, device: Device, now: float) -> int:
        """What a device does at ``now``: an index into ``STATES``. It stays so for a spell of 45 s or more."""
        return self._spell(device, math.floor((now + self._offset(device)) / _SPELL))

    def _device(self, device: Device, now: float) -> list[Any]:
        state, lately = self.state(device, now), self._lately(device, now)
        oee = 62.0 + 24.0 * lately + 7.0 * self._wave(f"{device.id}/oee", now)
        noise = 1.0 + 0.07 * self._wave(f"{device.id}/power", now)
        power = device.power * (0.12 + 0.88 * _SPEED[STATES[state]]) * noise
        warm = (device.temperature - 22.0) * (0.45 + 0.55 * lately) + 0.9 * self._wave(f"{device.id}/heat", now)
        return [state, round(min(99.0, max(0.0, oee)), 1), round(22.0 + warm, 1), round(power, 1)]

    def _lately(self, device: Device, now: float) -> float:
        """How much a device has run, 0…1, the last minute counting most: heat and yield follow it without a jump."""
        at = now + self._offset(device)
        last = math.floor(at / _SPELL)
        total = weights = 0.0
        for spell in range(last, last - _SPELLS, -1):
            begin, end = spell * _SPELL, min(at, (spell + 1) * _SPELL)
            weight = math.exp((end - at) / _MEMORY) - math.exp((begin - at) / _MEMORY)
            total, weights = total + weight * _SPEED[STATES[self._spell(device, spell)]], weights + weight
        return total / weights if weights else 1.0

    def _spell(self, device: Device, spell: int) -> int:
        likely = self._chance(f"{device.id}/{spell}")
        return sum(likely >= edge for edge in _LIKELY)

    def _offset(self, device: Device) -> float:
        return self._chance(device.id) * _SPELL

    def _wave(self, name: str, now: float) -> float:
        """A smooth wandering in -1…1."""
        phase = self._chance(name) * math.tau
        total = sum(share * math.sin(now * math.tau / period + phase * period) for share, period in _WAVES)
        return total / sum(share for share, _ in _WAVES)

    def _chance(self, name: str) -> float:
        """A number in [0, 1) that depends on the seed and a name alone."""
        return int.from_bytes(blake2b(f"{self.seed}/{name}".encode(), digest_size=6).digest(), "big") / 2**48
