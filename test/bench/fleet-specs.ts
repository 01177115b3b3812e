import type { FleetProject } from './fleet-project.ts';

/** Returns the specs of a project by file name. */
export function fleetSpecs(project: FleetProject): Readonly<Record<string, string>> {
  return {
    'build.bitesize': build(project),
    'application.bitesize': application(project),
    'environments.bitesize': environments(project),
    'jenkins.bitesize': jenkins(project),
  };
}

function build({ name, version, packages, commands }: FleetProject): string {
  return `project: ${name}
components:
  - name: ${name}-api
    repository:
      git: git@git.example.com:fleet/${name}.git
      branch: main
    dependencies:
${packages.map((item) => `      - type: debian-package\n        package: ${item}\n`).join('')}\
    env:
      - name: SERVICE
        value: ${name}
    build:
      - shell: make package VERSION=${version}
    artifacts:
      - location: "*.deb"

  - name: ${name}-client
    repository:
      git: https://git.example.com/fleet/${name}-client.git
      branch: main
    build:
      - shell: |
${commands.map((command) => `          ${command}\n`).join('')}\
    artifacts:
      - location: "dist/*.deb"
`;
}

function application({ name, version, runtime }: FleetProject): string {
  return `project: ${name}
applications:
  - name: ${name}
    runtime: ${runtime}
    version: ${version}
    command: /srv/${name}/run --port 8080
    dependencies:
      - name: ${name}-api
        type: debian-package
        version: ${version}
        origin:
          build: ${name}-api
      - name: ca-certificates
        type: debian-package
`;
}

function environments({ name, replicas, port, postgres }: FleetProject): string {
  return `project: ${name}
environments:
  - name: Development
    namespace: ${name}-dev
    deployment:
      method: rolling-upgrade
    services:
      - &web
        name: web
        application: ${name}
        external_url: ${name}.dev.example.com
        port: ${port}
        replicas: 1
        env:
          - name: DATABASE_HOST
            value: database
          - secret: SESSION_KEY
            value: ${name}/session-key
        health_check:
          command: [curl, -fsS, "http://localhost:${port}/health"]
          initial_delay: 20
          timeout: 5
      - &database
        name: database
        type: postgres
        version: "${postgres}"
        options:
          storage: 20
    tests:
      - name: smoke
        repository: git@git.example.com:fleet/${name}.git
        branch: main
        commands:
          - shell: ./smoke.sh https://${name}.dev.example.com

  - name: Production
    namespace: ${name}-prd
    deployment:
      method: bluegreen
      active: blue
      mode: manual
    services:
      - <<: *web
        external_url: ${name}.example.com
        ssl: true
        replicas: ${replicas}
      - *database
`;
}

function jenkins({ name }: FleetProject): string {
  return `project: ${name}
jenkins:
  url: https://jenkins.${name}.example.com/
  seed:
    repository: git@git.example.com:fleet/${name}-delivery.git
    branch: main
  known_hosts:
    - git.example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl
  kubernetes:
    namespace: ${name}-jenkins
    ingress:
      host: jenkins.${name}.example.com
      tls_secret: jenkins-tls
  registry:
    push: registry.example.com
`;
}
