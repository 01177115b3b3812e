// Takes versions of applications through Development, Production.
catchError(catchInterruptions: false) {
    // All versions are checked before anything is changed.
    def versions = [:]
    versions.put('web_VERSION', versionOf('web_VERSION'))
    versions.put('stock_VERSION', versionOf('stock_VERSION'))
    versions.put('tools_VERSION', versionOf('tools_VERSION'))
    if (versions.values().join('') != '') {
        environment1(versions)
        approval2(versions)
        environment2(versions)
    }
    else {
        echo('No version is given: everything stays as it is.')
    }
}
if (currentBuild.currentResult != 'SUCCESS') {
    mail(
        to: 'releng@example.com',
        subject: env.JOB_NAME + ' #' + env.BUILD_NUMBER + ': ' + currentBuild.currentResult,
        body: env.BUILD_URL
    )
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
    lock(resource: 'everything: Development') {
        stage('Development deploy') {
            build(job: 'Development-deploy', parameters: [
                string(name: 'web_VERSION', value: versions.get('web_VERSION')),
                string(name: 'gate_VERSION', value: versions.get('web_VERSION')),
                string(name: 'queue_VERSION', value: versions.get('tools_VERSION')),
            ])
        }
        stage('Development test') {
            build(job: 'Development-smoke', wait: false)
        }
        waitsFor('Production', versions)
    }
}

// Production
def environment2(versions) {
    lock(resource: 'everything: Production') {
        // Ends the older runs that are not so far: what they wait with, this run brings.
        milestone(ordinal: 1)
        env.WAITS_FOR = ''
        stage('Production deploy') {
            build(job: 'Production-deploy', parameters: [
                string(name: 'web_VERSION', value: versions.get('web_VERSION')),
                string(name: 'stock_VERSION', value: versions.get('stock_VERSION')),
            ])
        }
    }
}

// Production is manual. Nothing is held while somebody decides: no agent, no lock.
def approval2(versions) {
    stage('Production approval') {
        def asked = described(withWaiting('Production', versions), ['web_VERSION', 'stock_VERSION'], ' ', ', ')
        timeout(time: 1440, unit: 'MINUTES') {
            input(message: 'Deploy to Production?' + (asked == '' ? '' : ' ' + asked), ok: 'Deploy', submitter: 'alice,release-team')
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
