import type { Page } from '@playwright/test';

/**
 * What a page shows or reads out: texts between tags, names, placeholders. Not what people or contracts are called,
 * which no catalog has.
 */
export function shownTexts(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.add(walker.currentNode.textContent.trim());
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) found.add((element.getAttribute(name) ?? '').trim());
    }
    found.add(document.title);
    found.delete('');
    return [...found];
  })()`);
}

/** Buttons, links that look like buttons, and cells whose words do not fit into them, by their words. */
export function clippedButtons(page: Page): Promise<string[]> {
  return page.evaluate(`(() => [...document.querySelectorAll('button, a[class*="button"], [role=gridcell], [role=columnheader]')]
    .filter((element) => element.offsetParent !== null && getComputedStyle(element).overflow !== 'visible')
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .filter((element) => getComputedStyle(element).textOverflow !== 'ellipsis')
    // A button that shows an icon has its words for screen readers alone, which need no room.
    .filter((element) => element.querySelector('button svg') === null)
    // An ellipsis within says so, and the whole is in a title or a pane.
    .filter((element) => ![...element.querySelectorAll('*')].some((each) => getComputedStyle(each).textOverflow === 'ellipsis'))
    .map((element) => element.textContent.trim()))()`);
}

/** Of what a page shows, what the English catalog says and the page's language says otherwise. */
export function englishAmong(
  shown: readonly string[],
  english: Readonly<Record<string, string>>,
  translated: Readonly<Record<string, string>>,
): string[] {
  const words = (text: string) => text.match(/\p{L}{2,}/gu)?.length ?? 0;
  const others = new Set(Object.values(translated));
  const patterns = Object.entries(english)
    // A plural is many texts; a text that is hardly more than a value matches anything.
    .filter(([id, text]) => !/\{\w+, /.test(text) && translated[id] !== text && words(literal(text)) > 0)
    .filter(([, text]) => !others.has(text))
    .map(([, text]) => patternOf(text));
  return shown.filter((text) => words(text) > 0 && patterns.some((pattern) => pattern.test(text)));
}

const VALUE = /\{\w+\}|<\/?\w+>/g;
const literal = (text: string) => text.replaceAll(VALUE, ' ');

function patternOf(text: string): RegExp {
  const parts = text.split(VALUE).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`, 'u');
}
