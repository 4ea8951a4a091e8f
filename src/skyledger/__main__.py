"""``python -m skyledger`` is ``skyledger``."""

from skyledger.cli.main import main

if __name__ == "__main__":
    main()
