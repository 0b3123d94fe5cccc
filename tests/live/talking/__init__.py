"""Talk by scripts of commands: what follows, what is refused, and that a talk goes on as it was."""
