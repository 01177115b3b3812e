// Takes versions of applications through Production.
// All versions are checked before anything is changed.
def versions = [:]
environment1(versions)

// Production
def environment1(versions) {
    lock(resource: 'single-sign-on: Production') {
        stage('Production deploy') {
            build(job: 'Production-deploy')
        }
    }
}
