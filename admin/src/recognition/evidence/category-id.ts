/** The id of a category's card, by which the page finds and focuses it. */
export function categoryId(category: string): string {
  return `evidence.${category}`;
}
