/** A way to give a value to a name: the group `name` of the head, then one of the groups of the value. */
export interface AssignmentForm {
  /** What every text with it has: looking for that is much cheaper. */
  readonly sign: string;
  /** One of these has every text with it, too, when its letters are small. */
  readonly words?: readonly string[];
  readonly head: RegExp;
  /** Starts where the head ends, and is only looked at when the name is one of a secret. */
  readonly value: RegExp;
  /** Whether the head itself says that the value is a secret, whatever the name is. */
  readonly isSure?: boolean;
}

const NAME = '(?<name>[A-Za-z_][\\w.-]{0,100})';
const QUOTED = `'(?<single>[^']{0,20000})'|"(?<double>(?:[^"\\\\]|\\\\.){0,20000})"`;

/** A value ends with its quote, or else with a space or a closing quote; what redirects a file is none. */
const word = new RegExp(`(?:${QUOTED}|(?<bare>[^\\s'"&;|)<>][^\\s'"&;|)]{0,20000}))`, 'y');
const quoted = new RegExp(QUOTED, 'y');
/** The rest of a line of YAML without its comment; what starts like a list or a text of several lines is none. */
const line = new RegExp(`(?:${QUOTED}|(?<bare>[^\\s'"#{[|>&*](?:[^\\n#]|(?<!\\s)#){0,20000}))`, 'y');
const bare = (letters: string) => new RegExp(`(?<bare>${letters})`, 'y');

/** Every head starts where no name can go on to the left, and all repetitions are bounded. */
export const assignmentForms: readonly AssignmentForm[] = [
  // Password=value; of a connection string
  {
    sign: '=',
    words: ['password', 'pwd', 'passwd', 'token'],
    head: /(?<=^|[;'"\s])(?<name>password|pwd|passwd|token)\s{0,3}=\s{0,3}/gi,
    value: /(?<bare>[^;'"\n]{1,400})(?=;)/y,
  },
  // NAME=value, also after `export`, `-e`, `?`, `--set`
  { sign: '=', head: new RegExp(`(?<![\\w$.{/-])${NAME}=`, 'g'), value: word },
  // name=value, of a list with commas
  { sign: ',', head: new RegExp(`(?<=,)${NAME}=`, 'g'), value: bare(`[^\\s,'"&;|)]{1,400}`) },
  // name = "value" of TOML, Python, HCL
  {
    sign: '=',
    head: new RegExp(`(?<![\\w$.{/-])${NAME}[ \\t]{0,10}:?=>?[ \\t]{0,10}(?=['"])`, 'g'),
    value: quoted,
  },
  // name = value of a properties file, on a line of its own
  {
    sign: '=',
    head: new RegExp(`^[ \\t]{0,40}${NAME}[ \\t]{1,10}=[ \\t]{1,10}`, 'gm'),
    value: /(?<bare>[^\s'"]{1,4000})(?=[ \t]{0,40}$)/my,
  },
  // --name=value, --name value, -Dname=value
  {
    sign: '-',
    head: new RegExp(`(?<![^\\s'"=(])(?:--?|-[DPe])${NAME}(?:=|[ \\t]{1,40}(?!-))`, 'g'),
    value: word,
  },
  // "name": "value" of JSON, also with escaped quotes
  {
    sign: ':',
    head: /["'](?<name>[\w.-]{1,100})\\?["']\s{0,20}(?::|=>)\s{0,20}(?=\\?["'])/g,
    value: /\\?["'](?<double>[^"'\\]{1,4000})\\?["']/y,
  },
  // name: value of YAML, on a line of its own
  { sign: ':', head: new RegExp(`^[ \\t-]{0,80}["']?${NAME}["']?:[ \\t]{1,10}`, 'gm'), value: line },
  // name: NAME and value: value below it
  {
    sign: 'value:',
    head: /\bname:[ \t]{0,10}["']?(?<name>[\w.-]{1,100})["']?[ \t,]{0,40}\r?\n?[ \t,]{0,80}value:[ \t]{0,10}/g,
    value: line,
  },
  // a header; a scheme of somebody's own stands before a variable
  {
    sign: ':',
    words: ['x-', '-key:', '-token:', '-secret:', 'authorization:', 'cookie:'],
    head: /(?<![\w-])(?<name>x-[\w-]{1,100}|[\w-]{1,40}-(?:key|token|secret)|(?:proxy-)?authorization|cookie):[ \t\\]{0,10}(?:(?:bearer|basic|token|apikey|digest|negotiate)[ \t\\]{1,10}|[a-z]{1,30}[ \t]{1,10}(?=\$))?/gi,
    value: bare(`[^'"\\s]{1,4000}`),
  },
  // an element or attribute of XML
  { sign: '</', head: /<(?<name>[\w.-]{1,100})>/g, value: /(?<bare>[^<>\s]{1,1000})(?=<\/)/y },
  { sign: 'value=', head: /\b(?:name|key)="(?<name>[\w.-]{1,100})"\s{1,20}value=/gi, value: quoted },
  // SQL
  {
    sign: "'",
    words: ['identified', 'password'],
    head: /\b(?<name>identified\s{1,10}(?:with\s{1,10}[\w']{1,40}\s{1,10})?by|(?:encrypted\s{1,10})?password)\s{1,10}/gi,
    value: /'(?<single>[^'\n]{1,400})'/y,
    isSure: true,
  },
  // .netrc and .pgpass
  {
    sign: 'login',
    head: /\blogin\s{1,10}\S{1,200}\s{1,10}(?<name>password)\s{1,10}/g,
    value: bare(`[^\\s'"]{1,400}`),
  },
  {
    sign: '.pgpass',
    head: /(?<![\w:])(?<name>[\w.*-]{1,100}):(?:\d{2,5}|\*):[\w*-]{1,60}:[\w*-]{1,60}:/g,
    value: bare(`[^\\s'":]{1,200}`),
    isSure: true,
  },
];
