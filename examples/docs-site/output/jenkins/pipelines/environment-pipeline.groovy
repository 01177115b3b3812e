// Takes versions of applications through Production.
// All versions are checked before anything is changed.
def versions = [:]
versions.put('docs_site_VERSION', versionOf('docs_site_VERSION'))
if (versions.values().join('') != '') {
    environment1(versions)
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

// Production
def environment1(versions) {
    lock(resource: 'docs-site: Production') {
        stage('Production deploy') {
            build(job: 'Production-deploy', parameters: [
                string(name: 'docs_site_VERSION', value: versions.get('docs_site_VERSION')),
            ])
        }
    }
}
