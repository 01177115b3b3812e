// Builds the image registry.example.com/shop/site and hands its version to the environments.
node('dind') {
    container('docker') {
        stage('Files') {
            copyArtifacts(
                projectName: 'web',
                filter: 'dist/**',
                target: 'image/files/1',
                selector: upstream(fallbackToLastSuccessful: true)
            )
        }
        stage('Build') {
            writeFile(file: 'image/Dockerfile', text: dockerfile())
            sh(label: 'Build the image', script: buildScript())
        }
        stage('Push') {
            sh(label: 'Push the image', script: 'docker push registry.example.com/shop/site:1.0')
            sh(label: 'Push the image of this build', script: 'docker push registry.example.com/shop/site:1.0-"$BUILD_NUMBER"')
        }
    }
}
stage('Environment pipeline') {
    build(
        job: 'environment-pipeline',
        parameters: [string(name: 'site_VERSION', value: '1.0' + '-' + env.BUILD_NUMBER)],
        wait: false
    )
}

def dockerfile() {
    return '''\
FROM nginx:1.27
COPY ["files/1/dist/","/usr/share/nginx/html/"]
LABEL org.opencontainers.image.title="site" \\
      org.opencontainers.image.version="1.0" \\
      org.opencontainers.image.base.name="nginx:1.27"
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
docker build --pull --no-cache --tag registry.example.com/shop/site:1.0 --tag registry.example.com/shop/site:1.0-"$BUILD_NUMBER" image
'''
}
