import type { Browser } from 'playwright-core';

/** An event of Chromium's trace (Trace Event Format): times in microseconds, `tdur` of the thread's own processor time. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly chrome_mojo_event_info?: { readonly mojo_interface_tag?: string };
  };
}

/** By which the driver's questions come, which look for elements on the page's thread. */
const driversDoor = 'blink.mojom.DevToolsSession';

/**
 * Milliseconds of processor time that the longest task took on the main thread of the pages of a browser while `walk` went on.
 * On a busy machine a task waits for its turn at the processor; its own time tells what it is itself.
 */
export async function longestProcessorTime(browser: Browser, walk: () => Promise<unknown>): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
  });
  await walk();
  const complete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve());
  });
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return longestTask(events);
}

function longestTask(events: readonly TraceEvent[]): number {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(events.filter(isMainThreadsName).map(threadOf));
  const own = events.filter((event) => main.has(threadOf(event)) && event.ph === 'X');
  const questions = own.filter(isFromDriver);
  const answers = (task: TraceEvent) =>
    questions.some(
      (question) =>
        threadOf(question) === threadOf(task) &&
        question.ts >= task.ts &&
        question.ts < task.ts + (task.dur ?? 0),
    );
  const tasks = own.filter(({ name }) => name.endsWith('RunTask')).sort((a, b) => timeOf(b) - timeOf(a));
  const longest = tasks.find((task) => !answers(task));
  if (!longest) throw new Error('The trace holds no task of a page.');
  return timeOf(longest) / 1000;
}

function isMainThreadsName({ name, args }: TraceEvent): boolean {
  return name === 'thread_name' && args.name === 'CrRendererMain';
}

function isFromDriver({ args }: TraceEvent): boolean {
  return args.chrome_mojo_event_info?.mojo_interface_tag === driversDoor;
}

function timeOf({ tdur = 0 }: TraceEvent): number {
  return tdur;
}
