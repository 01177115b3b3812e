import './theme.js';
import { createSearch } from '../search/search.ts';

for (const block of document.querySelectorAll('pre')) block.tabIndex = 0;
document.addEventListener('click', async ({ target }) => {
  if (!(target instanceof HTMLButtonElement) || target.dataset.copy === undefined) return;
  const text = target.parentElement.querySelector('pre').textContent;
  try {
    await navigator.clipboard.writeText(text);
    target.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(target.parentElement.querySelector('pre'));
    target.textContent = 'Selected';
  }
});
for (const code of document.querySelectorAll('.code')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.copy = '';
  button.textContent = 'Copy';
  code.append(button);
}

const input = document.querySelector('#search');
if (input !== null)
  startSearch(input, document.querySelector('#results'), document.querySelector('#nothing'));

/** Marks where the reader is in the list at the side: the place itself, or what holds it. */
function showPlace() {
  const side = document.querySelector('.side');
  if (side === null || location.hash === '') return;
  let name = decodeURIComponent(location.hash.slice(1));
  let link = null;
  while (link === null && name !== '') {
    link = side.querySelector(`a[href="#${CSS.escape(name)}"]`);
    name = /^(.*)(?:\.|--)/.exec(name)?.[1] ?? '';
  }
  if (link === null) return;
  for (const old of side.querySelectorAll('[aria-current="true"]')) old.removeAttribute('aria-current');
  link.setAttribute('aria-current', 'true');
  const group = link.closest('details');
  if (group !== null) group.open = true;
  side.scrollTop +=
    link.getBoundingClientRect().top - side.getBoundingClientRect().top - side.clientHeight / 3;
}
showPlace();
addEventListener('hashchange', showPlace);

function startSearch(box, list, nothing) {
  let index;
  let selected = -1;
  const { up } = box.dataset;
  const kinds = { guide: 'Guide', field: 'Field', finding: 'Finding', command: 'Command' };
  box.parentElement.hidden = false;
  const load = () => {
    if (index !== undefined || document.querySelector('#search-index') !== null) return;
    const script = document.createElement('script');
    script.id = 'search-index';
    script.src = `${up}search.js`;
    script.addEventListener('load', () => {
      index = createSearch(globalThis.bitesizeSearch);
      show();
    });
    script.addEventListener('error', () =>
      say('The search needs the file search.js of the site beside this page.'),
    );
    document.head.append(script);
  };
  const select = (next) => {
    const options = [...list.children];
    selected = Math.max(0, Math.min(options.length - 1, next));
    for (const [position, option] of options.entries())
      option.setAttribute('aria-selected', position === selected);
    const option = options[selected];
    if (option === undefined) return box.removeAttribute('aria-activedescendant');
    box.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };
  const say = (text) => {
    nothing.textContent = text;
    nothing.hidden = text === '';
  };
  const close = () => {
    list.hidden = true;
    say('');
    box.setAttribute('aria-expanded', 'false');
  };
  const go = (option) => {
    if (option === undefined) return;
    close();
    box.blur();
    location.href = `${up}${option.dataset.address}`;
  };
  const show = () => {
    const words = box.value.trim();
    if (words === '') return close();
    if (index === undefined) return load();
    const found = index(words).slice(0, 12);
    list.replaceChildren(
      ...found.map(({ kind, address, title, text }, position) => {
        const option = document.createElement('li');
        option.id = `result-${position}`;
        option.setAttribute('role', 'option');
        option.dataset.address = address;
        const about = document.createElement('small');
        about.textContent = `${kinds[kind]} · ${text}`;
        option.append(title, about);
        return option;
      }),
    );
    list.hidden = found.length === 0;
    say(
      found.length > 0
        ? ''
        : `Nothing fits “${words}”. Try fewer or other words, the name of a field (replicas), the code of a finding (check/host) or a command (diff).`,
    );
    box.setAttribute('aria-expanded', String(found.length > 0));
    select(0);
  };
  box.addEventListener('focus', load);
  box.addEventListener('input', show);
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    go(event.target.closest('[role=option]'));
  });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      select(selected + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      go(list.hidden ? undefined : list.children[selected]);
    } else if (event.key === 'Escape') {
      box.value = '';
      close();
      box.blur();
    }
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey;
    if (event.key !== '/' || typing) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
