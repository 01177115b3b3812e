import { Random } from '../../../bench/random.ts';

/** A made-up secret where somebody could have written it. */
export interface MadeUpSecret {
  readonly kind: 'form' | 'name' | 'text' | 'shell';
  /** The variable that has the text as its value; a shell line has none. */
  readonly name: string;
  readonly text: string;
  /** The piece of the text that nobody may read. */
  readonly secret: string;
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const DIGITS = '0123456789';
const sets: Readonly<Record<string, string>> = {
  A: UPPER + LOWER + DIGITS,
  U: UPPER + DIGITS,
  L: LOWER + DIGITS,
  H: `${DIGITS}abcdef`,
  D: DIGITS,
  W: `${UPPER}${LOWER}${DIGITS}-_`,
  B: `${UPPER}${LOWER}${DIGITS}+/`,
};

/** Returns a text made by a recipe: `A36` is 36 letters of the set A, everything else is said as it is. */
function cook(random: Random, recipe: readonly string[]): string {
  const pieces = recipe.map((piece) => {
    const [, name = '', count = ''] = /^([AULHDWB])(\d+)$/.exec(piece) ?? [];
    const set = sets[name];
    if (set === undefined) return piece;
    return Array.from({ length: Number(count) }, () => set.charAt(random.below(set.length))).join('');
  });
  return pieces.join('');
}

/**
 * Forms of tokens as their makers describe them. They are in pieces, and their letters are drawn: nothing in this file
 * is or looks like a token.
 */
const tokens: readonly (readonly string[])[] = [
  ...['AKIA', 'ASIA', 'ABIA'].map((start) => [start, 'U16']),
  ...['p', 'o', 'u', 's', 'r'].map((letter) => [`gh${letter}_`, 'A36']),
  ['github', '_pat_', 'A22', '_', 'A59'],
  ...['pat', 'dt', 'rt', 'ft', 'soat', 'ptt', 'cbt', 'oas', 'agent'].map((kind) => [`gl${kind}-`, 'W40']),
  ['GR13', '48941', 'W20'],
  ['ATB', 'B', 'A32'],
  ['ATATT', '3xFfGF0', 'W180'],
  ['xoxb', '-', 'D12', '-', 'D12', '-', 'A24'],
  ['xoxp', '-', 'D12', '-', 'D12', '-', 'D12', '-', 'H32'],
  ['xapp', '-1-', 'U11', '-', 'D13', '-', 'H64'],
  ['https://hooks.', 'slack.com/services/T', 'U8', '/B', 'U10', '/', 'A24'],
  ['https://discord', '.com/api/webhooks/', 'D18', '/', 'W68'],
  ['MTA4', 'A20', '.', 'W6', '.', 'A38'],
  ['D10', ':AA', 'A33'],
  ['D9', ':', 'A35'],
  ['sk-pro', 'j-', 'W156'],
  ['sk-svc', 'acct-', 'W120'],
  ['sk-', 'A48'],
  ['sk-', 'L32'],
  ['sk-ant', '-api03-', 'W93', 'AA'],
  ['sk-or', '-v1-', 'H64'],
  ['hf', '_', 'A34'],
  ['gs', 'k_', 'A52'],
  ['xa', 'i-', 'A80'],
  ['r8', '_', 'A37'],
  ['pplx', '-', 'A48'],
  ['nvapi', '-', 'W64'],
  ['lsv2', '_pt_', 'H32', '_', 'H10'],
  ['pcs', 'k_', 'A6', '_', 'A63'],
  ['AIz', 'aSy', 'W33'],
  ['GOC', 'SPX-', 'W28'],
  ['ya29', '.', 'W60'],
  ['W3'.replace('W', 'A'), '8Q~', 'A34'],
  ['A42', '+AC', 'R', 'A6'],
  ['dop', '_v1_', 'H64'],
  ['LT', 'AI', 'A20'],
  ['HRK', 'U-', 'A36'],
  ['np', 'm_', 'A36'],
  ['pypi', '-AgEIcHlwaS5vcmc', 'W80'],
  ['ruby', 'gems_', 'H48'],
  ['oy', '2', 'L43'],
  ['dckr', '_pat_', 'W27'],
  ['CLO', 'JARS_', 'L60'],
  ['A14', '.atl', 'asv1.', 'W67'],
  ['hv', 's.', 'W92'],
  ['dp.', 'pt.', 'A43'],
  ['pu', 'l-', 'H40'],
  ['da', 'pi', 'H32'],
  ['AGE-SECRET', '-KEY-1', 'U58'],
  ['CCI', 'PAT_', 'A22', '_', 'H40'],
  ['sq', 'p_', 'H40'],
  ['11', 'H32'],
  ['AK', 'Cp', 'A69'],
  ...['sk_l', 'rk_l'].map((start) => [start, 'ive_', 'A24']),
  ['sk_t', 'est_', 'A24'],
  ['wh', 'sec_', 'A32'],
  ['sq0', 'csp-', 'W43'],
  ['shp', 'at_', 'H32'],
  ['S', 'K', 'H32'],
  ['S', 'G.', 'W22', '.', 'W43'],
  ['xkey', 'sib-', 'H64', '-', 'A16'],
  ['H32', '-u', 's12'],
  ['NR', 'AK-', 'U27'],
  ['gl', 'sa_', 'A32', '_', 'H8'],
  ['gl', 'c_', 'A60'],
  ['sntr', 'yu_', 'H64'],
  ['dt0', 'c01.', 'U24', '.', 'U64'],
  ['PM', 'AK-', 'H24', '-', 'H34'],
  ['fi', 'gd_', 'W40'],
  ['lin', '_api_', 'A40'],
  ['nt', 'n_', 'A46'],
  ['pa', 't', 'A14', '.', 'H64'],
  ['pat-', 'na1-', 'H8', '-', 'H4', '-', 'H4', '-', 'H4', '-', 'H12'],
  ['ey', 'J', 'A20', '.ey', 'J', 'A60', '.', 'W43'],
  ['-----BEGIN ', 'PRIVATE KEY-----', 'B64', '-----END ', 'PRIVATE KEY-----'],
  ['-----BEGIN OPENSSH ', 'PRIVATE KEY-----', 'B64', '-----END OPENSSH ', 'PRIVATE KEY-----'],
  ['LS0tLS1', 'CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ', 'B60'],
  ['LS0tLS1', 'CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0t', 'B60'],
  ['tskey', '-auth-', 'A12', '-', 'A32'],
  ['sb', 'p_', 'H40'],
  ['nf', 'p_', 'A36'],
];

/** Names of variables whose values are secrets. */
const names =
  'DB_PASSWORD dbPassword MYSQL_ROOT_PASSWORD LDAP_BIND_PW ADMIN_PW SIGNING_SALT HASH_SALT SECRET_KEY_BASE DJANGO_SECRET_KEY GPG_PASSPHRASE KEY_PASSPHRASE MONGO_DBPASS REDIS_PASS API_TOKEN GITHUB_TOKEN NPM_TOKEN CLIENT_SECRET OAUTH_CLIENT_SECRET SESSION_SECRET COOKIE_SECRET JWT_SECRET AWS_SECRET_ACCESS_KEY DD_API_KEY STRIPE_SECRET_KEY ENCRYPTION_KEY MASTER_KEY RAILS_MASTER_KEY ACCESS_KEY AUTH_KEY PRIVATE_KEY GIT_CREDENTIALS FTP_CREDENTIALS DB_CREDS SMTP_PASSWD BIND_PWD KEYSTORE_PASS TRUSTSTORE_PASSWORD DB_PASSWORD_PROD TOKEN_2 WEBHOOK_SECRET PASSWORD_PEPPER SHARED_KEY VAULT_TOKEN SONAR_TOKEN apiKey spring.datasource.password'.split(
    ' ',
  );

/** Texts of all kinds around a password, which stands where the `@@` is. */
const texts: readonly string[] = [
  'postgres://shop:@@@db.example.com:5432/shop',
  'mysql://root:@@@db/shop',
  'mongodb+srv://shop:@@@cluster0.example.com/shop?retryWrites=true',
  'redis://:@@@redis:6379/0',
  'amqps://shop:@@@rabbit/vhost',
  'https://robot:@@@git.example.com/shop/web.git',
  'smtp://shop%40example.com:@@@smtp.example.com:587',
  'jdbc:postgresql://db/shop?user=shop&password=@@',
  'jdbc:mysql://db:3306/shop?password=@@&useSSL=true',
  'jdbc:sqlserver://db:1433;databaseName=shop;user=sa;password=@@;encrypt=true',
  'jdbc:oracle:thin:shop/@@@db:1521:ORCL',
  'shop/@@@db.example.com:1521/ORCL',
  'shop:@@@/shop',
  'shop:@@@tcp(db:3306)/shop?parseTime=true',
  'Server=db;Database=shop;User Id=sa;Password=@@;Encrypt=true',
  'Data Source=db;Initial Catalog=shop;Uid=sa;Pwd=@@;',
  'Server=db;User=sa;Password=@@',
  'host=db user=shop password=@@ dbname=shop',
  '-Xmx1g -Djavax.net.ssl.keyStorePassword=@@ -Dfile.encoding=UTF-8',
  '-Dspring.datasource.password=@@',
  '--spring.datasource.password=@@ --server.port=8080',
  '{"user": "shop", "password": "@@"}',
  '//registry.npmjs.org/:_authToken=@@',
  'Authorization: Bearer @@',
  'Authorization: Basic @@',
  'https://api.example.com/v1?api_key=@@&page=2',
  'https://api.example.com/v1?access_token=@@',
  'org.apache.kafka.common.security.plain.PlainLoginModule required username="shop" password="@@";',
  'machine git.example.com login shop password @@',
];

/** Texts around keys that have no password in them; `B86` and the like are recipes. */
const keys: readonly {
  readonly before: string;
  readonly recipe: readonly string[];
  readonly after: string;
}[] = [
  {
    before: 'DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=',
    recipe: ['B86', '=='],
    after: ';EndpointSuffix=core.windows.net',
  },
  {
    before: 'Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=',
    recipe: ['B43', '='],
    after: '',
  },
  {
    before: 'https://shop.blob.core.windows.net/a?sv=2022-11-02&se=2027-01-01&sr=c&sp=rl&sig=',
    recipe: ['A40', '%3D'],
    after: '',
  },
  { before: 'https://', recipe: ['H32'], after: '@o123456.ingest.sentry.io/1234567' },
  { before: '{"auths":{"registry.example.com":{"auth":"', recipe: ['A32', '=='], after: '"}}}' },
];

/** Lines of scripts around a password, which stands where the `@@` is. */
const lines: readonly string[] = [
  'export DB_PASSWORD=@@',
  "DB_PASSWORD='@@' ./run.sh",
  'PGPASSWORD=@@ psql -h db -U shop',
  'MYSQL_PWD=@@ mysql -u root shop',
  'mysql -u root -p@@ shop',
  'mysql --password=@@ -e "select 1"',
  'mysqldump -h db -uroot -p"@@" shop > dump.sql',
  'mysqladmin -u root password @@',
  'mariadb -p@@ shop',
  'psql "host=db user=shop password=@@"',
  'curl -u admin:@@ https://example.com',
  'curl --user "admin:@@" https://example.com',
  'curl -uadmin:@@ https://example.com',
  'curl -H "Authorization: Bearer @@" https://example.com',
  "curl -H 'Authorization: Basic @@' https://example.com",
  'curl -H "X-Api-Key: @@" https://example.com',
  "curl -H 'PRIVATE-TOKEN: @@' https://git.example.com/api/v4/projects",
  'curl "https://example.com/?api_key=@@&x=1"',
  'wget --http-password=@@ https://example.com/a',
  'wget --header="Authorization: Bearer @@" https://example.com/a',
  'http -a admin:@@ https://example.com',
  'docker login -u robot -p @@ registry.example.com',
  'docker login --username=robot --password=@@ registry.example.com',
  'echo @@ | docker login -u robot --password-stdin registry.example.com',
  'echo "@@" | docker login --username robot --password-stdin',
  "printf '%s' '@@' | podman login --password-stdin registry.example.com",
  'docker login --password-stdin -u robot <<< @@',
  'docker build --build-arg NPM_TOKEN=@@ .',
  'docker run -e DB_PASSWORD=@@ web',
  'skopeo copy --src-creds robot:@@ docker://a docker://b',
  'helm registry login -u robot -p @@ registry.example.com',
  'helm upgrade web chart --set db.password=@@',
  'helm repo add shop https://charts.example.com --username robot --password @@',
  'kubectl create secret generic db --from-literal=password=@@',
  'kubectl create secret docker-registry r --docker-password=@@',
  'kubectl --token=@@ get pods',
  'oc login -u dev -p @@ https://cluster.example.com',
  'kubeadm join 10.0.0.1:6443 --token @@',
  'sshpass -p @@ ssh deploy@example.com',
  "sshpass -p'@@' scp a deploy@example.com:",
  'redis-cli -h redis -a @@ ping',
  'mongo -u root -p @@ shop',
  'mongodump --username root --password @@',
  'sqlplus shop/@@@ORCL @script.sql',
  'sqlplus -S shop/"@@"@//db:1521/ORCL',
  'expdp system/@@ full=y',
  'sqlcmd -S db -U sa -P @@ -Q "select 1"',
  'openssl enc -aes-256-cbc -k @@ -in a -out b',
  'openssl pkcs12 -export -passout pass:@@ -in a -out b',
  'openssl rsa -in key.pem -passin pass:@@',
  'keytool -import -keystore a.jks -storepass @@ -noprompt',
  'keytool -genkeypair -keypass @@ -alias web',
  'jarsigner -storepass @@ a.jar web',
  'htpasswd -b .htpasswd admin @@',
  'htpasswd -nbB admin @@',
  'aws configure set aws_secret_access_key @@',
  'AWS_SECRET_ACCESS_KEY=@@ aws s3 ls',
  'npm config set //registry.example.com/:_authToken @@',
  'echo "//registry.npmjs.org/:_authToken=@@" > .npmrc',
  'npm set //registry.npmjs.org/:_password=@@',
  'git clone https://robot:@@@git.example.com/shop/web.git',
  'git remote set-url origin https://oauth2:@@@git.example.com/web.git',
  'git -c http.extraheader="Authorization: Basic @@" fetch',
  'echo "https://robot:@@@git.example.com" > ~/.git-credentials',
  'twine upload -u robot -p @@ dist/*',
  'pip install --index-url https://robot:@@@pypi.example.com/simple web',
  'poetry config pypi-token.pypi @@',
  'composer config http-basic.example.com robot @@',
  'mvn -Dsonar.login=x -Dsonar.token=@@ verify',
  'gradle publish -PnexusPassword=@@',
  'nuget push a.nupkg -ApiKey @@ -Source https://nuget.example.com',
  'dotnet nuget push a.nupkg -k @@',
  'vault login @@',
  'vault kv put secret/db password=@@',
  'VAULT_TOKEN=@@ vault kv get secret/db',
  'gpg --batch --passphrase @@ --sign a',
  'ssh-keygen -t rsa -N @@ -f key',
  'zip -P @@ a.zip dist',
  '7z a -p@@ a.7z dist',
  'ldapsearch -x -D cn=admin -w @@ -b dc=example',
  'rabbitmqctl add_user shop @@',
  'echo "root:@@" | chpasswd',
  'echo @@ | sudo -S apt-get update',
  'smbclient //host/share -U robot%@@',
  'lftp -u robot,@@ ftp.example.com',
  'consul-cli --token @@ kv read a',
  'terraform apply -var db_password=@@',
  'mysql -e "CREATE USER shop IDENTIFIED BY \'@@\'"',
  'psql -c "ALTER USER shop WITH PASSWORD \'@@\'"',
  'cat > app.yml <<EOF\ndb:\n  password: @@\nEOF',
  'cat > app.properties <<EOF\ndb.password=@@\nEOF',
  'cat > app.ini <<EOF\n[db]\npassword = @@\nEOF',
  'cat > settings.xml <<EOF\n<server><password>@@</password></server>\nEOF',
  'cat > app.toml <<EOF\npassword = "@@"\nEOF',
  `echo '{"password": "@@"}' > a.json`,
  'curl -d \'{"token":"@@"}\' https://example.com',
  'export SECRET_KEY_BASE=@@',
  'ansible-playbook site.yml -e db_password=@@',
  'snyk auth @@',
  'curl -su admin:@@ https://example.com',
  'curl -b "token=@@" https://example.com',
  'curl https://api.example.com/login -d "username=a&password=@@"',
  'mount -t cifs -o username=shop,password=@@ //host/share /mnt',
  'echo "db:5432:*:shop:@@" > ~/.pgpass',
  'OPTS="-Xmx1g -Dspring.datasource.password=@@" ./run.sh',
  'bash -c "export TOKEN=@@; ./run.sh"',
  'kubectl exec pod -- mysql -uroot -p@@ -e "select 1"',
  'echo -n "@@" | base64 | docker login -u robot --password-stdin',
  'gh secret set TOKEN --body @@',
  'consul kv put shop/password @@',
  'ldapadd -x -D cn=admin -w@@ -f a.ldif',
  'jarsigner -keypass @@ a.jar web',
  'az login --service-principal -u shop -p @@ --tenant t',
  'mc alias set shop https://s3.example.com shop @@',
];

/** Returns made-up secrets of all kinds: the same ones for the same seed. */
export function madeUpSecrets(seed: number): readonly MadeUpSecret[] {
  const random = new Random(seed);
  const password = () =>
    cook(
      random,
      random.pick<readonly string[]>([
        ['A12'],
        ['L10'],
        ['A20'],
        ['L6', '_', 'A6'],
        ['A4', '!', 'A8', '+'],
        ['H24'],
        ['hunter', 'D3'],
      ]),
    );
  const around = (kind: 'text' | 'shell', text: string): MadeUpSecret => {
    const secret = password();
    return { kind, name: 'SETTING', text: text.replace('@@', () => secret), secret };
  };
  return [
    ...tokens.map((recipe): MadeUpSecret => {
      const text = cook(random, recipe);
      return { kind: 'form', name: 'SETTING', text, secret: text.slice(-12) };
    }),
    ...tokens
      .filter((_, index) => index % 4 === 0)
      .map((recipe): MadeUpSecret => {
        const text = cook(random, recipe);
        return {
          kind: 'shell',
          name: '',
          text: `deploy --with ${text} --to production`,
          secret: text.slice(-12),
        };
      }),
    ...names.map((name): MadeUpSecret => {
      const secret = password();
      return { kind: 'name', name, text: secret, secret };
    }),
    ...['APP_PIN', 'CARD_PIN'].map((name): MadeUpSecret => {
      const secret = cook(random, ['D6']);
      return { kind: 'name', name, text: secret, secret };
    }),
    ...texts.map((text) => around('text', text)),
    ...keys.map(({ before, recipe, after }): MadeUpSecret => {
      const secret = cook(random, recipe);
      return { kind: 'text', name: 'SETTING', text: before + secret + after, secret };
    }),
    ...lines.map((line) => around('shell', line)),
  ];
}
