/**
 * Returns the HTML of the search box of a page; it stays hidden without JavaScript. `up` is the way to the folder of
 * the site, where `search.js` is.
 */
export function searchBox(up: '' | '../'): string {
  const label = 'Search guides, fields, findings, commands';
  return `<div class="search" role="search" hidden><input id="search" type="search" data-up="${up}" placeholder="Search ( / )" aria-label="${label}" role="combobox" aria-expanded="false" aria-controls="results" aria-autocomplete="list" autocomplete="off" spellcheck="false"><ul id="results" role="listbox" aria-label="Results" hidden></ul><p id="nothing" role="status" hidden></p></div>`;
}
