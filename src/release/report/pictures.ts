import { roundPixel, stepPath } from '../../evaluation/bin-shapes';
import type { Figure } from '../../evaluation/evidence';
import { plainFigure } from '../plain-figures';
import type { ColumnShape } from './column-shape';
import { html, type Markup } from './markup';
import { reportWords } from './words';

const width = 264;

/** A column's shape: real filled, synthetic outlined, held-out rows dashed; as bars with their names for categories. */
export function shapePicture(shape: ColumnShape): Markup {
  return shape.type === 'numeric' ? areaPicture(shape) : barsPicture(shape);
}

function areaPicture({
  name,
  edges,
  ends,
  real,
  synthetic,
  holdout,
}: ColumnShape & { type: 'numeric' }): Markup {
  const ground = 84;
  const densities = [real, synthetic, holdout].map((shares) => shares && densityOf(shares, edges));
  const most = Math.max(...densities.flatMap((heights) => heights ?? []), Number.MIN_VALUE);
  const at = edges.map((edge) => edge * width);
  const path = (heights: number[] | null) =>
    heights &&
    stepPath(
      at,
      heights.map((height) => ground - (height / most) * (ground - 4)),
      ground,
    );
  const [filled, outlined, dashed] = densities.map(path);
  const title = reportWords().shapeOf(name);
  return html`<svg class="shape" viewBox="0 0 ${width} 102" role="img" aria-label="${title}">
    <path class="real" d="${filled}" />
    ${dashed && html`<path class="holdout" d="${dashed}" />`}
    <path class="synthetic" d="${outlined}" />
    <path class="axis" d="M0,${ground}H${width}" />
    <text x="0" y="98">${ends[0]}</text>
    <text x="${width}" y="98" text-anchor="end">${ends[1]}</text>
  </svg>`;
}

/** Heights whose areas are the shares. */
function densityOf(shares: readonly number[], edges: readonly number[]): number[] {
  return shares.map((share, bin) => share / Math.max(edges[bin + 1] - edges[bin], 1e-6));
}

const row = 17;
const labelWidth = 96;

function barsPicture({ name, labels, real, synthetic, holdout }: ColumnShape & { type: 'category' }): Markup {
  const most = Math.max(...real, ...synthetic, ...(holdout ?? []), Number.MIN_VALUE);
  const to = (share: number) => roundPixel(labelWidth + (share / most) * (width - labelWidth - 1));
  const bars = labels.map((label, bin) => {
    const top = bin * row;
    const end = to(synthetic[bin]);
    return html`<text x="0" y="${top + 12}">${shorten(label)}</text>
      <path class="real" d="M${labelWidth},${top + 3}H${to(real[bin])}v11H${labelWidth}Z" />
      ${holdout && html`<path class="holdout" d="M${to(holdout[bin])},${top + 1}v15" />`}<path
        class="synthetic"
        d="M${labelWidth},${top + 3}H${end}v11H${labelWidth}"
      />`;
  });
  return html`<svg
    class="shape"
    viewBox="0 0 ${width} ${labels.length * row + 2}"
    role="img"
    aria-label="${reportWords().sharesOf(name)}"
  >
    ${bars}
  </svg>`;
}

function shorten(label: string): string {
  const characters = [...label];
  return characters.length > 15 ? `${characters.slice(0, 14).join('').trimEnd()}…` : label;
}

/** What a figure is shown beside. */
export interface ScaledFigure {
  readonly name: string;
  readonly range: readonly [number, number];
  readonly ideal: number;
  readonly synthetic: Figure;
  readonly holdout: Figure | null;
}

/** One figure with its interval on a scale that has the ideal and the held-out rows' own figure. */
export function scalePicture(finding: ScaledFigure): Markup | null {
  const { synthetic, holdout, ideal } = finding;
  if (!Number.isFinite(synthetic.value)) return null;
  const [low, high] = spanOf(finding);
  const [first, last] = [8, 212];
  const x = (value: number) =>
    roundPixel(first + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (last - first));
  const { interval, value } = synthetic;
  return html`<svg
    class="scale"
    viewBox="0 0 220 34"
    role="img"
    aria-label="${reportWords().onScale(finding.name, plainFigure(low), plainFigure(high))}"
  >
    <path class="axis" d="M${first},14H${last}" />
    ${ideal >= low && ideal <= high && html`<path class="ideal" d="M${x(ideal)},9v10" />`}
    ${holdout && Number.isFinite(holdout.value) && html`<path class="holdout" d="M${x(holdout.value)},3v22" />`}
    ${interval && html`<path class="interval" d="M${x(interval.low)},14H${x(interval.high)}" />`}
    <circle class="dot" cx="${x(value)}" cy="14" r="4.5" />
    <text x="${first - 6}" y="32">${endText(low)}</text>
    <text x="${last + 6}" y="32" text-anchor="end">${endText(high)}</text>
  </svg>`;
}

function endText(value: number): string {
  return plainFigure(Number(value.toPrecision(2)));
}

/** A part of the range that has everything shown, with room on both sides. */
function spanOf({ range, ideal, synthetic, holdout }: ScaledFigure): [number, number] {
  const shown = [
    synthetic.value,
    synthetic.interval?.low,
    synthetic.interval?.high,
    holdout?.value,
    ideal,
  ].filter((value): value is number => value !== undefined && Number.isFinite(value));
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const room = most > least ? (most - least) * 0.2 : Math.abs(most) * 0.2 || 0.1;
  return [Math.max(range[0], least - room), Math.min(range[1], most + room)].map(Number) as [number, number];
}

/** How far from its ideal a figure is, and the held-out rows' own: left is ideal. On a square-root scale. */
export function offsetPicture({ range, ideal, synthetic, holdout }: ScaledFigure): Markup | null {
  if (!Number.isFinite(synthetic.value)) return null;
  const off = (value: number) => Math.abs(value - ideal);
  const ends = [...range, synthetic.value, holdout?.value ?? ideal].filter(Number.isFinite);
  const whole = Math.max(...ends.map(off), Number.MIN_VALUE);
  const x = (value: number) => roundPixel(4 + Math.sqrt(off(value) / whole) * 68);
  return html`<svg class="offset" viewBox="0 0 76 12" aria-hidden="true">
    <path class="axis" d="M4,6H72" />
    ${
      holdout &&
      Number.isFinite(holdout.value) &&
      html`<path class="holdout" d="M${x(holdout.value)},1v10" />`
    }
    <circle class="dot" cx="${x(synthetic.value)}" cy="6" r="3.2" />
  </svg>`;
}
