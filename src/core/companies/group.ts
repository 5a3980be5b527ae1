/** Companies that own companies: a tree, never a ring. */

/** Company → its parent. */
export type Parents = ReadonlyMap<string, string>;

/** The company and all above it, nearest first. Ends at what it has seen before, so that a ring that should not be ends too. */
export function upwards(parents: Parents, company: string): string[] {
  const line: string[] = [];
  for (let at: string | undefined = company; at !== undefined && !line.includes(at); at = parents.get(at)) line.push(at);
  return line;
}

/** Whether a company would come to lie above itself. */
export function wouldClose(parents: Parents, company: string, parent: string): boolean {
  return upwards(parents, parent).includes(company);
}
