import { type Specs, smallestJenkins } from '../project/write-project.ts';

/** A project that runs before it is edited: a bit of everything, in one environment. */
export const shop: Specs = {
  'environments.bitesize': `project: shop
environments:
  - name: Development
    namespace: shop-dev
    deployment: {method: rolling-upgrade, timeout: 60}
    services:
      - name: web
        external_url: [www.example.com, shop.example.com]
        port: 8080
        ssl: true
        replicas: 4
        env:
          - {name: A, value: "1"}
          - {name: B, value: "2"}
          - {secret: PASSWORD, value: web/password}
        annotations:
          - {name: prometheus.io/scrape, value: "true"}
        limits: {cpu: 1000m, memory: 1Gi}
        requests: {cpu: 100m, memory: 256Mi}
        liveness_probe:
          handler: {http_get: {path: /health, port: 8080}}
          period_seconds: 15
        volumes:
          - {name: data, path: /data, modes: ReadWriteOnce, size: 5Gi, type: ebs}
          - {name: settings, path: /settings, type: configmap}
      - name: worker
        port: 9000
        replicas: 2
        env:
          - {name: QUEUE, value: queue}
      - name: queue
        port: 5672
        version: 3.8.0
      - {name: db, type: postgres, version: "16", options: {storage: 20}}
      - name: report
        type: cron
        application: worker
        version: 1.0.0
        schedule: "15 3 * * *"
        command: [/srv/report.sh]
    gists:
      - name: settings
        files: [settings.properties]
`,
  'settings.properties': 'colour=blue\n',
  'jenkins.bitesize': smallestJenkins('shop'),
};

/** The same with a second colour of everything that awaits a version. */
export const colouredShop: Specs = {
  ...shop,
  'environments.bitesize': (shop['environments.bitesize'] ?? '').replace(
    'method: rolling-upgrade, timeout: 60',
    'method: bluegreen, active: blue, timeout: 60',
  ),
};
