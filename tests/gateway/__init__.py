"""The gateway over real sockets, against a real server process, in both async modes."""
