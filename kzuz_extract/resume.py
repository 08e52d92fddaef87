"""Going on after a run that was killed: what its unfinished file of JSON Lines already holds."""

from __future__ import annotations

import json
import os
from collections import Counter

from kzuz_extract import problems
from kzuz_extract.problems import Failure


def finished(partial: str) -> Counter[str | None]:
    """Count the sources of the documents in an unfinished file, and cut off a last line that is not whole.

    A document that failed counts as well: it has a line that says why. A file that is not there holds none.
    Raises Failure where its lines are not documents.
    """
    if not os.path.exists(partial):
        return Counter()
    sources: Counter[str | None] = Counter()
    whole = 0
    try:
        with open(partial, "r+b") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                sources[json.loads(line)["source"]] += 1
                whole += len(line)
            file.truncate(whole)
    except OSError as error:
        raise problems.of_error(partial, error) from error
    except (ValueError, KeyError, TypeError) as error:
        raise Failure(partial, problems.BAD_PARTIAL) from error
    return sources
