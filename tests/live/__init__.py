"""The live domain by scripts of commands; what they tell is kept in transcripts/, which the viewer replays too."""
