/* Light or dark, as the reader chose last or as the machine is. */
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
