import { describe, expect, it } from 'vitest';
import { kMapSection } from '../../../src/evaluation/privacy/rare-combinations';
import { contextOf, measured } from '../make-context';
import { categories, tableOf } from '../make-tables';

const table = (...texts: string[]) =>
  tableOf(
    categories('city', texts),
    categories(
      'x',
      texts.map(() => 'x'),
    ),
  );
const many = (text: string, times: number) => Array.from({ length: times }, () => text);

describe('the k-map of rare combinations', () => {
  it('counts real people of rare combinations that the synthetic table holds, training and holdout rows apart', async () => {
    const { details, findings } = await measured(
      kMapSection,
      contextOf(
        {
          training: table(...many('common', 30), ...many('four', 3), 'one', 'two'),
          holdout: table(...many('common', 18), 'four', 'held'),
          synthetic: table(...many('common', 7), ...many('four', 2), 'one', 'new'),
        },
        { known: ['city'] },
      ),
    );
    expect(details?.attack).toEqual({ hits: 4, of: 5 });
    expect(details?.control).toEqual({ hits: 1, of: 2 });
    expect(details?.combinations).toEqual({ real: 4, synthetic: 2 });
    expect(details?.syntheticRows).toBe(3);
    expect(findings[0].synthetic.value).toBe(0.8);
    expect(findings[0].sentence).toBe(
      'Of the people whose combination of “city” fewer than 5 real rows hold, 80.0 % find it in the synthetic table; of such people who were not in the table, 50.0 %. 3 synthetic rows hold such a combination.',
    );
  });

  it('is good where no combination is rare', async () => {
    const same = table(...many('common', 40));
    const { findings } = await measured(
      kMapSection,
      contextOf({ training: same, holdout: same, synthetic: same }, { known: ['city'] }),
    );
    expect(findings[0].verdict).toBe('good');
  });
});
