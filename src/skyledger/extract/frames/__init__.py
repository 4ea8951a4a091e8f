"""One file per family of frames: each turns triggers and phrases of a sentence into frames."""
