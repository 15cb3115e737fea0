/**
 * Every way a script has of asking for something from elsewhere. These functions are sent to the page or worker
 * as text, so each stands alone. They answer for each way: `refused`, `absent` (there is no such way here),
 * `no answer`, or `got through`.
 */
type Outcome = 'refused' | 'absent' | 'no answer' | 'got through';
export type Outcomes = Record<string, Outcome>;

/** The ways that were neither refused nor absent. */
export function gotThrough(outcomes: Outcomes): string[] {
  return Object.keys(outcomes).filter((way) => outcomes[way] !== 'refused' && outcomes[way] !== 'absent');
}

/** Ways that page and worker share. `target` is an address that ends in a slash. */
export async function tryFromAnywhere(target: string): Promise<Outcomes> {
  const settle = (attempt: () => Promise<unknown>): Promise<Outcome> =>
    Promise.race([
      new Promise((resolve) => resolve(attempt())).then(
        () => 'got through' as const,
        () => 'refused' as const,
      ),
      new Promise<Outcome>((resolve) => setTimeout(() => resolve('no answer'), 3000)),
    ]);
  const opened = (thing: EventTarget, sign: string) =>
    new Promise((resolve, reject) => {
      thing.addEventListener(sign, resolve);
      thing.addEventListener('error', reject);
    });
  const request = () => {
    const asking = new XMLHttpRequest();
    asking.open('POST', `${target}xhr`);
    const answer = opened(asking, 'load');
    asking.send('something private');
    return answer;
  };
  const socket = () => opened(new WebSocket(`${target.replace('http', 'ws')}socket`), 'open');
  // It tells the refusal as its own error, which the worker around it hears.
  const nested = () => {
    const address = JSON.stringify(`${target}nested`);
    const text = `fetch(${address}, { mode: 'no-cors' }).then(() => postMessage(1), () => setTimeout(() => { throw 0; }))`;
    const within = new Worker(URL.createObjectURL(new Blob([text])));
    within.addEventListener('error', (event) => event.preventDefault());
    return opened(within, 'message').finally(() => within.terminate());
  };
  return {
    fetch: await settle(() => fetch(`${target}fetch`, { mode: 'no-cors' })),
    XMLHttpRequest: await settle(request),
    EventSource: await settle(() => opened(new EventSource(`${target}events`), 'open')),
    WebSocket: await settle(socket),
    WebTransport: await settle(() => new WebTransport(`${target.replace('http:', 'https:')}transport`).ready),
    'worker from an address': await settle(() => opened(new Worker(`${target}worker.js`), 'message')),
    'fetch in a worker within': await settle(nested),
    font: await settle(() => new FontFace('x', `url(${target}font.woff2)`).load()),
  };
}

/** Ways that only a page has. */
export async function tryFromPage(target: string): Promise<Outcomes> {
  const settle = (attempt: () => Promise<unknown>): Promise<Outcome> =>
    Promise.race([
      new Promise((resolve) => resolve(attempt())).then(
        () => 'got through' as const,
        () => 'refused' as const,
      ),
      new Promise<Outcome>((resolve) => setTimeout(() => resolve('no answer'), 3000)),
    ]);
  const loaded = (tag: string, attributes: Record<string, string>) =>
    new Promise((resolve, reject) => {
      const element = document.createElement(tag);
      element.addEventListener('load', resolve);
      element.addEventListener('error', reject);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
    });
  // Some ways give no sign of their own when they are refused: the browser's report of it does.
  const unreported = (act: () => void) =>
    new Promise((resolve, reject) => {
      document.addEventListener('securitypolicyviolation', reject, { once: true });
      act();
      setTimeout(resolve, 1000);
    });
  const submit = () => {
    const form = document.createElement('form');
    Object.assign(form, { action: `${target}form`, method: 'post' });
    document.body.append(form);
    form.submit();
  };
  const frame = () => {
    const element = document.createElement('iframe');
    element.src = `${target}frame.html`;
    document.body.append(element);
  };
  return {
    image: await settle(() => loaded('img', { src: `${target}image.png` })),
    script: await settle(() => loaded('script', { src: `${target}script.js` })),
    'module script': await settle(() => loaded('script', { src: `${target}module.js`, type: 'module' })),
    style: await settle(() => loaded('link', { rel: 'stylesheet', href: `${target}style.css` })),
    video: await settle(() => loaded('video', { src: `${target}video.mp4` })),
    object: await settle(() =>
      unreported(() => void loaded('object', { data: `${target}object` }).catch(() => 0)),
    ),
    frame: await settle(() => unreported(frame)),
    sendBeacon: await settle(() => unreported(() => navigator.sendBeacon(`${target}beacon`, 'private'))),
    'service worker': await settle(() => navigator.serviceWorker.register(`${target}service.js`)),
    form: await settle(() => unreported(submit)),
    'peer connection': 'RTCPeerConnection' in window ? 'got through' : 'absent',
  };
}

/** Ways that only a worker has. */
export function tryFromWorker(target: string): Outcomes {
  const scope = globalThis as unknown as { importScripts: (address: string) => void };
  try {
    scope.importScripts(`${target}imported.js`);
    return { importScripts: 'got through' };
  } catch {
    return { importScripts: 'refused' };
  }
}

/** `import()` as text, because test runners rewrite it. */
export function importAsText(target: string): string {
  const address = JSON.stringify(`${target}module-imported.js`);
  return `import(${address}).then(() => 'got through', () => 'refused')`;
}
