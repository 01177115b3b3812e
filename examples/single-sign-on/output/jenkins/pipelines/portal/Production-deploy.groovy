// Deploys services of Production to the namespace single-sign-on-prd.
// All versions are checked before anything is changed.
def versions = [:]
checkPinned('portal_VERSION', '1.0.0')
echo('No version is given: everything stays as it is.')

// The spec names the version of the service; another one would be undone when service-manage runs.
def checkPinned(parameter, pinned) {
    def version = (params.get(parameter) ?: '').trim()
    if (version != '' && version != 'latest' && version != pinned) {
        error(parameter + ' is ' + version + ', but the spec says ' + pinned + ': change it there')
    }
}
