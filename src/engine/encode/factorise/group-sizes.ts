/** Columns of more released categories than this are learnt in two parts. */
export const mostWholeCategories = 200;

/** How many groups to part categories into, and how many members a group may have. */
export interface GroupSizes {
  readonly groups: number;
  readonly mostMembers: number;
}

/** Of groups and of members about as many, so that the network grows with the root of the categories. */
export function chooseSizes(categories: number): GroupSizes {
  const root = Math.sqrt(categories);
  return { groups: Math.ceil(2 * root), mostMembers: Math.ceil(1.5 * root) };
}
