import { make } from './elements.ts';

/** A row of the tree: a file, or a folder with all below it. */
interface Row {
  readonly path: string;
  readonly name: string;
  readonly level: number;
  readonly isFolder: boolean;
}

/** Paths as a tree that is used with the pointer and with the keyboard, as trees of the ARIA guide are. */
export class FileTree {
  private readonly root: HTMLElement;
  private readonly choose: (path: string) => void;
  private rows: readonly Row[] = [];
  private readonly closed = new Set<string>();
  private counts = new Map<string, number>();
  private selected = '';
  private focused = '';
  private shown = '';

  constructor(root: HTMLElement, choose: (path: string) => void) {
    this.root = root;
    this.choose = choose;
    root.addEventListener('click', (event) => this.click(event));
    root.addEventListener('keydown', (event) => this.key(event));
  }

  load(paths: readonly string[]): void {
    const key = paths.join('\n');
    if (key === this.shown) return;
    this.shown = key;
    this.rows = rowsOf(paths);
    this.draw();
  }

  select(path: string): void {
    this.selected = path;
    this.focused = path;
    for (const folder of foldersOf(path)) this.closed.delete(folder);
    this.draw();
    this.item(path)?.scrollIntoView({ block: 'nearest' });
  }

  /** Says at each file how often it is among the paths, and at each closed folder how often what is below it is. */
  mark(paths: readonly string[]): void {
    const counts = new Map<string, number>();
    for (const path of paths)
      for (const each of [path, ...foldersOf(path)]) counts.set(each, (counts.get(each) ?? 0) + 1);
    this.counts = counts;
    for (const item of this.root.children) if (item instanceof HTMLElement) this.showCount(item);
  }

  private draw(): void {
    const hadFocus = this.root.contains(document.activeElement);
    const visible = this.visible();
    if (!visible.some(({ path }) => path === this.focused)) this.focused = visible[0]?.path ?? '';
    this.root.replaceChildren(...visible.map((row) => this.rowElement(row)));
    if (hadFocus) this.item(this.focused)?.focus();
  }

  private rowElement({ path, name, level, isFolder }: Row): HTMLElement {
    const item = make(
      'div',
      {
        role: 'treeitem',
        'data-path': path,
        'aria-level': String(level),
        tabindex: path === this.focused ? '0' : '-1',
        style: `padding-left:${level - 0.6}rem`,
        ...(isFolder
          ? { 'aria-expanded': String(!this.closed.has(path)) }
          : { 'aria-selected': String(path === this.selected) }),
      },
      name,
    );
    this.showCount(item);
    return item;
  }

  private showCount(item: HTMLElement): void {
    const path = item.dataset.path ?? '';
    item.querySelector('small')?.remove();
    const count = this.counts.get(path);
    item.classList.toggle('marked', count !== undefined);
    const isFile = !item.hasAttribute('aria-expanded');
    if (count !== undefined && (isFile || this.closed.has(path)))
      item.append(make('small', { 'aria-label': `${count} marked lines` }, String(count)));
  }

  private visible(): readonly Row[] {
    return this.rows.filter(({ path }) => foldersOf(path).every((folder) => !this.closed.has(folder)));
  }

  private item(path: string): HTMLElement | undefined {
    return [...this.root.children].find(
      (each): each is HTMLElement => each instanceof HTMLElement && each.dataset.path === path,
    );
  }

  private click({ target }: Event): void {
    const item = target instanceof Element ? target.closest<HTMLElement>('[role=treeitem]') : null;
    const path = item?.dataset.path;
    if (path !== undefined) this.use(path);
  }

  private use(path: string): void {
    this.focused = path;
    const row = this.rows.find((each) => each.path === path);
    if (row?.isFolder === true) this.toggle(path, this.closed.has(path));
    else if (row !== undefined) this.choose(path);
  }

  private toggle(path: string, open: boolean): void {
    if (open) this.closed.delete(path);
    else this.closed.add(path);
    this.draw();
    this.item(path)?.focus();
  }

  private key(event: KeyboardEvent): void {
    const rows = this.visible();
    const at = rows.findIndex(({ path }) => path === this.focused);
    const row = rows[at];
    if (row === undefined) return;
    const parent = foldersOf(row.path)[0];
    const isOpen = row.isFolder && !this.closed.has(row.path);
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => this.move(rows[at + 1]),
      ArrowUp: () => this.move(rows[at - 1]),
      Home: () => this.move(rows[0]),
      End: () => this.move(rows.at(-1)),
      ArrowRight: () => (row.isFolder && !isOpen ? this.toggle(row.path, true) : this.move(rows[at + 1])),
      ArrowLeft: () =>
        isOpen ? this.toggle(row.path, false) : this.move(rows.find(({ path }) => path === parent)),
      Enter: () => this.use(row.path),
      ' ': () => this.use(row.path),
    };
    const action = actions[event.key];
    if (action === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    action();
  }

  private move(row: Row | undefined): void {
    if (row === undefined) return;
    this.item(this.focused)?.setAttribute('tabindex', '-1');
    this.focused = row.path;
    const item = this.item(row.path);
    item?.setAttribute('tabindex', '0');
    item?.focus();
  }
}

/** Returns the folders of a path, the nearest first; each ends with a slash. */
function foldersOf(path: string): readonly string[] {
  const parts = path.replace(/\/$/, '').split('/').slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/')}/`);
}

function rowsOf(paths: readonly string[]): readonly Row[] {
  const rows: Row[] = [];
  const known = new Set<string>();
  for (const path of paths) {
    for (const folder of [...foldersOf(path)].reverse()) {
      if (known.has(folder)) continue;
      known.add(folder);
      rows.push({
        path: folder,
        name: lastPart(folder),
        level: foldersOf(folder).length + 1,
        isFolder: true,
      });
    }
    rows.push({ path, name: lastPart(path), level: foldersOf(path).length + 1, isFolder: false });
  }
  return rows;
}

function lastPart(path: string): string {
  return path.replace(/\/$/, '').split('/').at(-1) ?? path;
}
