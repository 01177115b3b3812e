import MiniSearch from 'minisearch';

const root = document.documentElement;
const theme = document.querySelector('#theme');
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
function setTheme(name) {
  root.dataset.theme = name;
  theme.textContent = name === 'dark' ? 'Light' : 'Dark';
  try {
    localStorage.setItem('bitesize-theme', name);
  } catch {
    // A page opened from a file may have no storage; the choice then lasts until the page is closed.
  }
}
function storedTheme() {
  try {
    return localStorage.getItem('bitesize-theme');
  } catch {
    return null;
  }
}
theme.hidden = false;
setTheme(storedTheme() ?? (dark ? 'dark' : 'light'));
theme.addEventListener('click', () => setTheme(root.dataset.theme === 'dark' ? 'light' : 'dark'));

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
if (input !== null) startSearch(input, document.querySelector('#results'));

function startSearch(box, list) {
  let index;
  let selected = -1;
  box.parentElement.hidden = false;
  const makeIndex = () => {
    const documents = [...document.querySelectorAll('article[id]')].map((article) => ({
      id: article.id,
      path: article.querySelector('h3').textContent,
      name: article.id.split(/[./]/).at(-1),
      text: article.querySelector('p.about')?.textContent ?? '',
    }));
    const made = new MiniSearch({ fields: ['name', 'path', 'text'], storeFields: ['path', 'text'] });
    made.addAll(documents);
    return made;
  };
  const find = (words) => {
    index ??= makeIndex();
    const dotted = words.trim().replace(/^#/, '');
    const found = index.search(words, {
      prefix: true,
      fuzzy: 0.25,
      boost: { name: 4, path: 2 },
      combineWith: 'AND',
    });
    const exact = found.filter(({ id }) => id === dotted || id.endsWith(`.${dotted}`));
    return [...exact, ...found.filter((each) => !exact.includes(each))].slice(0, 12);
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
  const close = () => {
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
  };
  const go = (option) => {
    if (option === undefined) return;
    location.hash = option.dataset.anchor;
    close();
    box.blur();
  };
  box.addEventListener('input', () => {
    if (box.value.trim() === '') return close();
    const found = find(box.value);
    list.replaceChildren(
      ...found.map(({ id, path, text }, position) => {
        const option = document.createElement('li');
        option.id = `result-${position}`;
        option.setAttribute('role', 'option');
        option.dataset.anchor = id;
        const about = document.createElement('small');
        about.textContent = text;
        option.append(path, about);
        return option;
      }),
    );
    list.hidden = found.length === 0;
    box.setAttribute('aria-expanded', String(found.length > 0));
    select(0);
  });
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
