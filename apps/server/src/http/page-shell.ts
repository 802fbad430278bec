/** Looks like the console, from which it takes its values, and stands alone: no file, no script, no font. */
const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f7f7f5; --surface: #fff; --line: #e3e3df; --text: #242424; --quiet: #5b5d5c;
  --brand-text: #07626a; --mark: #0a6e76; --mark-soft: #78afb4; --code: #f0f0ed;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #1f1f1f; --surface: #292929; --line: #525252; --text: #fff; --quiet: #b8bab9;
    --brand-text: #8ac1c7; --mark: #43919a; --mark-soft: #8ac1c7; --code: #1a1a1a;
  }
}
@media (forced-colors: active) {
  :root { --line: CanvasText; --brand-text: LinkText; --mark: CanvasText; --mark-soft: CanvasText; }
}
* { box-sizing: border-box; }
body {
  min-width: 320px; margin: 0; color: var(--text); background: var(--page);
  font: 0.9375rem/1.6 "Inter Variable", Inter, "Segoe UI", system-ui, -apple-system, sans-serif;
}
header {
  display: flex; flex-wrap: wrap; align-items: center; gap: 4px 24px; min-height: 52px; padding: 8px 32px;
  background: var(--surface); border-bottom: 1px solid var(--line);
}
header .brand { display: flex; align-items: center; gap: 10px; color: var(--text); font-weight: 600; text-decoration: none; }
header svg { width: 20px; height: 20px; flex: none; }
header nav { display: flex; flex-wrap: wrap; gap: 4px 20px; }
header nav a { padding: 4px 0; color: var(--text); text-decoration: none; }
header nav a:is(:hover, [aria-current]) { color: var(--brand-text); text-decoration: underline; text-underline-offset: 4px; }
main { max-width: 800px; margin: 0 auto; padding: 32px; overflow-wrap: anywhere; }
h1 { margin: 0 0 8px; font-size: 1.5rem; line-height: 1.33; letter-spacing: -0.012em; }
h2 { margin: 28px 0 4px; font-size: 1rem; }
.text :is(p, ul, ol) { margin: 0 0 12px; }
a { color: var(--brand-text); }
code, .text pre { font-family: ui-monospace, "Cascadia Mono", "SFMono-Regular", Menlo, monospace; font-size: 0.8125rem; }
.text code { padding: 1px 4px; border-radius: 4px; background: var(--code); }
.text pre { margin: 0 0 16px; padding: 12px 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); white-space: pre-wrap; }
.text pre code { padding: 0; background: none; }
.text .back { margin: 0 0 12px; font-size: 0.8125rem; }
.text .problems { margin: 0 0 24px; padding: 0; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); list-style: none; overflow: hidden; }
.problems li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 16px; padding: 10px 16px; }
.problems li + li { border-top: 1px solid var(--line); }
.text .problems code { padding: 0; background: none; color: var(--quiet); }
.problems span { grid-column: 2; grid-row: 1 / span 2; align-self: center; color: var(--quiet); font-variant-numeric: tabular-nums; }
:focus-visible { outline: 2px solid var(--brand-text); outline-offset: 2px; border-radius: 4px; }
@media (max-width: 719px) {
  header { padding: 8px 16px; }
  main { padding: 24px 16px; }
  h1 { font-size: 1.375rem; }
}
`;

/** The product's mark. */
const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" aria-hidden="true"><rect x="1" y="9" width="5" height="9" rx="1.5" fill="var(--mark, #0a6e76)"/><rect x="7.5" y="2" width="5" height="16" rx="1.5" fill="var(--mark, #0a6e76)"/><rect x="14" y="6" width="5" height="12" rx="1.5" fill="var(--mark-soft, #78afb4)"/></svg>`;

/**
 * A page for readers of the API, in the looks of the console.
 *
 * @param title As plain text; the heading stands in the body.
 * @param body HTML of ours: nothing that somebody typed.
 * @param head What the page needs besides.
 */
export function apiPage(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <title>${escapeHtml(title)} - Muniment API</title>
    <style>${STYLE}</style>
    ${head}
  </head>
  <body>
    <header>
      <a class="brand" href="/">${MARK}Volume licensing</a>
      <nav aria-label="API"><a href="/docs">API</a><a href="/docs/problems">Problems</a><a href="/openapi.json">OpenAPI 3.1</a></nav>
    </header>
    <main>${body}</main>
  </body>
</html>
`;
}

/** A text as it may stand in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
