import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOrder } from './order.js';

test('reads an order, and nothing beside it', () => {
  assert.deepEqual(readOrder('{"id": "a1", "items": ["tea"], "price": 0}'), { id: 'a1', items: ['tea'] });
});

for (const text of ['', 'null', '[]', '{"id": 1, "items": []}', '{"id": "a1"}'])
  test(`takes no order from ${text || 'nothing'}`, () => {
    assert.equal(readOrder(text), undefined);
  });
