# Publishes the Debian packages of this build to the apt repository.
set -eu
api=http://apt.shop-jenkins.svc:9797/api
folder=web-$BUILD_NUMBER
packages=$(mktemp)
answer=$(mktemp)
trap 'rm -f "$packages" "$answer"' EXIT

# Calls the API and prints the answer: call ARGUMENT...
call() {
    curl --fail --silent --show-error --retry 3 --retry-delay 5 "$@"
}
# Calls the API and prints the status code, whatever it is: status ARGUMENT...
status() {
    curl --silent --show-error --output "$answer" --write-out '%{http_code}' "$@"
}

find . -regextype posix-extended -type f \( \
    -regex '\./build/[^/]*\.deb' \
    -o -regex '\./build/(.*/)?extra-[^/]*\.deb' \
    \) > "$packages"
if [ ! -s "$packages" ]; then
    echo 'No Debian package was built.' >&2
    exit 1
fi
while IFS= read -r package; do
    case ${package##*/} in
        *[!A-Za-z0-9.+~_:-]*)
            echo "Not the name of a Debian package: $package" >&2
            exit 1
            ;;
    esac
    call --form "file=@\"$package\"" "$api/files/$folder"
done < "$packages"

if [ "$(status "$api/repos/bitesize")" = 404 ]; then
    call --header 'Content-Type: application/json' --data '{"Name":"bitesize","DefaultDistribution":"bitesize","DefaultComponent":"main"}' "$api/repos"
fi
added=$(call --request POST "$api/repos/bitesize/file/$folder?forceReplace=1")
printf '%s\n' "$added"
case $added in
    *'"FailedFiles":[]'* | *'"FailedFiles":null'*) ;;
    *)
        echo 'The apt repository refused a package.' >&2
        exit 1
        ;;
esac

code=$(status --request PUT --header 'Content-Type: application/json' --data '{"Signing":{"Batch":true}}' "$api/publish/:./bitesize")
if [ "$code" = 404 ]; then
    code=$(status --header 'Content-Type: application/json' --data '{"SourceKind":"local","Sources":[{"Name":"bitesize","Component":"main"}],"Distribution":"bitesize","Signing":{"Batch":true}}' "$api/publish/:.")
fi
case $code in
    2??) ;;
    *)
        cat "$answer" >&2
        echo "The apt repository was not published: status $code" >&2
        exit 1
        ;;
esac
