import json
import os

import psycopg
import redis

from worker import summary

queue = redis.Redis.from_url(os.environ["REDIS_URL"])
# Host, user and password are the variables that libpq knows.
with psycopg.connect(autocommit=True) as database:
    database.execute("CREATE TABLE IF NOT EXISTS orders (id text PRIMARY KEY, items jsonb)")
    while True:
        _, text = queue.blpop("orders")
        order = json.loads(text)
        database.execute(
            "INSERT INTO orders VALUES (%s, %s) ON CONFLICT DO NOTHING", (order["id"], json.dumps(order["items"]))
        )
        print(summary(order))
