// Takes versions of applications through Development, Staging, Production.
// All versions are checked before anything is changed.
def versions = [:]
versions.put('storefront_VERSION', versionOf('storefront_VERSION'))
versions.put('orders_VERSION', versionOf('orders_VERSION'))
if (versions.values().join('') != '') {
    environment1(versions)
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
    if (!version.matches('^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$')) {
        error(parameter + ' is not a version: ' + version)
    }
    return version
}

// Development
def environment1(versions) {
    lock(resource: 'sample-app: Development') {
        stage('Development deploy') {
            build(job: 'Development-deploy', parameters: [
                string(name: 'storefront_VERSION', value: versions.get('storefront_VERSION')),
                string(name: 'orders_VERSION', value: versions.get('orders_VERSION')),
            ])
        }
        stage('Development test') {
            build(job: 'Development-smoke')
        }
    }
}

// Staging
def environment2(versions) {
    lock(resource: 'sample-app: Staging') {
        stage('Staging deploy') {
            build(job: 'Staging-deploy', parameters: [
                string(name: 'storefront_VERSION', value: versions.get('storefront_VERSION')),
                string(name: 'orders_VERSION', value: versions.get('orders_VERSION')),
            ])
        }
        stage('Staging test') {
            build(job: 'Staging-acceptance')
        }
        waitsFor('Production', versions)
    }
}

// Production
def environment3(versions) {
    lock(resource: 'sample-app: Production') {
        // Ends the older runs that are not so far: what they wait with, this run brings.
        milestone(ordinal: 1)
        env.WAITS_FOR = ''
        stage('Production deploy') {
            build(job: 'Production-deploy', parameters: [
                string(name: 'storefront_VERSION', value: versions.get('storefront_VERSION')),
                string(name: 'orders_VERSION', value: versions.get('orders_VERSION')),
            ])
        }
    }
}

// Production is manual. Nothing is held while somebody decides: no agent, no lock.
def approval3(versions) {
    stage('Production approval') {
        def asked = described(withWaiting('Production', versions), ['storefront_VERSION', 'orders_VERSION'], ' ', ', ')
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
