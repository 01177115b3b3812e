// Builds of the components.
// Compiled from the specs by bitesize; change them and compile again.

// build.bitesize:4
freeStyleJob('web') {
    description('Builds component web of everything.')
    label('node')
    scm {
        git {
            remote {
                url('git@git.example.com:everything/web.git')
                credentials('web-deploy-key')
            }
            branch('main')
        }
    }
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('')
                    numToKeepStr('50')
                    artifactDaysToKeepStr('')
                    artifactNumToKeepStr('')
                }
            }
        }
    }
    triggers {
        scm('H/15 * * * *')
    }
    wrappers {
        colorizeOutput()
        timeout {
            absolute(60)
        }
        credentialsBinding {
            string('NPM_TOKEN', 'npm-token')
        }
    }
    steps {
        environmentVariables {
            env('NODE_ENV', 'production')
            env('GREETING', 'it\'s $HOME, "quoted" and 100%')
        }
        shell('''\
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
    printf '%s\\n' "$2" > "$tmp/list"
    as_root install -D -m 0644 "$tmp/list" "/etc/apt/sources.list.d/$1.list"
}
codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
add_key bitesize-ppa-ondrej-php 'https://keyserver.ubuntu.com/pks/lookup?op=get&options=mr&search=0x14AA40EC0831756756D7F66C4F4EA0AAE5267A6C'
add_repository bitesize-ppa-ondrej-php 'deb [signed-by='"$keyring"'] https://ppa.launchpadcontent.net/ondrej/php/ubuntu '"$codename"' main'
add_key bitesize-deb-https-packages-example-com-node-stable-main https://packages.example.com/node/key.asc
add_repository bitesize-deb-https-packages-example-com-node-stable-main 'deb [signed-by='"$keyring"'] https://packages.example.com/node stable main'
add_key bitesize-https-packages-example-com-yarn https://packages.example.com/yarn/key.asc
add_repository bitesize-https-packages-example-com-yarn 'deb [signed-by='"$keyring"'] https://packages.example.com/yarn '"$codename"' main'
as_root apt-get update -q
fetch "$tmp/1.deb" https://packages.example.com/pool/wkhtmltox_0.12.6_amd64.deb
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends --allow-downgrades -- \\
    php8.3-cli \\
    'nodejs=20*' \\
    'yarn=1.22.22-1*' \\
    "$tmp/1.deb"
''')
        shell('''\
# Build dependencies: Ruby gems.
set -eu
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}
as_root gem install --no-document fpm -v 1.15.1
as_root gem install --no-document rake
''')
        shell('''\
# Build dependencies: Python packages.
set -eu
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}
# Debian 12 and newer refuse pip outside of a virtual environment unless told so; older pips ignore the variable.
as_root env PIP_BREAK_SYSTEM_PACKAGES=1 pip install -- \\
    awscli==1.33.2 \\
    yamllint
''')
        shell('npm ci')
        shell('''\
npm test -- --reporter="dot"
npm run build
''')
        shell('fpm -s dir -t deb -n web -v 1.10 dist/=/srv/web')
        shell('''\
# Publishes the Debian packages of this build to the apt repository.
set -eu
api=http://apt.everything-ci.svc:9797/api
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

# Whether a package of this name may come from this component: is_own NAME
is_own() {
    case $1 in
        web) return 0 ;;
        web-*) return 0 ;;
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

if [ "$(status "$api/repos/everything")" = 404 ]; then
    call --header 'Content-Type: application/json' --data '{"Name":"everything","DefaultDistribution":"stable","DefaultComponent":"contrib"}' "$api/repos"
fi
added=$(call --request POST "$api/repos/everything/file/$folder?forceReplace=1")
printf '%s\\n' "$added"
case $added in
    *'"FailedFiles":[]'* | *'"FailedFiles":null'*) ;;
    *)
        echo 'The apt repository refused a package.' >&2
        exit 1
        ;;
esac

code=$(status --request PUT --header 'Content-Type: application/json' --data '{"Signing":{"Batch":true,"PassphraseFile":"/run/secrets/apt-signing/passphrase"}}' "$api/publish/:./stable")
if [ "$code" = 404 ]; then
    code=$(status --header 'Content-Type: application/json' --data '{"SourceKind":"local","Sources":[{"Name":"everything","Component":"contrib"}],"Distribution":"stable","Signing":{"Batch":true,"PassphraseFile":"/run/secrets/apt-signing/passphrase"}}' "$api/publish/:.")
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
        archiveArtifacts {
            pattern('coverage/**/*.xml')
        }
        mailer('web-team@example.com releng@example.com', false, false)
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
    configure { project ->
        def place1 = project.get('publishers')[0] ?: project.appendNode('publishers')
        place1.appendNode('hudson.plugins.chucknorris.CordellWalkerRecorder')
    }
}

// build.bitesize:47
freeStyleJob('stock') {
    description('Builds component stock of everything.')
    label('generic')
    scm {
        git {
            remote {
                url('https://git.example.com/everything/stock.git')
                credentials('seed-job-key')
            }
            branch('refs/heads/master')
        }
    }
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('')
                    numToKeepStr('50')
                    artifactDaysToKeepStr('')
                    artifactNumToKeepStr('')
                }
            }
        }
    }
    triggers {
        scm('H/15 * * * *')
    }
    wrappers {
        colorizeOutput()
        timeout {
            absolute(60)
        }
    }
    steps {
        gradle {
            tasks('clean build')
            switches('--info --stacktrace')
            useWrapper(true)
        }
        gradle {
            tasks('debian')
            useWrapper(false)
        }
        shell('''\
# Publishes the Debian packages of this build to the apt repository.
set -eu
api=http://apt.everything-ci.svc:9797/api
folder=stock-$BUILD_NUMBER
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
        stock) return 0 ;;
        stock-*) return 0 ;;
    esac
    return 1
}

find . -regextype posix-extended -type f \\( \\
    -regex '\\./build/distributions/[^/]*\\.deb' \\
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

if [ "$(status "$api/repos/everything")" = 404 ]; then
    call --header 'Content-Type: application/json' --data '{"Name":"everything","DefaultDistribution":"stable","DefaultComponent":"contrib"}' "$api/repos"
fi
added=$(call --request POST "$api/repos/everything/file/$folder?forceReplace=1")
printf '%s\\n' "$added"
case $added in
    *'"FailedFiles":[]'* | *'"FailedFiles":null'*) ;;
    *)
        echo 'The apt repository refused a package.' >&2
        exit 1
        ;;
esac

code=$(status --request PUT --header 'Content-Type: application/json' --data '{"Signing":{"Batch":true,"PassphraseFile":"/run/secrets/apt-signing/passphrase"}}' "$api/publish/:./stable")
if [ "$code" = 404 ]; then
    code=$(status --header 'Content-Type: application/json' --data '{"SourceKind":"local","Sources":[{"Name":"everything","Component":"contrib"}],"Distribution":"stable","Signing":{"Batch":true,"PassphraseFile":"/run/secrets/apt-signing/passphrase"}}' "$api/publish/:.")
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
            pattern('build/distributions/*.deb')
        }
        mailer('releng@example.com', false, false)
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('builders').getAt('hudson.plugins.gradle.Gradle')) {
            for (old in node0.get('fromRootBuildScriptDir')) node0.remove(old)
            node0.appendNode('wrapperLocation')
        }
        for (node2 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node2.appendNode('configuredLocalRules')
        }
        for (node4 in project.get('scm')) {
            node4.appendNode('extensions')
        }
    }
    configure { project ->
        def place1 = project.get('properties')[0] ?: project.appendNode('properties')
        def node1 = place1.appendNode('com.sonyericsson.rebuild.RebuildSettings')
        node1.appendNode('autoRebuild', 'false')
    }
}

// build.bitesize:61
freeStyleJob('tidy') {
    description('Builds component tidy of everything.')
    label('generic')
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('')
                    numToKeepStr('50')
                    artifactDaysToKeepStr('')
                    artifactNumToKeepStr('')
                }
            }
        }
    }
    wrappers {
        colorizeOutput()
        timeout {
            absolute(60)
        }
    }
    steps {
        shell('./tidy.sh || true')
    }
    publishers {
        mailer('releng@example.com', false, false)
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node0.appendNode('configuredLocalRules')
        }
    }
}

// build.bitesize:66
pipelineJob('report') {
    description('Builds component report of everything.')
    disabled(false)
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('')
                    numToKeepStr('50')
                    artifactDaysToKeepStr('')
                    artifactNumToKeepStr('')
                }
            }
        }
    }
    properties {
        disableConcurrentBuilds {
            abortPrevious(false)
        }
    }
    properties {
        pipelineTriggers {
            triggers {
                pollSCM {
                    scmpoll_spec('H/15 * * * *')
                }
            }
        }
    }
    definition {
        cps {
            script(readFileFromWorkspace('out/jenkins/pipelines/report.groovy'))
            sandbox(true)
        }
    }
}

// build.bitesize:84, build.bitesize:82
pipelineJob('checks') {
    description('Builds component checks of everything.')
    disabled(false)
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('')
                    numToKeepStr('50')
                    artifactDaysToKeepStr('')
                    artifactNumToKeepStr('')
                }
            }
        }
    }
    properties {
        disableConcurrentBuilds {
            abortPrevious(false)
        }
    }
    definition {
        cps {
            script(readFileFromWorkspace('out/jenkins/pipelines/checks.groovy'))
            sandbox(true)
        }
    }
}
