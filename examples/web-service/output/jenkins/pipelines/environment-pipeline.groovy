// Takes versions of applications through Staging, Production.
// All versions are checked before anything is changed.
def versions = [:]
versions.put('web_VERSION', versionOf('web_VERSION'))
versions.put('worker_VERSION', versionOf('worker_VERSION'))
if (versions.values().join('') != '') {
    environment2(versions)
    approval3(versions)
    environment3(versions)
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

// Staging
def environment2(versions) {
    lock(resource: 'web-service: Staging') {
        stage('Staging deploy') {
            build(job: 'Staging-deploy', parameters: [
                string(name: 'web_VERSION', value: versions.get('web_VERSION')),
                string(name: 'worker_VERSION', value: versions.get('worker_VERSION')),
            ])
        }
        stage('Staging test') {
            build(job: 'Staging-smoke')
        }
        waitsFor('Production', versions)
    }
}

// Production
def environment3(versions) {
    lock(resource: 'web-service: Production') {
        // Ends the older runs that are not so far: what they wait with, this run brings.
        milestone(ordinal: 1)
        env.WAITS_FOR = ''
        stage('Production deploy') {
            build(job: 'Production-deploy', parameters: [
                string(name: 'web_VERSION', value: versions.get('web_VERSION')),
                string(name: 'worker_VERSION', value: versions.get('worker_VERSION')),
            ])
        }
    }
}

// Production is manual. Nothing is held while somebody decides: no agent, no lock.
def approval3(versions) {
    stage('Production approval') {
        def asked = described(withWaiting('Production', versions), ['web_VERSION', 'worker_VERSION'], ' ', ', ').replaceAll('@sha256:[0-9a-f]*', '')
        timeout(time: 10080, unit: 'MINUTES') {
            input(message: 'Deploy to Production?' + (asked == '' ? '' : ' ' + asked), ok: 'Deploy', submitter: 'alice')
        }
        versions.putAll(withWaiting('Production', versions))
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
