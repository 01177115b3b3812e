"""Takes orders from a queue and keeps them."""


def summary(order: dict) -> str:
    """Returns one line about an order, for the log."""
    return f"{order['id']}: {len(order['items'])} items"
