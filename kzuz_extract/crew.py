"""Who does the work of a batch besides this process: more processes here, or the workers of a Dask cluster.

A cluster runs already and needs the extra [cluster] here. Its workers import this package from installations
of their own, all of one version; Dask gives the tasks of a worker that is lost to another one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from kzuz_extract import __version__, problems
from kzuz_extract.problems import Failure

if TYPE_CHECKING:
    from concurrent.futures import Executor

_SECONDS_TO_ANSWER = 10


class Crew(NamedTuple):
    """Workers elsewhere: an executor of the standard library's shape, and how many tasks it runs at once."""

    executor: Executor
    size: int


def chosen(jobs: int = 1, scheduler: str | None = None) -> AbstractContextManager[Crew | None]:
    """Choose who works: the cluster of a scheduler, `tcp://HOST:8786`, or so many processes, 0 one a core.

    None is this process alone. Raises Failure, when entered, where no cluster can help.
    """
    if scheduler is not None:
        return _cluster(scheduler)
    processes = jobs or len(os.sched_getaffinity(0))
    return nullcontext() if processes == 1 else _processes(processes)


@contextmanager
def _processes(jobs: int) -> Iterator[Crew]:
    """Start so many processes on this machine; an interrupt drops what they have not begun."""
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_end_on_interrupt) as pool:
        try:
            yield Crew(pool, jobs)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _end_on_interrupt() -> None:
    """Let Ctrl-C end a worker at once and without a word; the process that hands out the work tells of it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def _cluster(scheduler: str) -> Iterator[Crew]:
    """Connect to a scheduler, `tcp://HOST:8786`. Raises Failure where none answers or no worker can help."""
    import logging

    try:
        from distributed import Client
    except ImportError as error:
        raise Failure(scheduler, problems.NEEDS_EXTRA, extra="cluster") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # a lost worker is no news to the user
    try:
        client = cast(Any, Client)(scheduler, timeout=_SECONDS_TO_ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        raise Failure(scheduler, problems.NO_SCHEDULER) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_SECONDS_TO_ANSWER)
        except TimeoutError as error:
            raise Failure(scheduler, problems.NO_WORKERS, scheduler=scheduler) from error
        _refuse_others(scheduler, client.run(_version, on_error="return"))
        # A task is not pure to Dask: to be remembered, its texts would have to be hashed first.
        yield Crew(client.get_executor(pure=False), sum(client.nthreads().values()))


def _version() -> str:
    return __version__


def _refuse_others(scheduler: str, versions: dict[str, object]) -> None:
    """Refuse workers with another version of the rules, or none: what they find would differ."""
    for worker, version in versions.items():
        if version != __version__:
            said = version if isinstance(version, str) else "none"
            raise Failure(scheduler, problems.OTHER_VERSION, worker=worker, said=said, ours=__version__)
