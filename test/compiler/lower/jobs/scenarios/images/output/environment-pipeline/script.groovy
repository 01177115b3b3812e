// Takes versions of applications through Test, Live.
// All versions are checked before anything is changed.
def versions = [:]
versions.put('web_VERSION', versionOf('web_VERSION'))
versions.put('site_VERSION', versionOf('site_VERSION'))
if (versions.values().join('') != '') {
    environment1(versions)
    approval2(versions)
    environment2(versions)
}
else {
    echo('No version is given: everything stays as it is.')
}

// Returns the version that a parameter gives, or an empty text to keep what runs.
def versionOf(parameter) {
    def version = (params.get(parameter) ?: '').trim()
    if (version == '' || version == 'latest') {
        return ''
    }
    // It becomes an image tag and a label.
    if (!version.matches('^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?(?:@sha256:[0-9a-f]{64})?$')) {
        error(parameter + ' is not a version: ' + version)
    }
    return version
}

// Test
def environment1(versions) {
    lock(resource: 'shop: Test') {
        stage('Test deploy') {
            build(job: 'Test-deploy', parameters: [
                string(name: 'web_VERSION', value: versions.get('web_VERSION')),
            ])
        }
        stage('Test test') {
            build(job: 'Test-smoke')
        }
        waitsFor('Live', versions)
    }
}

// Live
def environment2(versions) {
    lock(resource: 'shop: Live') {
        // Ends the older runs that are not so far: what they wait with, this run brings.
        milestone(ordinal: 1)
        env.WAITS_FOR = ''
        stage('Live deploy') {
            build(job: 'Live-deploy', parameters: [
                string(name: 'web_VERSION', value: versions.get('web_VERSION')),
            ])
        }
    }
}

// Live is manual. Nothing is held while somebody decides: no agent, no lock.
def approval2(versions) {
    stage('Live approval') {
        def asked = described(withWaiting('Live', versions), ['web_VERSION'], ' ', ', ').replaceAll('@sha256:[0-9a-f]*', '')
        timeout(time: 10080, unit: 'MINUTES') {
            input(message: 'Deploy to Live?' + (asked == '' ? '' : ' ' + asked), ok: 'Deploy')
        }
        versions.putAll(withWaiting('Live', versions))
    }
}

// Tells newer runs what this one waits with. The environment comes last: who sees it finds the versions, too.
def waitsFor(environment, versions) {
    env.WAITS_WITH = described(versions, versions.keySet(), '=', ' ')
    env.WAITS_FOR = environment
}

// Returns versions together with those that older runs wait to bring to the same environment.
def withWaiting(environment, versions) {
    def all = [:]
    all.putAll(versions)
    def older = currentBuild.previousBuildInProgress
    while (older != null) {
        def theirs = older.buildVariables
        if (theirs.get('WAITS_FOR') == environment) {
            for (entry in theirs.get('WAITS_WITH').tokenize(' ')) {
                def parts = entry.tokenize('=')
                if (all.get(parts[0]) == '') {
                    all.put(parts[0], parts[1])
                }
            }
        }
        older = older.previousBuildInProgress
    }
    return all
}

// Returns the versions that are given, each with the name of its parameter, as one text.
def described(versions, parameters, between, after) {
    def parts = []
    for (parameter in parameters) {
        if (versions.get(parameter)) {
            parts.add(parameter + between + versions.get(parameter))
        }
    }
    return parts.join(after)
}
