/**
 * A click listener for the capture phase of the window. The second click of a double click belongs to what the first
 * one hit: where that has made room for another button, it is stopped, so that nobody starts what they have not seen.
 */
export function makeStrayFilter(): (event: MouseEvent) => void {
  let first: Element | null = null;
  return (event) => {
    const hit = event.target instanceof Element ? event.target.closest('button') : null;
    if (event.detail < 2) first = hit;
    else if (hit !== first) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}
