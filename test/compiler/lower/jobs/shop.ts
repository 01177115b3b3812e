/** Specs of a small shop: two applications, three environments, the last one manual, the second one blue/green. */
export const shop = {
  build: `project: shop
components:
  - name: web
    repository: {git: git@github.com:example/web.git, branch: main}
    build: [{shell: make package}]
    artifacts: [{location: "*.deb"}]
  - name: api
    build: [{shell: make}]
`,
  application: `project: shop
applications:
  - name: web-app
    runtime: node:20
    version: 1.10
    command: node server.js
    dependencies: [{name: web, type: debian-package, origin: {build: web}}]
  - name: api
    runtime: node:20
    version: "2"
    command: node api.js
`,
  environments: `project: shop
environments:
  - name: Development
    namespace: shop-dev
    services:
      - {name: front, application: web-app, external_url: dev.example.com}
      - {name: api}
      - {name: db, type: mysql}
    tests:
      - {name: smoke, repository: git@github.com:example/tests.git, commands: [{shell: ./smoke.sh}]}
      - {name: load, repository: git@github.com:example/tests.git, commands: [{shell: ./load.sh}]}
  - name: Staging
    namespace: shop-stg
    deployment: {method: bluegreen, active: blue, timeout: 60}
    services:
      - {name: front, application: web-app}
  - name: Production
    namespace: shop-prd
    deployment: {mode: manual}
    services:
      - {name: front, application: web-app}
      - {name: api}
      - {name: cache, application: api, version: "7"}
    tests:
      - {name: smoke, commands: [{shell: ./smoke.sh}]}
`,
  jenkins: `project: shop
jenkins:
  pipeline:
    approval: {submitters: [alice, ops], timeout_minutes: 30}
  environments: {custom_resources: [prsn.io]}
`,
};
