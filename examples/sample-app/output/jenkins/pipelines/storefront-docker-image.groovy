// Builds the image registry.example.com/sample-app/storefront and hands its version to the environments.
node('dind') {
    container('docker') {
        stage('Build') {
            writeFile(file: 'image/Dockerfile', text: dockerfile())
            sh(label: 'Build the image', script: buildScript())
        }
        stage('Push') {
            sh(label: 'Push the image', script: 'docker push registry.example.com/sample-app/storefront:1.10')
            sh(label: 'Push the image of this build', script: 'docker push registry.example.com/sample-app/storefront:1.10-"$BUILD_NUMBER"')
        }
    }
}
stage('Environment pipeline') {
    build(
        job: 'environment-pipeline',
        parameters: [string(name: 'storefront_VERSION', value: '1.10' + '-' + env.BUILD_NUMBER)],
        wait: false
    )
}

def dockerfile() {
    return '''\
FROM registry.example.com/node:20-bookworm-slim
# The repository of the project; it is not signed.
RUN echo 'deb [trusted=yes] http://apt/ bitesize main' > /etc/apt/sources.list.d/bitesize.list \\
 && printf '%s\\n' 'Package: *' 'Pin: origin "apt"' 'Pin-Priority: 990' > /etc/apt/preferences.d/bitesize
RUN export DEBIAN_FRONTEND=noninteractive \\
 && apt-get update -q \\
 && apt-get install -q -y --no-install-recommends \\
      'storefront=1.10*' \\
 && rm -rf /var/lib/apt/lists/*
LABEL org.opencontainers.image.title="storefront" \\
      org.opencontainers.image.version="1.10" \\
      org.opencontainers.image.base.name="registry.example.com/node:20-bookworm-slim"
ENTRYPOINT ["node","/srv/storefront/server.js"]
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
docker build --pull --no-cache --tag registry.example.com/sample-app/storefront:1.10 --tag registry.example.com/sample-app/storefront:1.10-"$BUILD_NUMBER" image
'''
}
