// Builds of the components.
// Compiled from the specs by bitesize; change them and compile again.

// build.bitesize:3
freeStyleJob('docs-site') {
    description('Builds component docs-site of docs-site.')
    label('generic')
    scm {
        git {
            remote {
                url('https://git.example.com/docs/site.git')
                credentials('seed-job-key')
            }
            branch('refs/heads/master')
        }
    }
    triggers {
        scm('H/5 * * * *')
    }
    wrappers {
        colorizeOutput()
    }
    steps {
        shell('./package.sh')
        shell('''\
# Publishes the Debian packages of this build to the apt repository.
set -eu
api=http://apt.docs-site-jenkins.svc:9797/api
folder=docs-site-$BUILD_NUMBER
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

# Whether a package of this name may come from this component: is_own NAME
is_own() {
    case $1 in
        docs-site) return 0 ;;
        docs-site-*) return 0 ;;
    esac
    return 1
}

find . -regextype posix-extended -type f \\( \\
    -regex '\\./[^/]*\\.deb' \\
    \\) > "$packages"
if [ ! -s "$packages" ]; then
    echo 'No Debian package was built.' >&2
    exit 1
fi
while IFS= read -r package; do
    case \u0024{package##*/} in
        *[!A-Za-z0-9.+~_:-]*)
            echo "Not the name of a Debian package: $package" >&2
            exit 1
            ;;
    esac
    name=$(dpkg-deb -f "$package" Package)
    if ! is_own "$name"; then
        echo "Not a package of this component: $name (list it under packages in build.bitesize)" >&2
        exit 1
    fi
    call --form "file=@\\"$package\\"" "$api/files/$folder"
done < "$packages"

if [ "$(status "$api/repos/bitesize")" = 404 ]; then
    call --header 'Content-Type: application/json' --data '{"Name":"bitesize","DefaultDistribution":"bitesize","DefaultComponent":"main"}' "$api/repos"
fi
added=$(call --request POST "$api/repos/bitesize/file/$folder?forceReplace=1")
printf '%s\\n' "$added"
case $added in
    *'"FailedFiles":[]'* | *'"FailedFiles":null'*) ;;
    *)
        echo 'The apt repository refused a package.' >&2
        exit 1
        ;;
esac

code=$(status --request PUT --header 'Content-Type: application/json' --data '{"Signing":{"Skip":true}}' "$api/publish/:./bitesize")
if [ "$code" = 404 ]; then
    code=$(status --header 'Content-Type: application/json' --data '{"SourceKind":"local","Sources":[{"Name":"bitesize","Component":"main"}],"Distribution":"bitesize","Signing":{"Skip":true}}' "$api/publish/:.")
fi
case $code in
    2??) ;;
    *)
        cat "$answer" >&2
        echo "The apt repository was not published: status $code" >&2
        exit 1
        ;;
esac
''')
    }
    publishers {
        archiveArtifacts {
            pattern('*.deb')
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node0.appendNode('configuredLocalRules')
        }
        for (node2 in project.get('scm')) {
            node2.appendNode('extensions')
        }
    }
}
