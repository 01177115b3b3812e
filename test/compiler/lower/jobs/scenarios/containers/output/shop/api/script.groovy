// Builds component api of shop.
node('jvm') {
    ansiColor('xterm') {
        timeout(time: 30, unit: 'MINUTES') {
            container('maven') {
                stage('Build') {
                    sh('mvn --batch-mode verify')
                    sh('./gradlew --info build \'-Pname=a b\' $LEVEL')
                }
            }
        }
    }
}
