/**
 * Returns the quantity of Kubernetes that a text stands for without doubt, or undefined: `512MB` is `512M`, `1,5 GiB` is
 * `1.5Gi`, `100 m` of CPU is `100m`. A comma before three digits may part thousands, so it is left alone.
 */
export function meantQuantity(text: string, unit: 'cpu' | 'bytes'): string | undefined {
  const match = /^(\d+(?:[.,]\d+)?)\s*([A-Za-z]*)$/.exec(text.trim());
  if (match === null) return undefined;
  const [, digits = '', word = ''] = match;
  if (/,\d{3}$/.test(digits)) return undefined;
  const suffix = unit === 'cpu' ? cpuSuffix(word) : byteSuffix(word);
  return suffix === undefined ? undefined : digits.replace(',', '.') + suffix;
}

function cpuSuffix(word: string): string | undefined {
  if (/^(cores?|v?cpus?)?$/i.test(word)) return '';
  return /^(m|milli|millicores?)$/.test(word) ? 'm' : undefined;
}

function byteSuffix(word: string): string | undefined {
  if (/^(b|bytes?)$/i.test(word)) return '';
  const [, letter, binary] = /^([kmgtpe])(i?)(?:b|bytes?)?$/i.exec(word) ?? [];
  if (letter === undefined) return undefined;
  if (binary !== '') return `${letter.toUpperCase()}i`;
  return /k/i.test(letter) ? 'k' : letter.toUpperCase();
}
