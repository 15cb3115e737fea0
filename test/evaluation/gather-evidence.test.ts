import { describe, expect, it } from 'vitest';
import { rememberFirst } from '../../src/evaluation/examiner';

describe('what sections share', () => {
  it('is made once, by whoever asks first, from chance that does not depend on who that is', async () => {
    const drawn = (once: ReturnType<typeof rememberFirst>) =>
      once('models', (random) => Promise.resolve([random('rows').uint32()]));
    const once = rememberFirst(5);
    const first = await drawn(once);
    expect(await drawn(once)).toBe(first);
    expect(await drawn(rememberFirst(5))).toEqual(first);
    expect(await drawn(rememberFirst(6))).not.toEqual(first);
  });
});
