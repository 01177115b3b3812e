import { type Saving, savedXml, withFolderViews } from './saved-xml.ts';

/** A job, folder or multibranch project of a Jenkins of ours. */
export interface ModelItem {
  readonly class: string;
  /** As it would be printed: in the form that Jenkins saves. */
  xml: string;
  /** What stands on the disk, as long as that is what `createItem` was sent. */
  disk?: string;
  /** Counts what was saved of it by requests. */
  saves?: number;
  /** Whether a build of it runs. */
  isBuilding?: boolean;
  /** Made as a copy and not saved since. */
  isHeld?: boolean;
  /** Its builds, which go with it. */
  builds?: number;
  /** The view that is shown first; the first one when absent. */
  primaryView?: string;
  /** What is in it; undefined for what holds no items. */
  readonly children?: Map<string, ModelItem>;
  readonly views: Map<string, ModelView>;
  readonly credentials: Map<string, ModelCredential[]>;
  /** Who alone may see it; everyone when absent. */
  readonly onlyFor?: string;
}

/** A view. */
export interface ModelView {
  readonly class: string;
  xml: string;
}

/** A credential; what is in it is not there at all. */
export interface ModelCredential {
  readonly id: string;
  readonly typeName: string;
  readonly description: string;
}

/** Permissions, as far as a test cares. */
export type Right =
  | 'Overall/Administer'
  | 'Overall/Manage'
  | 'Overall/Read'
  | 'Job/Build'
  | 'Job/Delete'
  | 'Job/Discover'
  | 'Job/Move'
  | 'Job/Read'
  | 'Job/Configure'
  | 'Job/ExtendedRead'
  | 'Job/Create'
  | 'View/Create'
  | 'View/Configure'
  | 'View/Delete'
  | 'Credentials/View';

/** Somebody who may log in, with a token or a password. */
export interface ModelUser {
  readonly token: string;
  readonly password?: string;
  readonly rights: ReadonlySet<Right>;
}

export const allRights: ReadonlySet<Right> = new Set<Right>([
  'Overall/Administer',
  'Overall/Manage',
  'Overall/Read',
  'Job/Build',
  'Job/Delete',
  'Job/Move',
  'Job/Read',
  'Job/Configure',
  'Job/Create',
  'View/Create',
  'View/Configure',
  'View/Delete',
  'Credentials/View',
]);

const FOLDER = 'com.cloudbees.hudson.plugins.folder.Folder';
const classes: Readonly<Record<string, string>> = {
  project: 'hudson.model.FreeStyleProject',
  'matrix-project': 'hudson.matrix.MatrixProject',
  'flow-definition': 'org.jenkinsci.plugins.workflow.job.WorkflowJob',
};

/** What makes its items by itself. */
function isComputed(root: string): boolean {
  return /MultiBranchProject$|OrganizationFolder$/.test(root);
}

/** A Jenkins: what it has, and who may see it. */
export class JenkinsModel {
  readonly root: ModelItem = {
    class: 'hudson.model.Hudson',
    xml: '',
    children: new Map(),
    views: new Map(),
    credentials: new Map(),
  };
  readonly users = new Map<string, ModelUser>();
  readonly plugins: { shortName: string; version: string; enabled: boolean }[] = [];
  readonly nodes: { displayName: string; labels: string[] }[] = [
    { displayName: 'Built-In Node', labels: ['built-in'] },
  ];
  version = '2.579';
  systemMessage: string | null = null;
  quietingDown = false;
  /** How many of the next requests are answered with 503, as after `reload`. */
  unready = 0;
  /** Plugins that are not installed, though others of the table are (`saved-xml.ts`), by their ids. */
  without: ReadonlySet<string> = new Set();
  /** What is told as the time of the server, in milliseconds; that of the machine when absent. */
  clock: (() => number) | undefined;
  /** What each encrypted text was; the same text becomes another one each time. */
  readonly secrets = new Map<string, string>();
  /** What one may without a login. */
  anonymous: ReadonlySet<Right> = new Set();

  constructor() {
    this.users.set('admin', { token: '11aaaa', password: 'secret-password', rights: allRights });
    this.root.credentials.set('_', []);
    this.addView(
      'all',
      'hudson.model.AllView',
      '<hudson.model.AllView><name>all</name></hudson.model.AllView>',
    );
  }

  /** How a text that was sent is read. */
  get saving(): Saving {
    return { without: this.without, dropsUnknown: true, encrypt: (text) => this.encrypt(text) };
  }

  /** What is encrypted already stays; what only looks so is encrypted. */
  private encrypt(text: string): string {
    if (this.secrets.has(text) || /^\{AQA[A-Za-z0-9+/]{10,}={0,2}\}$/.test(text)) return text;
    const made = `{AQAAABAAAAAQ${btoa(`secret-${this.secrets.size}`)}}`;
    this.secrets.set(made, text);
    return made;
  }

  /** Returns what a GET of the configuration of an item gives. */
  printed(item: ModelItem): string {
    if (item.views.size === 0 || item.class !== FOLDER) return item.xml;
    const views = [...item.views].map(([name, { xml }]) => [name, xml] as const);
    return withFolderViews(item.xml, { views, primary: this.primaryOf(item) ?? '' });
  }

  /** Returns the name of the view that is shown first. */
  primaryOf({ views, primaryView }: ModelItem): string | undefined {
    return primaryView !== undefined && views.has(primaryView) ? primaryView : [...views.keys()][0];
  }

  /** Makes a job, and the folders above it; the configuration is kept in the form that Jenkins saves. */
  addJob(fullName: string, xml: string, more: Partial<ModelItem> = {}): ModelItem {
    const saved = savedXml(xml);
    if (saved === undefined) throw new Error(`the configuration of ${fullName} is no XML`);
    const root = /<([\w.-]+)/.exec(saved.replace(/<\?.*?\?>/, ''))?.[1] ?? '';
    return this.add(fullName, {
      class: classes[root] ?? root,
      xml: saved,
      views: new Map(),
      credentials: new Map(root === FOLDER ? [['_', []]] : []),
      ...(root === FOLDER || isComputed(root) ? { children: new Map() } : {}),
      ...more,
    });
  }

  /** Makes a folder; one that is there stays. */
  addFolder(fullName: string, more: Partial<ModelItem> = {}): ModelItem {
    const known = this.find(fullName);
    if (known !== undefined) return known;
    return this.add(fullName, {
      class: FOLDER,
      xml: savedXml(`<${FOLDER}><actions/><properties/></${FOLDER}>`) ?? '',
      children: new Map(),
      views: new Map(),
      credentials: new Map([['_', []]]),
      ...more,
    });
  }

  /** Makes a multibranch project with its branches, which Jenkins computes. */
  addMultibranch(fullName: string, branches: readonly string[]): ModelItem {
    const name = 'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject';
    const item = this.add(fullName, {
      class: name,
      xml: savedXml(`<${name}><sources/></${name}>`) ?? '',
      children: new Map(),
      views: new Map(),
      credentials: new Map(),
    });
    for (const branch of branches) this.addJob(`${fullName}/${branch}`, '<flow-definition/>');
    return item;
  }

  addView(name: string, kind: string, xml: string, folder = ''): void {
    this.find(folder)?.views.set(name, { class: kind, xml: savedXml(xml, { viewName: name }) ?? '' });
  }

  /** Returns what has a full name; the root for the empty one. */
  find(fullName: string): ModelItem | undefined {
    let item: ModelItem | undefined = this.root;
    for (const name of fullName === '' ? [] : fullName.split('/')) item = item?.children?.get(name);
    return item;
  }

  private add(fullName: string, item: ModelItem): ModelItem {
    const at = fullName.lastIndexOf('/');
    const parent = at === -1 ? this.root : this.addFolder(fullName.slice(0, at));
    parent.children?.set(fullName.slice(at + 1), item);
    return item;
  }
}
