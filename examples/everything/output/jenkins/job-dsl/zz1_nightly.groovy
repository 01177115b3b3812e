freeStyleJob('nightly') {
    description('Runs the long tests of the web component.')
    triggers {
        cron('H 1 * * *')
    }
    wrappers {
        colorizeOutput()
    }
    steps {
        shell('./nightly.sh')
    }
}
