import { afterEach, describe, expect, it } from 'vitest';
import { Gate } from '../../workers/gate';

describe('Gate', () => {
  const gates: Gate[] = [];
  const makeGate = () => {
    const gate = new Gate();
    gates.push(gate);
    return gate;
  };
  afterEach(() => gates.splice(0).forEach((gate) => gate.dispose()));

  it('lets everyone pass who asks at the same time', async () => {
    const gate = makeGate();
    await expect(Promise.all([gate.pass(), gate.pass(), gate.takeTurn()])).resolves.toHaveLength(3);
  });

  it('holds who passes while it is closed, but not who only takes a turn', async () => {
    const gate = makeGate();
    gate.close();
    let hasPassed = false;
    const passing = gate.pass().then(() => (hasPassed = true));
    await gate.takeTurn();
    await gate.takeTurn();
    expect(hasPassed).toBe(false);
    gate.open();
    await passing;
    expect(hasPassed).toBe(true);
  });

  it('has a clock that stands still while it is closed', async () => {
    const gate = makeGate();
    gate.close();
    const before = gate.now();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(gate.now()).toBe(before);
    gate.open();
    expect(gate.now() - before).toBeLessThan(20);
  });
});
