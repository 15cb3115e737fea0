import { expect, it } from 'vitest';
import { ContentFit } from '../../../../src/ui/state/host/content-fit';

/** A page that shows something of a height, and what is told whenever that changes. */
function makePage(height: () => number) {
  const observers: (() => void)[] = [];
  const style = new Map<string, string>();
  const page = {
    ResizeObserver: class {
      constructor(tell: () => void) {
        observers.push(tell);
      }
      observe() {}
    },
    document: {
      documentElement: { style: { setProperty: (name: string, value: string) => style.set(name, value) } },
      getElementById: () => ({ getBoundingClientRect: () => ({ height: height() }) }),
    },
  } as unknown as Window & typeof globalThis;
  return { page, style, change: () => observers.forEach((tell) => tell()) };
}

it('tells a height once, however often the host asks for it', () => {
  const heights: number[] = [];
  const { page, style, change } = makePage(() => 480.2);
  const fit = new ContentFit(page, (height) => heights.push(height));
  change();
  expect(heights).toEqual([]);
  fit.begin();
  fit.begin();
  change();
  expect(heights).toEqual([481]);
  expect(style.get('--page-height')).toBe('0px');
});
