import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLibrary } from '../../scripts/build-library';

const run = promisify(execFile);
let folder: string;

const program = `
import { loadModel, open, synthesize } from 'understudy';
const people = Array.from({ length: 200 }, (_, i) => ({ id: 'P' + (1000 + i * 7), age: 20 + ((i * 37) % 60), smokes: i % 3 === 0 }));
const table = await open(people, { columns: { age: { kind: 'decimal' } } });
const phases = new Set();
const model = await synthesize(table, { preset: 'fast', maxSeconds: 1, onProgress: ({ phase }) => phases.add(phase) });
const all = async (rows) => { const found = []; for await (const row of rows) found.push(row); return found; };
const asked = { rows: 40, seed: 3 };
const rows = await all(model.rows(asked));
const shared = async (workers) => {
  const learnt = await synthesize(people, { preset: 'fast', model: 'autoregressive', seed: 5, workers });
  const drawn = JSON.stringify(await all(learnt.rows({ ...asked, rows: 5000 })));
  learnt.dispose();
  return { workers: learnt.workers, drawn };
};
const [one, two, again] = [await shared(1), await shared(2), await shared(2)];
const loaded = await loadModel(await model.save());
const csv = (await all(loaded.file('csv', asked))).map((piece) => new TextDecoder().decode(piece)).join('');
console.log(JSON.stringify({
  columns: table.columns.map(({ name, kind }) => name + ' ' + kind),
  phases: [...phases],
  rows,
  lines: csv.trimEnd().split('\\r\\n').length,
  slice: await all(loaded.rows({ ...asked, slice: { from: 30, to: 40 } })),
  promise: loaded.promise,
  workers: [model.workers, loaded.workers, one.workers, two.workers, again.workers],
  sameWithSame: two.drawn === again.drawn,
  sameWithOther: one.drawn === two.drawn,
  none: await synthesize(people, { workers: 0 }).catch(({ name }) => name),
  findings: (await model.evaluate()).filter(({ verdict }) => verdict !== 'unmeasured').length,
  evaluated: await loaded.evaluate().catch(({ name }) => name),
  aborted: await synthesize(table, { signal: AbortSignal.abort(new Error('Enough.')) }).catch(({ message }) => message),
  damaged: await loadModel(new Uint8Array(99)).catch(({ name }) => name),
}));
`;

const consumer = `
import { type Finding, type Model, synthesize } from 'understudy';
const model: Model = await synthesize(new Uint8Array(), { preset: 'fast' });
export const findings: Finding[] = await model.evaluate();
export const names: string[] = model.columns.map(({ name }) => name);
// @ts-expect-error There is no such preset.
await synthesize(new Uint8Array(), { preset: 'slow' });
`;

const reading = `
import { open } from 'understudy';
const { columns } = await open(new Blob(['answer,age\\nyes,31\\nno,45\\n']));
console.log(columns.map(({ name, kind }) => name + ' ' + kind).join());
`;
const learning = `
import { synthesize } from 'understudy';
globalThis.synthesize = synthesize;
`;

/** Packed, and installed without a network into a folder of its own. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-library-'));
  const made = join(folder, 'made');
  const used = join(folder, 'used');
  await buildLibrary(made);
  await mkdir(used);
  await run('npm', ['pack', '--silent', '--pack-destination', used], { cwd: made });
  await writeFile(join(used, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
  const [archive] = (await readdir(used)).filter((name) => name.endsWith('.tgz'));
  const offline = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${archive}`];
  await run('npm', offline, { cwd: used });
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the package for programs', { timeout: 60_000 }, () => {
  it('learns, draws, compares, saves and loads in Node', async () => {
    await writeFile(join(folder, 'used/use.js'), program);
    const { stdout, stderr } = await run(process.execPath, ['use.js'], { cwd: join(folder, 'used') });
    const said = JSON.parse(stdout) as Record<string, unknown> & { rows: Record<string, unknown>[] };
    expect(stderr).toBe('');
    expect(said).toMatchObject({
      columns: ['id identifier', 'age decimal', 'smokes boolean'],
      phases: expect.arrayContaining(['encode', 'train', 'done']) as string[],
      lines: 41,
      slice: said.rows.slice(30),
      promise: expect.stringMatching(/^No formal guarantee/) as string,
      workers: [1, null, 1, 2, 2],
      sameWithSame: true,
      sameWithOther: false,
      none: 'RangeError',
      evaluated: 'UserError',
      aborted: 'Enough.',
      damaged: 'UserError',
    });
    expect(said.findings).toBeGreaterThan(10);
    expect(said.rows).toHaveLength(40);
    for (const { id, age, smokes } of said.rows) {
      expect(id).toMatch(/^P\d{4}$/);
      expect(typeof age).toBe('number');
      expect(typeof smokes).toBe('boolean');
    }
  });

  it('depends on nothing, and carries licences and a README', async () => {
    const installed = join(folder, 'used/node_modules');
    expect((await readdir(installed)).filter((name) => !name.startsWith('.'))).toEqual(['understudy']);
    const manifest = JSON.parse(await readFile(join(installed, 'understudy/package.json'), 'utf8')) as object;
    expect(manifest).not.toHaveProperty('dependencies');
    const files = await readdir(join(installed, 'understudy'));
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'THIRD-PARTY-LICENSES.txt']));
  });

  it('is typed, without types of others', async () => {
    const path = join(folder, 'used/consumer.ts');
    await writeFile(path, consumer);
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
      types: [],
    };
    const found = ts.getPreEmitDiagnostics(ts.createProgram([path], options));
    expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  });

  it('gives an app that only reads what reading takes, and other formats when they are met', async () => {
    const app = await bundle('reading', reading);
    expect(app.first).toBeLessThan(130e3);
    expect(app.all).toBeLessThan(700e3);
    expect(app.files.filter(({ code }) => code.includes('tfjs-backend-wasm'))).toEqual([]);
    const { stdout } = await run(process.execPath, [join(folder, 'used/reading/app.js')]);
    expect(stdout).toBe('answer boolean,age integer\n');
  });

  it('gives an app that learns TF.js when it learns', async () => {
    const app = await bundle('learning', learning);
    expect(app.first).toBeLessThan(130e3);
    expect(app.files.find(({ name }) => name === 'app.js')?.code).not.toContain('tfjs-backend-wasm');
    expect(app.files.filter(({ code }) => code.includes('tfjs-backend-wasm'))).not.toEqual([]);
  });
});

/** An app of one module as vite makes it: bytes of what is loaded at first, and of everything. */
async function bundle(name: string, code: string) {
  const root = join(folder, 'used');
  const input = join(root, `${name}.js`);
  await writeFile(input, code);
  const output = { entryFileNames: 'app.js', format: 'es' as const };
  const made = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir: name, target: 'es2022', modulePreload: false, rolldownOptions: { input, output } },
  })) as Rolldown.RolldownOutput;
  const chunks = made.output.filter((file) => file.type === 'chunk');
  const needed = new Set(['app.js']);
  for (const needs of needed) {
    for (const chunk of chunks)
      if (chunk.fileName === needs) chunk.imports.forEach((other) => needed.add(other));
  }
  const bytesOf = (counted: typeof chunks) =>
    counted.reduce((sum, one) => sum + Buffer.byteLength(one.code), 0);
  return {
    first: bytesOf(chunks.filter(({ fileName }) => needed.has(fileName))),
    all: bytesOf(chunks),
    files: chunks.map((one) => ({ name: one.fileName, code: one.code })),
  };
}
