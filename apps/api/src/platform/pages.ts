// A list of the database as pages, the next of which is read while one is worked on: the database and we work side by side.

/**
 * @param pageAfter the entries after a position; none means the end. Reads at most one page ahead.
 */
export async function* pagesOf<T extends { position: number }>(
  pageAfter: (position: number) => Promise<T[]>,
): AsyncGenerator<T[]> {
  let next = pageAfter(-1);
  for (;;) {
    const page = await next;
    const last = page.at(-1);
    if (!last) return;
    next = pageAfter(last.position);
    // Heard when it is awaited, if it ever is: whoever takes the pages may have enough of them.
    next.catch(() => undefined);
    yield page;
  }
}
