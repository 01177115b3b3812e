/** What an image of an agent is made of. */
export interface AgentImage {
  readonly name: string;
  readonly language: string;
  /** The public image with the tools; of Debian or Ubuntu. */
  readonly tools: string;
  /** The image that knows how to connect to Jenkins. */
  readonly base: string;
  /** What it is called in the specs. */
  readonly tag: string;
}

/**
 * Returns the Dockerfile of an agent: the image of the tools, with what connects it to Jenkins in it. Follows the Dockerfile
 * of jenkinsci/docker-agent: the program in `/usr/share/jenkins`, the script `jenkins-agent`, a Java of its own (which
 * `JENKINS_JAVA_BIN` names, so that builds keep theirs), and a user of the number 1000.
 */
export function agentDockerfile({ name, language, tools, base, tag }: AgentImage): string {
  return `# The agent that builds what is written in ${language}. Build it and push it, in the folder above:
#   docker build --tag ${tag} ${name} && docker push ${tag}
FROM ${base} AS agent

FROM ${tools}
USER root
RUN apt-get update -q \\
 && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends ca-certificates curl git openssh-client \\
 && rm -rf /var/lib/apt/lists/*
COPY --from=agent /usr/share/jenkins /usr/share/jenkins
COPY --from=agent /usr/local/bin/jenkins-agent /usr/local/bin/jenkins-agent
COPY --from=agent /opt/java/openjdk /opt/jenkins-java
ENV JENKINS_JAVA_BIN=/opt/jenkins-java/bin/java HOME=/home/jenkins
# git and ssh want a name for the user that they run as; some images have one for 1000.
RUN getent passwd 1000 || useradd --uid 1000 --home-dir /home/jenkins jenkins; \\
    mkdir -p /home/jenkins/agent && chown -R 1000:1000 /home/jenkins
USER 1000
WORKDIR /home/jenkins
ENTRYPOINT ["/usr/local/bin/jenkins-agent"]
`;
}
