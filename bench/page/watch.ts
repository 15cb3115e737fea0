import { existsSync, readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';

/** Milliseconds of the longest task of the page's main thread between two looks; 0 where none took 50. */
export interface LongTasks {
  readonly longestSince: () => Promise<number>;
}

interface Watched {
  longestTask: number;
}

/** Begins to watch the page's main thread (Long Tasks API: tasks of 50 ms and more). */
export async function watchMainThread(page: Page): Promise<LongTasks> {
  await page.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    watched.longestTask = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        watched.longestTask = Math.max(watched.longestTask, duration);
      }
    });
    observer.observe({ type: 'longtask' });
  });
  return {
    longestSince: () =>
      page.evaluate(() => {
        const watched = globalThis as unknown as Watched;
        const longest = watched.longestTask;
        watched.longestTask = 0;
        return longest;
      }),
  };
}

const millisecondsBetweenSamples = 250;

/** Samples the JavaScript heap of the page itself (its workers have their own); ends with the highest sample, in bytes. */
export async function watchHeap(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  let highest = 0;
  const sample = async () => (highest = Math.max(highest, await heapBytes(session)));
  // A page that is just being closed answers no more: the samples until then stand.
  const timer = setInterval(() => void sample().catch(() => undefined), millisecondsBetweenSamples);
  return async () => {
    clearInterval(timer);
    return sample();
  };
}

async function heapBytes(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
}

/**
 * Peak memory in bytes of the largest of the browser's page processes, workers and WebAssembly included; null where the
 * system does not tell (anything but Linux).
 */
export async function peakProcessBytes(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => readPeak(`/proc/${id}/status`));
  const known = peaks.filter((peak) => peak !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

function readPeak(path: string): number | null {
  if (!existsSync(path)) return null;
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(path, 'utf8')) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
