"""The backends that every store suite runs over. A new one is one more name here."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path

import pytest

from newsletter.backends.stores import Stores, open_stores
from tests.contract.web import Web

FreshStores = Callable[[], AbstractContextManager[Stores]]


def _sqlite(folder: Path) -> FreshStores:
    """New files, copied from one that was upgraded once."""
    template = folder / "template.db"
    made = open_stores(f"sqlite:///{template}")
    made.keeper.upgrade()
    made.close()
    numbers = count()

    @contextmanager
    def fresh() -> Iterator[Stores]:
        path = folder / f"{next(numbers)}.db"
        shutil.copyfile(template, path)
        stores = open_stores(f"sqlite:///{path}")
        try:
            yield stores
        finally:
            stores.close()

    return fresh


BACKENDS = {"sqlite": _sqlite}


@pytest.fixture(scope="session", params=sorted(BACKENDS))
def fresh_stores(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> FreshStores:
    """Makes stores that hold nothing yet, as many as a test wants."""
    return BACKENDS[request.param](tmp_path_factory.mktemp(request.param))


@pytest.fixture
def stores(fresh_stores: FreshStores) -> Iterator[Stores]:
    """Stores that hold nothing yet."""
    with fresh_stores() as stores:
        yield stores


@pytest.fixture
def webs() -> Iterator[Callable[..., Web]]:
    """Makes servers."""
    made: list[Web] = []

    def make(*args, **facts) -> Web:
        made.append(Web(*args, **facts))
        return made[-1]

    yield make
    for server in made:
        server.close()


@pytest.fixture
def web(webs) -> Web:
    return webs()
