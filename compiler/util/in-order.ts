/**
 * Yields what `work` makes of each item, in the order of the items; up to `atOnce` are worked on at once, and no more results
 * wait to be taken. Work that was begun is not awaited when nobody wants more.
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  const begin = (item: T) => {
    const result = work(item);
    // Whoever leaves early hears of no failure; whoever awaits it still does.
    result.catch(() => undefined);
    begun.push(result);
  };
  for (const item of items) {
    begin(item);
    const first = begun.length >= atOnce ? begun.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const result of begun) yield await result;
}
