import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(new URL('../../../src/ui/styles/tokens.css', import.meta.url), 'utf8');

/** The colours of the rule with this selector. */
function coloursOf(selector: string): Record<string, string> {
  const start = tokens.indexOf(`${selector} {`);
  const rule = tokens.slice(start, tokens.indexOf('}', start));
  return Object.fromEntries(
    [...rule.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio. */
function contrast(first: string, second: string): number {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const modes = {
  light: coloursOf("[data-theme='light']"),
  dark: coloursOf("[data-theme='dark']"),
};

describe.each(Object.entries(modes))('in the %s mode', (_mode, colours) => {
  const texts = ['ink', 'ink-muted', 'accent', 'holdout', 'good', 'warn', 'bad'];
  const grounds = ['surface', 'surface-raised'];
  const pairs = texts.flatMap((text) => grounds.map((ground) => [text, ground] as const));

  it.each([...pairs, ['accent-ink', 'accent'], ['ink', 'accent-soft'], ['surface-raised', 'ink']] as const)(
    '%s on %s can be read as text (4.5:1)',
    (text, ground) => {
      expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('the synthetic outline stands out from the real fill (3:1)', () => {
    expect(contrast(colours.accent, colours.real)).toBeGreaterThanOrEqual(3);
  });
});

it('the system’s dark mode and the chosen one are the same', () => {
  expect(coloursOf(":root:not([data-theme='light'])")).toEqual(modes.dark);
});

it('computes the published contrast of black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
});
