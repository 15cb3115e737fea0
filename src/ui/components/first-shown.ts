/** How many of a long list are shown before it is asked for: where it is one column wide, half as many as elsewhere. */
export function firstShown(many: number): number {
  return window.innerWidth < 720 ? Math.ceil(many / 2) : many;
}
