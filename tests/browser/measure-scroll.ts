import type { Page } from '@playwright/test';

/** What scrolling through a list costs. */
export interface ScrollCost {
  /** Rows that are loaded, in the document or not. */
  readonly rows: number;
  /** Elements in the document while it was scrolled, at most. */
  readonly nodes: number;
  /** Milliseconds from one frame to the next: the middle one, the 95th of 100, the longest. */
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  /** Milliseconds that the page's main thread works for a frame. Other processes do not make it longer. */
  readonly work: number;
}

/** So that a wheel turned hard is no match for it: some 14,000 pixels a second. */
const PIXELS_PER_FRAME = 240;
const FRAMES = 240;
const LOAD_TIMEOUT_MILLISECONDS = 120_000;

/**
 * Loads all of a list, then scrolls through it frame by frame, up and down.
 *
 * @param name The grid's name. It must scroll itself.
 * @param rows How many rows it has in the end.
 */
export async function measureScroll(page: Page, name: string, rows: number): Promise<ScrollCost> {
  const grid = `document.querySelector('[role="grid"][aria-label=${JSON.stringify(name)}]')`;
  const run = (code: string, options: object) =>
    page.evaluate(`(${code})(${grid}, ${JSON.stringify(options)})`) as Promise<
      Omit<ScrollCost, 'rows' | 'work'>
    >;
  await run(LOAD_ALL, { rows, timeout: LOAD_TIMEOUT_MILLISECONDS });
  const worked = await measureWork(page);
  const frames = await run(SCROLL, { frames: FRAMES, pixels: PIXELS_PER_FRAME });
  return { rows, ...frames, work: Math.round(((await worked()) / FRAMES) * 10) / 10 };
}

/** @returns Reads how many milliseconds the main thread has worked since. */
async function measureWork(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const before = await read();
  return async () => (await read()) - before;
}

// In the browser, whose names the tests do not know: as text.
const LOAD_ALL = `async (grid, { rows, timeout }) => {
  const until = performance.now() + timeout;
  const last = () => Math.max(0, ...[...grid.querySelectorAll('[data-index]')].map((row) => Number(row.dataset.index)));
  while (last() < rows - 1) {
    if (performance.now() > until) throw new Error('Only ' + (last() + 1) + ' rows came.');
    grid.scrollTop = grid.scrollHeight;
    await new Promise((next) => setTimeout(next, 20));
  }
}`;

const SCROLL = `async (grid, { frames, pixels }) => {
  grid.scrollTop = grid.scrollHeight / 2;
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  for (let warm = 0; warm < 10; warm++) await frame();
  const times = [];
  let nodes = 0;
  let before = await frame();
  for (let index = 0; index < frames; index++) {
    grid.scrollTop += index < frames / 2 ? pixels : -pixels;
    const now = await frame();
    times.push(now - before);
    before = now;
    if (index % 20 === 0) nodes = Math.max(nodes, document.querySelectorAll('*').length);
  }
  times.sort((a, b) => a - b);
  const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] * 10) / 10;
  return { nodes, p50: at(0.5), p95: at(0.95), longest: at(1) };
}`;
