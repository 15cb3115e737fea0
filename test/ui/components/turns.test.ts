import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeTurns } from '../../../src/ui/components/turns';

describe('turns', () => {
  let now = 0;
  let frames: (() => void)[] = [];
  const done: string[] = [];
  const take = makeTurns((turn) => turn());
  /** A turn that takes so many milliseconds. */
  const turn =
    (name: string, milliseconds = 1) =>
    () => {
      done.push(name);
      now += milliseconds;
    };
  function passFrame(): string[] {
    const due = frames;
    frames = [];
    done.length = 0;
    for (const frame of due) frame();
    return [...done];
  }

  beforeEach(() => {
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('come with the next frame, several of them where they are short, in the order asked for', () => {
    take(turn('a'));
    take(turn('b'));
    expect(frames).toHaveLength(1);
    expect(passFrame()).toEqual(['a', 'b']);
    expect(frames).toHaveLength(0);
  });

  it('are one a frame where they are long', () => {
    take(turn('a', 40));
    take(turn('b', 40));
    expect(passFrame()).toEqual(['a']);
    expect(passFrame()).toEqual(['b']);
  });

  it('have what they bring forth come right after them', () => {
    take(() => {
      turn('a')();
      take(turn('a1'));
      take(turn('a2'));
    });
    take(turn('b'));
    expect(passFrame()).toEqual(['a', 'a1', 'a2', 'b']);
  });

  it('can be given up', () => {
    const giveUp = take(turn('a'));
    take(turn('b'));
    giveUp();
    expect(passFrame()).toEqual(['b']);
  });

  it('go on after one that failed', () => {
    take(() => {
      throw new Error('broken');
    });
    take(turn('b'));
    expect(passFrame).toThrow('broken');
    expect(passFrame()).toEqual(['b']);
  });
});
