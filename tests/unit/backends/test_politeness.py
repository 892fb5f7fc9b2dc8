"""Whose turn it is."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from newsletter.backends.fetchers.politeness import Turns


def some_turns(*, per_host: int = 2, pause: float = 10, resting: dict[str, list[float]] | None = None) -> Turns[str]:
    return Turns(per_host=per_host, pause=pause, resting=resting or {})


def taken(turns: Turns[str], now: float) -> list[str]:
    """All whose turn it is."""

    def take() -> Iterator[str]:
        while (item := turns.take(now)) is not None:
            yield item

    return list(take())


def test_nobody_waits_for_nothing():
    turns = some_turns()

    assert turns.take(0) is None
    assert turns.until_next(0) is None


def test_a_host_has_as_many_connections_as_it_may():
    turns = some_turns()
    for item in ("a1", "a2", "a3"):
        turns.add(item, "a")

    assert taken(turns, 100) == ["a1", "a2"]
    # The third waits for one of them to end, and not for a moment.
    assert turns.until_next(100) is None


def test_hosts_do_not_wait_for_each_other():
    turns = some_turns(per_host=1)
    for item in ("a1", "a2", "a3", "b1", "c1"):
        turns.add(item, item[0])

    assert taken(turns, 100) == ["a1", "b1", "c1"]


def test_a_connection_rests_between_two_requests():
    turns = some_turns()
    for item in ("a1", "a2", "a3", "a4"):
        turns.add(item, "a")
    taken(turns, 100)
    turns.done("a", 103, hurried=False)
    turns.done("a", 105, hurried=False)

    assert turns.until_next(105) == 8
    assert taken(turns, 112.9) == []
    assert taken(turns, 113) == ["a3"]
    assert turns.until_next(113) == 2
    assert taken(turns, 115) == ["a4"]


def test_the_first_rests_for_nothing():
    turns = some_turns()
    turns.add("a1", "a")

    assert turns.until_next(0) == 0
    assert taken(turns, 0) == ["a1"]


def test_whoever_is_hurried_does_not_rest():
    turns = some_turns(per_host=1)
    turns.add("a1", "a")
    turns.add("a2", "a")
    taken(turns, 100)
    turns.done("a", 101, hurried=True)

    assert taken(turns, 101) == ["a2"]


def test_one_may_be_the_next():
    """What was sent on has waited once already."""
    turns = some_turns(per_host=1)
    turns.add("a1", "a")
    turns.add("a2", "a")
    turns.add("a3", "a", next_one=True)

    assert taken(turns, 0) == ["a3"]


def test_those_that_are_dropped_never_come():
    turns = some_turns(per_host=1)
    for item in ("a1", "a2", "a3", "b1", "b2"):
        turns.add(item, item[0])
    taken(turns, 100)

    assert turns.drop(lambda item: item in {"a2", "b2"}) == ["a2", "b2"]

    turns.done("a", 101, hurried=True)
    turns.done("b", 101, hurried=True)
    assert taken(turns, 101) == ["a3"]


def test_a_host_that_lost_all_who_waited_can_be_asked_again():
    turns = some_turns(per_host=1)
    turns.add("a1", "a")
    turns.drop(lambda _: True)
    assert taken(turns, 0) == []

    turns.add("a2", "a")

    assert taken(turns, 0) == ["a2"]


def test_a_host_rests_from_one_round_to_the_next():
    """Two rounds in a row are no way around the pause."""
    first = some_turns()
    for item in ("a1", "a2", "b1", "c1"):
        first.add(item, item[0])
    taken(first, 100)
    first.done("a", 100, hurried=False)
    first.done("b", 100, hurried=True)
    resting = first.resting(101)

    # The one that is still being asked, as when the round is ended early, rests as well.
    assert resting == {"a": [110, 111], "c": [111]}

    second = some_turns(resting=resting)
    for item in ("a3", "a4", "b2", "c2"):
        second.add(item, item[0])
    assert taken(second, 101) == ["b2", "c2"]
    assert taken(second, 110) == ["a3"]
    assert taken(second, 111) == ["a4"]
    assert second.resting(200) == {"a": [210, 210], "b": [210], "c": [210]}


@given(
    st.lists(st.sampled_from("abc"), max_size=30),
    st.integers(1, 3),
    st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=60),
)
def test_everybody_has_a_turn_once_and_no_host_has_too_many(hosts, per_host, moves):
    """Whatever the order in which requests end."""
    turns = some_turns(per_host=per_host, pause=5)
    for number, host in enumerate(hosts):
        turns.add(f"{host}{number}", host)
    now, talking, seen = 0.0, [], []
    for pick, hurried in [*moves, *[(0, False)] * len(hosts)]:
        now = now + (turns.until_next(now) or 0)
        for item in taken(turns, now):
            talking.append(item)
            seen.append(item)
        assert all(sum(item[0] == host for item in talking) <= per_host for host in "abc")
        if talking:
            turns.done(talking.pop(pick % len(talking))[0], now, hurried=hurried)

    assert sorted(seen) == sorted(f"{host}{number}" for number, host in enumerate(hosts))
