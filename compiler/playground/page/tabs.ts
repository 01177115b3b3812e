import { button } from './elements.ts';

/** One tab: what it is called here and on the page, and the panel that it shows. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  /** What stands behind the label, such as the number of findings. */
  readonly note?: string;
}

/** Shows tabs in a list; all of them are about one panel. Arrow keys go from one to the next. */
export function showTabs(
  list: HTMLElement,
  tabs: readonly Tab[],
  selected: string,
  { panel, choose }: { readonly panel: string; readonly choose: (id: string) => void },
): void {
  const hadFocus = list.contains(document.activeElement);
  list.replaceChildren(
    ...tabs.map(({ id, label, note = '' }) => {
      const isSelected = id === selected;
      const made = button(label, () => choose(id), {
        role: 'tab',
        'data-tab': id,
        'aria-selected': String(isSelected),
        'aria-controls': panel,
        tabindex: isSelected ? '0' : '-1',
      });
      if (note !== '') {
        const small = document.createElement('small');
        small.textContent = note;
        made.append(' ', small);
      }
      return made;
    }),
  );
  list.onkeydown = ({ key }) => {
    const at = tabs.findIndex(({ id }) => id === selected);
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (step !== 0 && next !== undefined) choose(next.id);
  };
  const current = list.querySelector<HTMLElement>('[aria-selected=true]');
  if (hadFocus) current?.focus();
}
