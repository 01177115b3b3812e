// Promotion from environment to environment.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:3
pipelineJob('portal/environment-pipeline') {
    description('Takes versions of applications of single-sign-on through its environments.')
    disabled(false)
    definition {
        cps {
            script('''\
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
''')
            sandbox(true)
        }
    }
}
