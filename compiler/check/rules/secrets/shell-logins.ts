/** What a command takes as a secret. Options that say it by their name, such as `--password`, need no entry. */
export interface CommandLogin {
  readonly commands: readonly string[];
  /** Only behind this word. */
  readonly verb?: string;
  /** Only with such an option. */
  readonly flag?: RegExp;
  /** Options whose next word is a secret. */
  readonly options?: readonly string[];
  /** Options whose next word is a secret when it does not look like a name. */
  readonly unsure?: readonly string[];
  /** Options that a secret follows without a space. */
  readonly glued?: readonly string[];
  /** Options whose next word is a user, one letter and a password. */
  readonly pairs?: { readonly options: readonly string[]; readonly between: string };
  /** The word that is a secret, counted behind the verb or the command without options; -1 is the last one. */
  readonly word?: number;
  /** A word that has a secret in it, as the group `secret`. */
  readonly mark?: RegExp;
}

const mysql =
  'mysql mysqldump mysqladmin mysqlimport mysqlcheck mysqlshow mysqlsh mariadb mariadb-dump mariadb-admin';
const mongo =
  'mongo mongosh mongodump mongorestore mongoexport mongoimport cqlsh cypher-shell clickhouse-client';
const oracle = 'sqlplus sqlldr sqlcl expdp impdp rman';
const ldap = 'ldapsearch ldapadd ldapmodify ldapdelete ldapwhoami ldapcompare ldappasswd';

const words = (text: string) => text.split(' ');
const colon = (text: string) => ({ options: words(text), between: ':' });

/** Commands that take secrets as words, from general knowledge of their options. */
export const commandLogins: readonly CommandLogin[] = [
  {
    commands: words('docker podman nerdctl buildah skopeo helm oras crane regctl oc cf az'),
    verb: 'login',
    options: ['-p'],
  },
  { commands: words('skopeo buildah podman'), pairs: colon('--creds --src-creds --dest-creds') },
  { commands: words(mysql), glued: ['-p'] },
  { commands: words(mysql), unsure: ['-p'] },
  { commands: ['openssl'], verb: 'passwd', word: 0 },
  { commands: ['gh'], verb: 'secret', options: ['-b', '--body'] },
  { commands: ['mysqladmin'], verb: 'password', word: 0 },
  { commands: words(`sshpass twine influx arangosh ${mongo}`), options: ['-p', '-password'] },
  { commands: words(`sshpass ${mongo}`), glued: ['-p'] },
  {
    commands: words('redis-cli redis-benchmark valkey-cli keydb-cli'),
    options: ['-a', '--pass'],
    glued: ['-a'],
  },
  { commands: ['openssl'], options: ['-k', '-K'], mark: /^pass:(?<secret>.+)$/ },
  {
    commands: words('keytool jarsigner'),
    options: words('-storepass -keypass -srcstorepass -deststorepass -srckeypass -destkeypass -new'),
  },
  { commands: ['apksigner'], mark: /^pass:(?<secret>.+)$/ },
  { commands: words(oracle), mark: /^(?:userid=|target=)?[\w$.#-]+\/(?<secret>[^@/\s]+)(?:@.*)?$/ },
  {
    commands: words('sqlcmd bcp osql mosquitto_pub mosquitto_sub ipmitool zip unzip mssql-cli'),
    options: ['-P'],
  },
  { commands: words('sqlcmd bcp osql zip unzip'), glued: ['-P'] },
  { commands: words('7z 7za 7zr rar unrar'), glued: ['-p'] },
  { commands: ['htpasswd'], flag: /^-[a-zA-Z]*b/, word: -1 },
  { commands: words(ldap), options: ['-w'], glued: ['-w'] },
  { commands: ['ldappasswd'], options: ['-s', '-a'] },
  { commands: ['ssh-keygen'], options: ['-N', '-P'] },
  { commands: ['curl'], pairs: colon('-u --user -U --proxy-user'), glued: [] },
  { commands: words('http https xh'), pairs: colon('-a --auth') },
  { commands: words('ab hey siege'), pairs: colon('-A -a') },
  { commands: words('wget aria2c httpie nexus'), pairs: colon('-u --user') },
  { commands: words('smbclient rpcclient smbget'), pairs: { options: ['-U', '--user'], between: '%' } },
  { commands: ['lftp'], pairs: { options: ['-u', '--user'], between: ',' } },
  { commands: words('nuget dotnet choco'), options: words('-Password -ApiKey -k') },
  { commands: words('plink pscp psftp putty'), options: ['-pw'] },
  { commands: ['rabbitmqctl'], verb: 'add_user', word: 1 },
  { commands: ['rabbitmqctl'], verb: 'change_password', word: 1 },
  { commands: ['rabbitmqctl'], verb: 'authenticate_user', word: 1 },
  { commands: words('vault wandb cargo'), verb: 'login', word: 0 },
  { commands: words('vault'), verb: 'unseal', word: 0 },
  { commands: words('ngrok'), verb: 'authtoken', word: 0 },
  { commands: words('ngrok'), verb: 'add-authtoken', word: 0 },
  { commands: words('snyk'), verb: 'auth', word: 0 },
  { commands: ['mc'], verb: 'set', word: 3 },
  { commands: words('useradd usermod'), options: ['-p'] },
  { commands: ['wpa_passphrase'], word: 1 },
  { commands: words('xfreerdp mstsc'), mark: /^\/p:(?<secret>.+)$/ },
];

/** Commands that keep settings: `aws configure set <name> <value>`. */
export const settingCommands: ReadonlySet<string> = new Set(
  words(
    'aws npm yarn pnpm pip git poetry gcloud pulumi doctl composer bundle jf s3cmd flyctl conda twine consul etcdctl rclone',
  ),
);

/** Words that say that a setting comes next. */
export const settingVerbs: ReadonlySet<string> = new Set(words('config configure set put create'));

/** What reads a password from its standard input. */
export const readsPassword =
  /^(?:--?(?:\w+-)*(?:password|passphrase|token|pass)-(?:stdin|fd)(?:=.*)?|--stdin|--with-token|passwd|chpasswd|kinit|cryptsetup)$/;
