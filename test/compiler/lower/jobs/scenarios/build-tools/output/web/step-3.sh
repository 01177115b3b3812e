# Build dependencies: Python packages.
set -eu
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}
# Debian 12 and newer refuse pip outside of a virtual environment unless told so; older pips ignore the variable.
as_root env PIP_BREAK_SYSTEM_PACKAGES=1 pip install -- \
    awscli==1.32.0
