// Builds the image registry.example.com/everything/tools and hands its version to the environments.
catchError(catchInterruptions: false) {
    timeout(time: 60, unit: 'MINUTES') {
        node('dind') {
            container('docker') {
                stage('Build') {
                    writeFile(file: 'image/Dockerfile', text: dockerfile())
                    sh(label: 'Build the image', script: buildScript())
                }
                stage('Push') {
                    sh(label: 'Push the image', script: 'docker push registry.example.com/everything/tools:1.0.0')
                    sh(label: 'Push the image of this build', script: 'docker push registry.example.com/everything/tools:1.0.0-"$BUILD_NUMBER"')
                }
            }
        }
    }
    stage('Environment pipeline') {
        build(
            job: 'environment-pipeline',
            parameters: [string(name: 'tools_VERSION', value: '1.0.0' + '-' + env.BUILD_NUMBER)],
            wait: false
        )
    }
}
if (currentBuild.currentResult != 'SUCCESS') {
    mail(
        to: 'releng@example.com',
        subject: env.JOB_NAME + ' #' + env.BUILD_NUMBER + ': ' + currentBuild.currentResult,
        body: env.BUILD_URL
    )
}

def dockerfile() {
    return '''\
FROM registry.example.com/base/debian:12-slim
LABEL org.opencontainers.image.title="tools" \\
      org.opencontainers.image.version="1.0.0" \\
      org.opencontainers.image.base.name="registry.example.com/base/debian:12-slim"
'''
}

def buildScript() {
    return '''\
# The daemon beside the agent may still be starting.
for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    if docker info > /dev/null 2>&1; then break; fi
    echo "waiting for the Docker daemon: $second"
    sleep 1
done
# A package of the same version may be newer than the one in a layer of an earlier build, so no layer is reused.
docker build --pull --no-cache --tag registry.example.com/everything/tools:1.0.0 --tag registry.example.com/everything/tools:1.0.0-"$BUILD_NUMBER" image
'''
}
