/** Settings that between them make every init script. */
export const settingsByName: Readonly<Record<string, string>> = {
  'no settings': '',
  'a seed repository': `
  seed: {repository: "git@git.example.com:shop/delivery.git", branch: main, webhook: true}
`,
  'a seed repository on GitHub': `
  seed: {repository: "https://github.com/shop/delivery", webhook: true, poll: "", credentials: ""}
`,
  everything: `
  url: https://ci.example.com/jenkins/
  admin_email: Releng <releng@example.com>
  system_message: "it's a \${trap} \\\\u0027"
  users:
    - {name: alice, full_name: Alice Example, email: alice@example.com}
    - {name: bob}
  authorization:
    strategy: matrix
    matrix:
      - {group: authenticated, permissions: [Overall/Read, Job/Read, Job/Build, View/Read, Run/Replay]}
      - {user: alice, permissions: [Job/Configure, Agent/Provision, Credentials/View]}
  seed: {repository: "git@git.example.com:shop/delivery.git"}
  credentials:
    - {id: npm-token, type: secret-text, secret: npm, key: token}
    - {id: robot, type: username-password, description: the robot's login}
    - {id: person, type: username-password, username: person, password_key: pass}
    - {id: settings, type: file, secret: maven, key: settings.xml, scope: system}
    - {id: deploy-key, type: ssh-key, username: deploy, passphrase_key: passphrase}
  env: [{name: REGION, value: eu-west-1}, {name: TRAP, value: "'\${HOME}'"}]
  mail: {host: smtp.example.com, port: 587, tls: true, secret: smtp, reply_to: noreply@example.com}
  slack: {workspace: shop, credentials: npm-token, bot_user: true}
  agents:
    - {name: generic, label: generic linux, instance_cap: 5, idle_minutes: 3}
    - name: gpu
      node_selector: {gpu: "yes"}
      yaml: |
        spec:
          tolerations: [{key: gpu, operator: Exists}]
  kubernetes: {agent_namespace: shop-agents, ingress: {host: ci.example.com}}
`,
  'servers of repositories': `
  credentials:
    - {id: github-api, type: username-password}
    - {id: gitlab-api, type: secret-text}
    - {id: review-key, type: ssh-key}
  forges:
    - {name: code, type: github, url: "https://code.example.com"}
    - {name: company, type: gitlab, url: "https://gitlab.example.com/", credentials: gitlab-api}
    - {name: open, type: gitlab, url: "https://gitlab.com"}
    - {name: books, type: bitbucket, url: "https://books.example.com/", credentials: github-api}
    - {name: review, type: gerrit, url: "https://review.example.com", credentials: review-key, user: jenkins}
`,
  'a directory server': `
  seed: {mode: repository, poll: ""}
  realm:
    type: ldap
    ldap: {server: "ldaps://ldap.example.com", root_dn: "dc=example", manager_dn: "cn=jenkins", group_search: "cn={0}"}
`,
  'a directory server without a manager': `
  realm: {type: ldap, ldap: {server: "ldaps://ldap.example.com"}}
  content_security_policy: report
  mail: {host: smtp.example.com}
`,
  'files of the project': `
  configuration_as_code: [{file: casc/slack.yaml, plugins: [{id: slack}]}]
  init_scripts: [{file: init/quiet-period.groovy}]
`,
  'an OpenID Connect provider': `
  realm: {type: oidc, oidc: {well_known_url: "https://id.example.com/conf", client_id: jenkins}}
  authorization: {strategy: matrix, matrix: [{group: devs, permissions: [Overall/Administer]}]}
`,
};
