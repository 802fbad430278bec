import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';

/** Starts the Chromium of this machine without a window; works as root and in containers. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Waits for whatever moves and comes to an end. A text, since the tests know no document. */
const TRANSITIONS_END = `Promise.all(
  document.getAnimations()
    .filter((animation) => animation.effect.getComputedTiming().endTime !== Infinity)
    .map((animation) => animation.finished.catch(() => {}))
).then(() => null)`;

/**
 * What axe finds wrong with a page as it stands, one line each; empty where it is clean. Target size (WCAG
 * 2.5.8) is checked too.
 *
 * @param onlyRules Where only these may have changed since the last look: colours in another theme, say.
 */
export async function accessibilityViolations(page: Page, onlyRules?: string[]): Promise<string[]> {
  // Half-way through a transition a colour is neither the one before nor the one after.
  await page.evaluate(TRANSITIONS_END);
  const axe = new AxeBuilder({ page })
    // React Aria says "working" by an image that is named after the spinner, and the spinner goes first.
    .exclude('[data-live-announcer]')
    // Without a second page for the frames of others, which there are none of: half the time.
    .setLegacyMode()
    .options(
      onlyRules === undefined
        ? { rules: { 'target-size': { enabled: true } } }
        : { runOnly: { type: 'rule', values: onlyRules } },
    );
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => {
    const found = nodes.map((node) => node.html).filter((html) => !isDescribedOption(id, html));
    return found.length === 0 ? [] : [`${id}: ${found.join(' | ')}`];
  });
}

/** The second line of an option is its description, not a part of its label (WCAG 2.5.3), which axe cannot tell. */
function isDescribedOption(rule: string, html: string): boolean {
  return rule === 'label-content-name-mismatch' && /role="option"[^>]*aria-describedby=/.test(html);
}

/** Collects what the page complains of: errors, and refusals of the content security policy. */
export function watchForErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}
