/** Returns the order that somebody sends; undefined for what is none. */
export function readOrder(text) {
  try {
    const { id, items } = JSON.parse(text);
    return typeof id === 'string' && Array.isArray(items) ? { id, items } : undefined;
  } catch {
    return undefined;
  }
}
