from worker import summary


def test_summary():
    assert summary({"id": "a1", "items": [1, 2]}) == "a1: 2 items"
