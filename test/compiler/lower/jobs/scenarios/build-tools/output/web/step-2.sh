# Build dependencies: Ruby gems.
set -eu
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}
as_root gem install --no-document fpm -v 1.15.1
