"""Knows MQTT: a process of its own between a broker and a server, which writes what comes as lines and publishes lines.

Never knows halls, devices or signatures: it believes nothing and refuses nothing but what is too long.
"""
