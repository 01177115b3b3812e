# Build dependencies: Debian packages.
set -eu
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
fetch() {
    curl --fail --silent --show-error --location --proto '=http,https' --output "$1" -- "$2"
}
# Keeps a key where only the repositories that name it trust it, and sets $keyring: add_key NAME URL
add_key() {
    fetch "$tmp/key" "$2"
    keyring=/etc/apt/keyrings/$1.gpg
    if grep -q 'BEGIN PGP PUBLIC KEY BLOCK' "$tmp/key"; then keyring=/etc/apt/keyrings/$1.asc; fi
    as_root install -D -m 0644 "$tmp/key" "$keyring"
}
# add_repository NAME LINE
add_repository() {
    printf '%s\n' "$2" > "$tmp/list"
    as_root install -D -m 0644 "$tmp/list" "/etc/apt/sources.list.d/$1.list"
}
codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
fingerprint=$(curl --fail --silent --show-error --proto '=https' -- 'https://api.launchpad.net/1.0/~ondrej/+archive/ubuntu/php' |
    sed -n 's/.*"signing_key_fingerprint": *"\([0-9A-F]*\)".*/\1/p')
add_key bitesize-ppa-ondrej-php 'https://keyserver.ubuntu.com/pks/lookup?op=get&options=mr&search=0x'"$fingerprint"
add_repository bitesize-ppa-ondrej-php 'deb [signed-by='"$keyring"'] https://ppa.launchpadcontent.net/ondrej/php/ubuntu '"$codename"' main'
add_key bitesize-deb-https-deb-example-com-node-20-x-nodistro-main https://deb.example.com/key.asc
add_repository bitesize-deb-https-deb-example-com-node-20-x-nodistro-main 'deb [signed-by='"$keyring"'] https://deb.example.com/node_20.x nodistro main'
as_root apt-get update -q
fetch "$tmp/1.deb" https://example.com/pool/tool_1.0_amd64.deb
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends --allow-downgrades -- \
    build-essential \
    'php8.3=8.3*' \
    'nodejs=20*' \
    "$tmp/1.deb"
