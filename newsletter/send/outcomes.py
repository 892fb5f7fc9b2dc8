"""What an answer, or the lack of one, means for a delivery."""

from collections.abc import Sequence

from newsletter.domain.send import Delivery, DeliveryState, Outcome, Receipt

#: So many calls in a row whose answer was lost, and the send stops: the next would most likely be lost too.
LOST_IN_A_ROW = 3


def answered(receipts: Sequence[Receipt]) -> list[Outcome]:
    """Accepted is sent; refused is final; what is not accepted for now waits for the next run."""
    return [Outcome(delivery=receipt.delivery, state=_state(receipt), detail=receipt.detail) for receipt in receipts]


def all_of(deliveries: Sequence[Delivery], state: DeliveryState, detail: str) -> list[Outcome]:
    """The same outcome for each."""
    return [Outcome(delivery=delivery.id, state=state, detail=detail) for delivery in deliveries]


def _state(receipt: Receipt) -> DeliveryState:
    if receipt.accepted:
        return DeliveryState.SENT
    return DeliveryState.WAITING if receipt.temporary else DeliveryState.REFUSED
