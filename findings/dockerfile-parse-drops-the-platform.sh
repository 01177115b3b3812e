#!/usr/bin/env bash
# dockerfile-parse, asked to pin the images of a Dockerfile, drops `--platform` and pins what a heredoc only prints.
#
# Versions: dockerfile-parse 2.0.1 (PyPI), seen 2026-11-30 on Python 3.11.7.
#
# Behaviour: setting `parent_images` or `baseimage` writes each FROM line anew from its image and its alias; options of the line
# are left out. What is a line is decided without heredocs, which BuildKit has had since 2021, so that a line of a script or
# of a file that begins with FROM is a stage: it is listed, and changed. No error, no warning.
#
# Output seen (a Dockerfile whose images get a digest; here `@PIN`):
#   before: FROM --platform=$BUILDPLATFORM node:22 AS build   after: FROM node:22@PIN AS build
#   before: FROM shop:1                                       after: FROM shop:1@PIN
#   before: FROM --platform=linux/arm64 node:22-slim          after: FROM node:22-slim@PIN
#   images: node:22 shop:1 node:22-slim
#
# Why it matters: builds for several platforms compile on the builder's own one by `--platform=$BUILDPLATFORM`; without it they
# go through an emulator, or give an image for the wrong machine, and nothing fails. Tools that renew or pin base images with
# this library send such changes as their own, with a digest as the visible part.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check dockerfile-parse==2.0.1
cat > Dockerfile <<'DOCKERFILE'
FROM --platform=$BUILDPLATFORM node:22 AS build
RUN <<EOF > /plugin/Dockerfile
cat <<TEXT
FROM shop:1
TEXT
EOF
FROM --platform=linux/arm64 node:22-slim
COPY --from=build /plugin /plugin
DOCKERFILE
cat > pin.py <<'PY'
from dockerfile_parse import DockerfileParser

before = open("Dockerfile").read().splitlines()
parser = DockerfileParser("Dockerfile")
images = parser.parent_images
parser.parent_images = [f"{image}@PIN" for image in images]
for old, new in zip(before, open("Dockerfile").read().splitlines(), strict=True):
    if old != new:
        print(f"before: {old:48}  after: {new}")
print("images:", *images)
PY
venv/bin/python pin.py > seen.txt
cat > expected.txt <<'TXT'
before: FROM --platform=$BUILDPLATFORM node:22 AS build   after: FROM node:22@PIN AS build
before: FROM shop:1                                       after: FROM shop:1@PIN
before: FROM --platform=linux/arm64 node:22-slim          after: FROM node:22-slim@PIN
images: node:22 shop:1 node:22-slim
TXT
diff expected.txt seen.txt && echo "as described"
