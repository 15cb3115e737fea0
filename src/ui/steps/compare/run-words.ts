import { chosenMechanism } from '../../../engine/privacy/settings';
import type { Finding, Verdict } from '../../../evaluation/evidence';
import { formatMeasure } from '../../charts/format';
import { formatSeconds } from '../../components/plain-numbers';
import type { Run } from '../../state/kept-runs.svelte';
import { modelWords } from '../train/model-words';
import { writeTyped } from '../train/privacy-sentences';
import { privacyWords } from '../train/privacy-words';
import { trainWords } from '../train/words';
import { compareWords } from './words';

/** What a run is called: its preset, or its model where that is none; under differential privacy its ε and mechanism. */
export function nameRun({ settings }: Pick<Run, 'settings'>): string {
  const { privacy } = settings;
  if (privacy) {
    const { label } = privacyWords().mechanisms[chosenMechanism(privacy)];
    return `ε = ${writeTyped(privacy.epsilon)}, ${label}`;
  }
  return settings.model === 'autoregressive'
    ? trainWords().presets[settings.preset].label
    : modelWords()[settings.model].label;
}

export interface RunDifferences {
  /** Findings clearly better in the first run than in the second; the most telling first. */
  readonly better: readonly FindingPair[];
  readonly worse: readonly FindingPair[];
  /** Seconds of learning more than the second's. */
  readonly longer: number;
}

interface FindingPair {
  readonly own: Finding;
  readonly other: Finding;
}

/** What is clearly different between two runs: another verdict, or intervals that do not overlap. */
export function compareRuns(own: Run, other: Run): RunDifferences {
  const pairs = own.findings.flatMap((finding): FindingPair[] => {
    const match = other.findings.find(({ id }) => id === finding.id);
    return match && isClear(finding, match) ? [{ own: finding, other: match }] : [];
  });
  const telling = pairs.sort((a, b) => Math.abs(gainOf(b)) - Math.abs(gainOf(a)));
  return {
    better: telling.filter((pair) => gainOf(pair) > 0),
    worse: telling.filter((pair) => gainOf(pair) < 0),
    longer: own.seconds - other.seconds,
  };
}

const ranks: Readonly<Record<Verdict, number>> = { good: 0, fair: 1, poor: 2, unmeasured: Number.NaN };
/** Where there is no interval, a part of the range that counts as a difference. */
const leastShare = 0.02;

function isClear(own: Finding, other: Finding): boolean {
  const { value: a, interval: own95 } = own.synthetic;
  const { value: b, interval: other95 } = other.synthetic;
  if (!Number.isFinite(a) || !Number.isFinite(b) || a === b) return false;
  if (Math.abs(ranks[own.verdict] - ranks[other.verdict]) >= 1) return true;
  if (own95 && other95) return own95.low > other95.high || own95.high < other95.low;
  const [low, high] = own.range;
  return Math.abs(a - b) > leastShare * (Number.isFinite(high - low) ? high - low : Math.abs(b));
}

/** How much nearer to the ideal: verdicts first, then as a part of the other's distance to the ideal. */
function gainOf({ own, other }: FindingPair): number {
  const away = ({ synthetic, ideal, better }: Finding) => {
    if (Number.isFinite(ideal)) return Math.abs(synthetic.value - ideal);
    return better === 'higher' ? -synthetic.value : synthetic.value;
  };
  const steps = ranks[other.verdict] - ranks[own.verdict];
  const nearer = (away(other) - away(own)) / (Math.max(Math.abs(away(other)), Math.abs(away(own))) || 1);
  return (Number.isFinite(steps) ? 2 * steps : 0) + nearer;
}

const mostNamed = 3;

/** `Better: Utility gap 0.012 instead of 0.019; 40 s longer.` or that nothing is clearly different. */
export function describeDifferences({ better, worse, longer }: RunDifferences): string {
  const words = compareWords().runs;
  const time = formatSeconds(Math.abs(longer));
  const parts = [
    ...(better.length > 0 ? [words.better(namePairs(better))] : []),
    ...(worse.length > 0 ? [words.worse(namePairs(worse))] : []),
    ...(better.length + worse.length === 0 ? [words.alike] : []),
    ...(Math.abs(longer) < 1 ? [] : [longer > 0 ? words.longer(time) : words.shorter(time)]),
  ];
  const text = parts.join('; ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function namePairs(pairs: readonly FindingPair[]): string {
  const words = compareWords().runs;
  const named = pairs
    .slice(0, mostNamed)
    .map(({ own, other }) =>
      words.instead(own.name, formatMeasure(own.synthetic.value), formatMeasure(other.synthetic.value)),
    );
  const more = pairs.length > mostNamed ? [words.more(pairs.length - mostNamed)] : [];
  return [...named, ...more].join(', ');
}
