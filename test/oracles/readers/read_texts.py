"""Reads documents as PyYAML does; the argument names the loader. Input and output are those of go/main.go."""

import json
import sys

import yaml


def check(loader, job):
    texts = job["texts"]
    try:
        items = yaml.load(job["yaml"], Loader=loader)
    except Exception as problem:  # what a reader raises is the answer
        return {"error": str(problem)}
    if not isinstance(items, list) or len(items) != len(texts):
        return {"error": "not as many entries as texts"}
    wrong = [
        {"index": index, "got": repr(item)}
        for index, (item, text) in enumerate(zip(items, texts))
        if not isinstance(item, dict) or list(item.items()) != [(text, text)]
    ]
    return {"wrong": wrong}


def main():
    loader = getattr(yaml, sys.argv[1])
    for line in sys.stdin:
        sys.stdout.write(json.dumps(check(loader, json.loads(line))) + "\n")


main()
