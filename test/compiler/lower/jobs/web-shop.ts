/** A web service that is built with a Dockerfile of its repository, a site of files, and a public cache. */
export const webShop = {
  build: `project: shop
components:
  - name: web
    repository: {git: git@github.com:example/web.git, branch: main}
    build: [{shell: npm test}]
    artifacts: [{location: dist/**}]
`,
  application: `project: shop
applications:
  - name: web
    build: {context: services/web, dockerfile: ../docker/web.Dockerfile, target: runtime, args: {NODE_ENV: production}}
    version: "1.2"
    files: [{component: web, location: dist/**, path: public/}]
  - name: site
    runtime: nginx:1.27
    version: "1.0"
    files: [{component: web, location: dist/**, path: /usr/share/nginx/html/}]
`,
  environments: `project: shop
environments:
  - name: Test
    namespace: shop-test
    services:
      - {name: web, port: 8080, init_containers: [{name: migrate, application: web}, {name: tools, application: site}]}
      - {name: cache, image: "redis:7.4", port: 6379}
    tests: [{name: smoke, repository: git@github.com:example/web.git, commands: [{shell: ./smoke.sh}]}]
  - name: Live
    namespace: shop-live
    deployment: {mode: manual, method: bluegreen, active: blue}
    services:
      - {name: web, port: 8080}
`,
  jenkins: `project: shop
jenkins: {registry: {push: registry.example.com, base: "", secret: registry}}
`,
};
