import type { Tree } from '../tree.ts';

/** A folder, or Jenkins itself, without the views that are in its configuration. */
export interface SplitViews {
  readonly rest: Tree;
  readonly views: readonly { readonly name: string; readonly root: Tree }[];
}

/** The view of all jobs, which Jenkins and each folder have by themselves. */
const ALL_VIEW = 'hudson.model.AllView';

/**
 * Returns the views that a configuration holds, each as its own configuration, and what is left without them: the views
 * of a folder stand in `folderViews` (`AbstractFolder`), once in `views`, those of Jenkins in `views`.
 */
export function splitViews(root: Tree): SplitViews {
  // A view may hold views as well: those are its own.
  if (!/^hudson$|Jenkins$|[Ff]older/.test(root.name)) return { rest: root, views: [] };
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
      root: { ...view, children: view.children.filter(({ name }) => name !== 'owner' && name !== 'name') },
    }));
}

function withoutViews(views: Tree): Tree {
  return { ...views, children: views.children.filter(({ name }) => name === ALL_VIEW) };
}
