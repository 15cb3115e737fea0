import type { RandomStream } from '../engine/random';
import { chance, pick } from './draw';

const openings = {
  good: [
    'Really happy with',
    'I was pleased by',
    'Five stars for',
    'No complaints about',
    'Loved',
    'Could not fault',
  ],
  fair: [
    'Nothing special about',
    'Mixed feelings about',
    'It was all right:',
    'I expected more from',
    'Fine, apart from',
  ],
  poor: [
    'Very disappointed by',
    'I gave up because of',
    'Someone should look at',
    'Not impressed by',
    'Twice now I had trouble with',
  ],
} as const;

const subjects = {
  Shop: [
    'the queue at the till',
    'the fitting rooms',
    'the staff on the ground floor',
    'the opening hours',
    'the new layout',
  ],
  Website: [
    'the search on the website',
    'the checkout page',
    'the photos of the shoes',
    'the delivery slot',
    'the parcel tracking',
  ],
  Phone: ['the person on the phone', 'the waiting music', 'the call-back', 'the way my question was handled'],
} as const;

const details = {
  good: [
    'quick and friendly',
    'it just worked',
    'exactly as described',
    'better than last year',
    'they even wrapped it as a gift',
  ],
  fair: [
    'slow but polite',
    'the price was higher than online',
    'size 42 was missing',
    'I had to ask twice',
    'it took 6 days',
  ],
  poor: [
    'nobody answered',
    'the box was open',
    'I waited 40 minutes',
    'they sent "large" instead of "medium"',
    'still no refund',
  ],
} as const;

const closings = {
  good: ['Will come again!', 'Thank you.', 'Keep it up.', 'My sister ordered too.'],
  fair: ['Maybe next time.', 'We will see.', 'Please restock.', 'OK overall.'],
  poor: ['Please call me back.', 'Never again.', 'I want my money back!', 'Sort it out, please.'],
} as const;

type Tone = keyof typeof openings;

/** A remark that fits the rating: one to three short sentences put together from phrases, as people write them. */
export function writeComment(
  random: RandomStream,
  satisfaction: number,
  channel: keyof typeof subjects,
): string {
  const tone: Tone = satisfaction >= 4 ? 'good' : satisfaction === 3 ? 'fair' : 'poor';
  const joint = pick(random, [', ', ' - ', '; ', '. ']);
  const opening = `${pick(random, openings[tone])} ${pick(random, subjects[channel])}`;
  const detail = pick(random, details[tone]);
  const told = joint === '. ' ? detail[0].toUpperCase() + detail.slice(1) : detail;
  const first = chance(random, 0.8) ? `${opening}${joint}${told}.` : `${opening}.`;
  const whole = chance(random, 0.55)
    ? `${first}${chance(random, 0.12) ? '\n' : ' '}${pick(random, closings[tone])}`
    : first;
  return chance(random, 0.12) ? whole.toLowerCase() : whole;
}
