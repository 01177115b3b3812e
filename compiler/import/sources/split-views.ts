import type { Tree } from '../tree.ts';

/** A folder, or Jenkins itself, without the views that are in its configuration. */
export interface SplitViews {
  readonly rest: Tree;
  /** `element` is how the view is called where it stands. */
  readonly views: readonly { readonly name: string; readonly root: Tree; readonly element: string }[];
}

/** The view of all jobs, which Jenkins and each folder have by themselves. */
const ALL_VIEW = 'hudson.model.AllView';

/** What Jenkins calls classes in its own configuration alone (core, `Jenkins.XSTREAM`; `view` before 1.75). */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['listView', 'hudson.model.ListView'],
  ['view', 'hudson.model.ListView'],
]);

/** Whether a configuration is that of Jenkins itself, whose class has two short names as well. */
export function isOfJenkins({ name }: Tree): boolean {
  return name === 'hudson' || name === 'jenkins' || name === 'jenkins.model.Jenkins';
}

/**
 * Returns the views that a configuration holds, each as its own configuration, and what is left without them: the views
 * of a folder stand in `folderViews` (`AbstractFolder`), once in `views`, those of Jenkins in `views`.
 */
export function splitViews(root: Tree): SplitViews {
  // A view may hold views as well: those are its own.
  if (!isOfJenkins(root) && !/[Ff]older/.test(root.name)) return { rest: root, views: [] };
  const views = root.children.flatMap((child) => {
    if (child.name === 'views') return viewsIn(child);
    if (child.name !== 'folderViews') return [];
    return child.children.flatMap((inner) => (inner.name === 'views' ? viewsIn(inner) : []));
  });
  if (views.length === 0) return { rest: root, views };
  const children = root.children.map((child) => {
    if (child.name === 'views') return withoutViews(child);
    if (child.name !== 'folderViews') return child;
    return {
      ...child,
      children: child.children.map((inner) => (inner.name === 'views' ? withoutViews(inner) : inner)),
    };
  });
  return { rest: { ...root, children }, views };
}

function viewsIn({ children }: Tree): SplitViews['views'] {
  return children
    .filter(({ name }) => name !== ALL_VIEW)
    .map((view) => ({
      name: view.children.find(({ name }) => name === 'name')?.text ?? '',
      // Who has the view says where it stands, and by which name.
      root: {
        ...view,
        name: SHORT_NAMES.get(view.name) ?? view.name,
        children: view.children.filter(({ name }) => name !== 'owner' && name !== 'name'),
      },
      element: view.name,
    }));
}

function withoutViews(views: Tree): Tree {
  return { ...views, children: views.children.filter(({ name }) => name === ALL_VIEW) };
}
