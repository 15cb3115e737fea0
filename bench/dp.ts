import { parseArgs } from 'node:util';
import { embeddedMeans } from '../src/engine/backend/embedded-wasm';
import { prepareBackend } from '../src/engine/backend/prepare-backend';
import { auditAll } from './dp/audit';
import { compareSteps } from './dp/compare-steps';
import { likenessBought } from './dp/likeness-bought';
import { noiseSpeeds } from './dp/noise-speeds';

/**
 * `npm run bench dp [-- --rounds N --steps N --hidden N]`: what a private step costs beside a plain one of the same network
 * on as many rows, in time and memory, taking turns in one run; and how fast protective noise is drawn. The rows are
 * made up, in Adult's shape. Medians of the rounds.
 * `--audit` instead: how much privacy mechanisms are seen to lose, sound ones and some that are broken on purpose.
 * `--bought` instead: how like the real table made-up customers come out at some ε and sizes.
 */
export async function run(args: string[]): Promise<void> {
  const options = {
    rounds: { type: 'string', default: '7' },
    steps: { type: 'string', default: '20' },
    hidden: { type: 'string', default: '128' },
    audit: { type: 'boolean', default: false },
    bought: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args, options });
  await prepareBackend('wasm', embeddedMeans);
  if (values.audit) {
    console.log((await auditAll()).join('\n'));
    return;
  }
  if (values.bought) {
    console.log((await likenessBought()).join('\n'));
    return;
  }
  const [rounds, steps, hidden] = [values.rounds, values.steps, values.hidden].map(Number);
  console.log((await compareSteps({ rounds, steps, hidden })).join('\n'));
  console.log(noiseSpeeds().join('\n'));
}
