/** `npm run verify`: checks types and style and builds, all at once as they share nothing, then runs every test. */
import { spawn } from 'node:child_process';
import { root } from './bundle';

interface Ended {
  readonly name: string;
  readonly said: string;
  readonly status: number;
}

/** Runs one of package.json's scripts; what it says is kept together. */
function runScript(name: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', name], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ name, said, status: status ?? 1 }));
  });
}

const running = ['check', 'lint', 'build'].map(async (name) => {
  const ended = await runScript(name);
  console.log(ended.said);
  return ended;
});
const failed = (await Promise.all(running)).filter(({ status }) => status !== 0);
if (failed.length > 0) {
  console.error(`Not passed: ${failed.map(({ name }) => name).join(', ')}. No test was run.`);
  process.exitCode = 1;
} else {
  const tests = spawn('npm', ['run', 'test'], { cwd: root, stdio: 'inherit' });
  tests.on('close', (status) => (process.exitCode = status ?? 1));
}
