/** Ids that are looked up at a stretch; a statement takes so many parameters. */
const AT_ONCE = 1_000;

/** Loads the rows of many ids, some ids at a time. */
export async function inPortions<Row>(
  ids: readonly string[],
  load: (some: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    rows.push(...(await load(ids.slice(start, start + AT_ONCE))));
  }
  return rows;
}
