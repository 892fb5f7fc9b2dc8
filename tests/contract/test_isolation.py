"""What isolation promises: a result or a sentence, whatever the function does, and a next call that is well."""

import contextlib
import ctypes
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsletter.backends.isolation import ProcessIsolation
from newsletter.domain.errors import CallFailed, FeedUnreadable, FetchFailed
from newsletter.ports import Isolation
from tests.contract import isolated

CHECKOUT = Path(__file__).parents[2]
#: Of prctl(2).
PR_SET_CHILD_SUBREAPER = 36


@pytest.fixture
def isolation() -> Iterator[Isolation]:
    made = ProcessIsolation(megabytes=256)
    yield made
    made.close()


def until(happened: Callable[[], bool], *, seconds: float = 20) -> bool:
    """Wait until something happened; whether it did."""
    deadline = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def state(process: int) -> str:
    """What a process does, in one letter of the kernel's; empty where there is none."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def lives(process: int) -> bool:
    """Whether a process runs; one that only waits for its parent to take note of its end does not."""
    return state(process) not in {"", "Z"}


def test_a_call_answers_with_what_the_function_makes(isolation):
    assert isolation.call(isolated.doubled, "ab") == "abab"


def test_the_function_runs_in_another_process_the_same_for_every_call(isolation):
    """Starting one takes longer than reading most feeds."""
    first = isolation.call(isolated.process, None)

    assert first != os.getpid()
    assert isolation.call(isolated.process, None) == first


def test_our_own_errors_come_back_as_themselves(isolation):
    with pytest.raises(FeedUnreadable, match="is a web page and not a feed"):
        isolation.call(isolated.unreadable, "That is a web page and not a feed.")
    with pytest.raises(FetchFailed, match="Nobody answered") as raised:
        isolation.call(isolated.unreachable, "Nobody answered.")

    assert raised.value.unreachable


def test_any_other_error_comes_back_as_a_sentence(isolation):
    with pytest.raises(CallFailed, match=r"^It failed \(ValueError: no such date\)\.$"):
        isolation.call(isolated.wrong, "no such date")


def test_the_sentence_stays_a_line_however_long_the_error_is(isolation):
    """Some parsers quote the whole feed in what they raise."""
    with pytest.raises(CallFailed) as raised:
        isolation.call(isolated.wrong, "all of the feed\n" * 100_000)

    assert len(str(raised.value)) < 300
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("function", "argument", "says"),
    [
        (isolated.slow, 60, "more than 0.5 seconds"),
        (isolated.greedy, 2048, "more than 256 MB"),
        (isolated.dies, 3, "died"),
        (isolated.killed_by, signal.SIGKILL, "SIGKILL"),
        (isolated.killed_by, signal.SIGSEGV, "SIGSEGV"),
        (isolated.leaves, 3, "SystemExit"),
        (isolated.endless_recursion, 0, "RecursionError"),
        (isolated.unpicklable, None, "pickle"),
        (isolated.wordy, 70, "more than 64 MB"),
        (lambda text: text, "", "handed"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_the_next_call_is_unaffected_by(isolation, function, argument, says):
    """One bad feed never stops the others."""
    isolation.call(isolated.doubled, "warm")

    with pytest.raises(CallFailed, match=says):
        isolation.call(function, argument, seconds=0.5 if function is isolated.slow else 20)

    assert isolation.call(isolated.doubled, "ab") == "abab"


def test_a_pattern_that_never_ends_is_ended(isolation, tmp_path):
    """No signal handler and no thread could run while it does."""
    with pytest.raises(CallFailed, match="more than 2 seconds"):
        isolation.call(isolated.deep_in_c_code, str(tmp_path / "runs"), seconds=2)

    assert not lives(int((tmp_path / "runs").read_text(encoding="ascii")))


def test_memory_counts_above_what_the_process_takes_at_rest(isolation):
    """200 MB of 256 may be had, though the interpreter has some already."""
    assert isolation.call(isolated.greedy, 200) == 200 << 20


def test_memory_that_is_never_given_back_ends_the_process_in_time(isolation):
    """The bound does not rise with the leak; whatever a new process needs to, it does again."""
    for _ in range(4):
        isolation.call(isolated.hoards, 50)

    with pytest.raises(CallFailed, match="more than 256 MB"):
        isolation.call(isolated.hoards, 70)
    assert isolation.call(isolated.hoards, 50) == 1


def test_much_goes_in_and_comes_out(isolation):
    """More than a pipe holds, in both directions."""
    text = "Senate passes the budget. " * 200_000

    assert isolation.call(isolated.doubled, text) == text * 2


def test_a_process_that_died_at_rest_is_replaced_without_a_word(isolation):
    """The system may have needed its memory. Nothing had been begun."""
    resting = isolation.call(isolated.process, None)
    os.kill(resting, signal.SIGKILL)
    assert until(lambda: not lives(resting))

    assert isolation.call(isolated.process, None) not in {resting, os.getpid()}


def test_a_process_that_is_held_still_is_ended(isolation):
    """Whatever stops it, it cannot stop us."""
    held = isolation.call(isolated.process, None)

    with pytest.raises(CallFailed, match=r"more than 0\.5 seconds"):
        isolation.call(isolated.killed_by, signal.SIGSTOP, seconds=0.5)

    assert not lives(held)
    assert isolation.call(isolated.doubled, "ab") == "abab"


def test_a_process_that_does_not_begin_is_ended():
    """Whose fault that is must not be told as the feed's, whose bytes nobody has looked at."""
    isolation = ProcessIsolation(start=5)
    held = isolation.call(isolated.process, None)
    os.kill(held, signal.SIGSTOP)

    with pytest.raises(CallFailed, match="not ready after 5 seconds") as raised:
        isolation.call(isolated.doubled, "ab")

    assert not raised.value.begun
    assert not lives(held)
    isolation.close()


@pytest.mark.parametrize("free", range(6))
def test_with_no_descriptors_left_nothing_is_begun_and_nothing_leaks(free):
    """At the limit of open files every round would else take some more of them, until nothing could be opened."""
    isolation = ProcessIsolation()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    held = [os.open(os.devnull, os.O_RDONLY)]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, held[0] + 200), hard))
    try:
        with contextlib.suppress(OSError):
            while True:
                held.append(os.dup(held[0]))
        for _ in range(free):
            os.close(held.pop())
        for _ in range(3):
            with pytest.raises(CallFailed, match="No process could be started") as raised:
                isolation.call(isolated.doubled, "ab")
        left = [os.dup(held[0]) for _ in range(free)]
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        for descriptor in held:
            os.close(descriptor)

    assert not raised.value.begun
    assert len(left) == free
    for descriptor in left:
        os.close(descriptor)
    assert isolation.call(isolated.doubled, "ab") == "abab"
    isolation.close()


@pytest.mark.parametrize("function", [isolated.wrong, isolated.dies, isolated.slow])
def test_a_function_that_fails_had_been_begun(isolation, function):
    with pytest.raises(CallFailed) as raised:
        isolation.call(function, 3, seconds=0.5)

    assert raised.value.begun


def test_ctrl_c_is_not_for_the_process(isolation):
    """It goes to everybody at a terminal; what becomes of the work is for us to say."""
    its = isolation.call(isolated.process, None)

    os.kill(its, signal.SIGINT)

    assert isolation.call(isolated.process, None) == its
    assert os.getpgid(its) != os.getpgid(0)


def test_an_interrupted_call_does_not_answer_the_next_one(isolation, tmp_path):
    """The answer to what was asked first would be taken for the answer to what is asked next."""
    runs = tmp_path / "runs"

    def interrupt() -> None:
        if until(runs.exists):
            os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=interrupt, daemon=True).start()
    with pytest.raises(KeyboardInterrupt):
        isolation.call(isolated.slow_to_say, str(runs), seconds=50)

    assert isolation.call(isolated.doubled, "ab") == "abab"


def test_many_threads_may_call_and_each_gets_its_own_answer(isolation):
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda n: isolation.call(isolated.doubled, f"{n},"), range(200)))

    assert answers == [f"{n},{n}," for n in range(200)]


def test_the_thread_whose_call_started_the_process_may_end(isolation):
    """Another thread's call may be running in it by then."""
    with ThreadPoolExecutor(1) as thread:
        its = thread.submit(isolation.call, isolated.process, None).result()

    assert isolation.call(isolated.process, None) == its


def test_closing_ends_the_process_and_calling_again_starts_one():
    isolation = ProcessIsolation()
    isolation.close()
    first = isolation.call(isolated.process, None)
    before = len(list(Path("/proc/self/fd").iterdir()))

    isolation.close()
    isolation.close()

    assert not lives(first)
    assert len(list(Path("/proc/self/fd").iterdir())) < before
    assert isolation.call(isolated.doubled, "ab") == "abab"
    isolation.close()


def test_nothing_is_left_behind_by_calls_that_failed(isolation):
    """A collector runs for years."""
    isolation.call(isolated.doubled, "warm")
    before = len(list(Path("/proc/self/fd").iterdir()))

    for _ in range(5):
        with pytest.raises(CallFailed):
            isolation.call(isolated.dies, 1)
    isolation.call(isolated.doubled, "ab")

    assert len(list(Path("/proc/self/fd").iterdir())) == before
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    assert not children.exists() or len(children.read_text(encoding="ascii").split()) <= 1


def test_what_the_function_prints_is_not_mixed_with_what_we_print(isolation, capfd):
    """A verb's standard output is one JSON object and nothing else."""
    assert isolation.call(isolated.talkative, "hello") == "hello"

    assert capfd.readouterr() == ("", "")


def test_an_error_leaves_no_traceback_on_the_screen(isolation, capfd):
    with pytest.raises(CallFailed):
        isolation.call(isolated.wrong, "no such date")
    with pytest.raises(CallFailed):
        isolation.call(isolated.greedy, 2048)

    assert capfd.readouterr() == ("", "")


def test_the_process_sees_no_secret_and_holds_nothing_that_is_open_here(isolation, monkeypatch, tmp_path):
    """Should a stranger's text ever take it over, there is little to take."""
    monkeypatch.setenv("NEWSLETTER__DELIVERY__SMTP__PASSWORD", "s3cret")
    with (tmp_path / "store.db").open("wb") as held:
        os.set_inheritable(held.fileno(), True)
        seen = isolation.call(isolated.surroundings, None)

    assert "s3cret" not in str(seen["environment"])
    assert not {"HOME", "PATH", "USER"} & set(seen["environment"])
    assert "store.db" not in str(seen["descriptors"])
    assert "socket" not in str(seen["descriptors"])
    assert seen["folder"] == "/"
    assert seen["input"] == ""


def test_a_module_in_the_sites_folder_is_not_taken_for_one_of_the_languages(tmp_path, monkeypatch):
    """``random.py`` is a name that anybody may give to a script of their own."""
    (tmp_path / "random.py").write_text("raise SystemExit('taken')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), *sys.path])
    isolation = ProcessIsolation()

    try:
        found = isolation.call(isolated.where_random_is, None)
    finally:
        isolation.close()

    assert not found.startswith(str(tmp_path))


PARENT = """
import sys
from newsletter.backends.isolation import ProcessIsolation
from tests.contract import isolated

isolation = ProcessIsolation()
isolation.call(getattr(isolated, sys.argv[1]), sys.argv[2], seconds=120)
"""


@pytest.mark.parametrize("function", ["slow_to_say", "deep_in_c_code"])
def test_the_process_ends_when_whoever_started_it_is_killed_even_over_its_work(tmp_path, function):
    """Killed, we can end nothing any more; nothing may go on without us."""
    runs = tmp_path / "runs"
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, function, str(runs)], cwd=tmp_path, env={"PYTHONPATH": str(CHECKOUT)}
    )
    assert until(lambda: runs.exists() and runs.read_text(encoding="ascii") != "")
    its = int(runs.read_text(encoding="ascii"))
    assert lives(its)

    parent.kill()
    parent.wait()

    assert until(lambda: not lives(its))


@pytest.fixture
def orphanage() -> Iterator[None]:
    """Takes in processes whose parent is killed, as the first process of a container does.

    Without one the kernel wakes a stopped orphan by a hang-up, and so ends it.
    """
    switch = ctypes.CDLL(None).prctl
    switch(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    yield
    switch(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody ends a stopped process for us")
@pytest.mark.usefixtures("orphanage")
@pytest.mark.parametrize("at_work", [True, False], ids=["at work", "at rest"])
def test_even_a_process_that_is_held_still_ends_when_whoever_started_it_is_killed(tmp_path, at_work):
    """Stopped by somebody who looked into it, say: it would hold its memory until the machine is started anew."""
    runs = tmp_path / "runs"
    parent = subprocess.Popen(
        # At rest its parent waits for what never comes.
        [sys.executable, "-c", f"{PARENT}\nsys.stdin.read()", "slow_to_say" if at_work else "says", str(runs)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(CHECKOUT)},
        stdin=subprocess.PIPE,
    )
    assert until(lambda: runs.exists() and runs.read_text(encoding="ascii") != "")
    its = int(runs.read_text(encoding="ascii"))
    os.kill(its, signal.SIGSTOP)
    assert until(lambda: state(its) == "T")

    parent.kill()
    parent.communicate()

    try:
        assert until(lambda: not lives(its))
    finally:
        os.kill(its, signal.SIGKILL)
        os.waitpid(its, 0)


def test_a_program_that_never_closes_it_leaves_without_a_word():
    """An error elsewhere may skip the closing."""
    done = subprocess.run(
        [sys.executable, "-c", f"{PARENT}\nprint(isolated.__name__)", "doubled", "ab"],
        cwd=CHECKOUT,
        env={"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "tests.contract.isolated\n", "")
