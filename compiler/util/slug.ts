import { byText } from './by-text.ts';

/**
 * Returns a name as a folder or part of a Kubernetes name: lower case, `-` for every run of other characters, none
 * at the ends; letters lose their accents. A name without any letter or digit of ASCII gives `environment`. Two
 * names may give the same slug.
 */
export const slug = byText((name): string => {
  const text = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return text === '' ? 'environment' : text;
});
