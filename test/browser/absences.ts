/** What browsers may lack, taken away from a real one, in the page and in all its workers. */
export type Absence =
  | 'WebGPU'
  | 'graphics card'
  | 'SharedArrayBuffer'
  | 'OPFS'
  | 'File System Access'
  | 'WebAssembly'
  | 'WebAssembly SIMD'
  | 'popovers'
  | 'local storage'
  | 'toSorted'
  | 'workers in workers'
  | 'more than 2 cores'
  | 'more than 4 GB';

/**
 * Takes them away, now. It runs in the page before anything else and goes on by itself into each worker, as a worker's text
 * is a Blob; sent as text, it stands alone.
 */
export function takeAway(absences: readonly Absence[]): void {
  const scope = globalThis as unknown as Record<string, object | undefined>;
  const remove = (owner: object | undefined, name: string) =>
    void (owner && Reflect.deleteProperty(owner, name));
  const say = (name: string, value: unknown) =>
    Object.defineProperty(navigator, name, { configurable: true, get: () => value });
  const proto = (name: string) => (scope[name] as { prototype: object } | undefined)?.prototype;
  const removals: Record<Absence, () => void> = {
    WebGPU: () => {
      remove(proto('Navigator'), 'gpu');
      remove(proto('WorkerNavigator'), 'gpu');
    },
    'graphics card': () => {
      const gpu = (navigator as { gpu?: { requestAdapter: unknown } }).gpu;
      const none = { value: () => Promise.resolve(null) };
      if (gpu) Object.defineProperty(Object.getPrototypeOf(gpu) as object, 'requestAdapter', none);
    },
    SharedArrayBuffer: () => remove(scope, 'SharedArrayBuffer'),
    OPFS: () => remove(proto('StorageManager'), 'getDirectory'),
    'File System Access': () => {
      for (const name of ['showSaveFilePicker', 'showOpenFilePicker', 'showDirectoryPicker'])
        remove(scope, name);
    },
    WebAssembly: () => remove(scope, 'WebAssembly'),
    'WebAssembly SIMD': () => {
      // All modules of this product have such instructions.
      const refuse = () => Promise.reject(new WebAssembly.CompileError('SIMD unsupported'));
      Object.assign(WebAssembly, { validate: () => false, compile: refuse, instantiate: refuse });
    },
    popovers: () => {
      for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover'])
        remove(proto('HTMLElement'), name);
    },
    'local storage': () =>
      Object.defineProperty(scope, 'localStorage', {
        get: () => {
          throw new DOMException('Denied', 'SecurityError');
        },
      }),
    toSorted: () => remove(Array.prototype, 'toSorted'),
    'workers in workers': () => {
      if ('document' in scope) return;
      // What the page's policy refuses, and says so later.
      const construct = (target: typeof Worker) => new target('data:text/javascript,');
      scope['Worker'] = new Proxy(Worker, { construct });
    },
    'more than 2 cores': () => void say('hardwareConcurrency', 2),
    'more than 4 GB': () => void say('deviceMemory', 4),
  };
  for (const absence of absences) removals[absence]();
  const before = `(${String(takeAway)})(${JSON.stringify(absences)});`;
  scope['Blob'] = new Proxy(Blob, {
    construct(target, [parts, options]: [BlobPart[], BlobPropertyBag?]) {
      const isScript = /^text\/javascript/.test(options?.type ?? '');
      return new target(isScript ? [before, ...parts] : parts, options);
    },
  });
}
