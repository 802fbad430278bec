/** Looks like the console, from which it takes its values, and stands alone: no file, no script, no font. */
export const DEMO_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f7f7f5; --surface: #fff; --hover: #f3f3f0; --line: #e3e3df; --edge: #616161;
  --text: #242424; --quiet: #5b5d5c; --brand: #0a6e76; --brand-hover: #085d64; --brand-text: #07626a;
  --mark-soft: #78afb4; --avatar: #ddf1f2; --avatar-text: #07626a;
  --note: #fff1dc; --note-line: #efcf9c; --note-text: #5c3000; --danger: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #1f1f1f; --surface: #292929; --hover: #333; --line: #525252; --edge: #adadad;
    --text: #fff; --quiet: #b8bab9; --brand: #07626a; --brand-hover: #0a757e; --brand-text: #8ac1c7;
    --mark-soft: #8ac1c7; --avatar: #0b2a2d; --avatar-text: #8ac1c7;
    --note: #3f2d13; --note-line: #6d5125; --note-text: #f5c07a; --danger: #f2b8b5;
  }
}
@media (forced-colors: active) {
  :root { --line: CanvasText; --edge: ButtonText; --brand-text: LinkText; }
}
* { box-sizing: border-box; margin: 0; }
body {
  min-width: 320px; color: var(--text); background: var(--page);
  font: 0.875rem/1.43 "Inter Variable", Inter, "Segoe UI", system-ui, -apple-system, sans-serif;
}
header {
  display: flex; align-items: center; gap: 10px; min-height: 52px; padding: 8px 32px;
  background: var(--surface); border-bottom: 1px solid var(--line); font-weight: 600;
}
header svg { width: 20px; height: 20px; flex: none; }
.mark { fill: var(--brand-text); } .mark-soft { fill: var(--mark-soft); }
main { max-width: 1024px; margin: 0 auto; padding: 32px; }
h1 { font-size: 1.5rem; line-height: 1.33; letter-spacing: -0.012em; }
h2 { font-size: 1rem; line-height: 1.375; }
.lead { margin-top: 4px; color: var(--quiet); }
.note {
  display: flex; gap: 12px; margin-top: 20px; padding: 12px 16px; border: 1px solid var(--note-line);
  border-radius: 8px; color: var(--note-text); background: var(--note);
}
.note svg { flex: none; width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.6; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 320px; gap: 24px; margin-top: 24px; align-items: start; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.people section + section { margin-top: 24px; }
.people h2 { margin-bottom: 10px; }
ul { padding: 0; list-style: none; }
li + li { border-top: 1px solid var(--line); }
.person {
  display: flex; align-items: center; gap: 14px; width: 100%; min-height: 64px; padding: 10px 16px;
  border: 0; color: inherit; background: none; font: inherit; text-align: start; cursor: pointer;
}
.person:hover { background: var(--hover); }
.person:focus-visible { outline-offset: -3px; border-radius: 12px; }
.avatar {
  display: grid; place-items: center; flex: none; width: 36px; height: 36px; border-radius: 50%;
  color: var(--avatar-text); background: var(--avatar); font-size: 0.75rem; font-weight: 600;
}
.words { flex: 1; min-width: 0; }
.words > span { display: block; overflow-wrap: anywhere; }
.name { font-weight: 600; }
.email { color: var(--quiet); font-size: 0.8125rem; }
.chevron { flex: none; width: 16px; height: 16px; fill: none; stroke: var(--quiet); stroke-width: 1.6; }
.someone { padding: 20px; position: sticky; top: 24px; }
.someone p { margin-top: 4px; color: var(--quiet); font-size: 0.8125rem; }
label { display: block; margin: 14px 0 4px; font-weight: 600; }
label small { color: var(--quiet); font-size: inherit; font-weight: 400; }
input {
  width: 100%; min-height: 36px; padding: 6px 10px; border: 1px solid var(--line);
  border-bottom-color: var(--edge); border-radius: 6px; color: inherit; background: var(--surface); font: inherit;
}
input[aria-invalid] { border-color: var(--danger); }
.someone .error { color: var(--danger); }
.primary {
  display: inline-block; min-height: 36px; margin-top: 18px; padding: 7px 16px; border: 0; border-radius: 6px;
  color: #fff; background: var(--brand); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer;
}
.primary:hover { background: var(--brand-hover); }
a { color: var(--brand-text); }
.leave { margin-top: 24px; }
.leave a { display: inline-block; padding: 4px 0; }
.jump { display: none; }
:focus-visible { outline: 2px solid var(--brand-text); outline-offset: 2px; }
@media (max-width: 719px) {
  header { padding: 8px 16px; }
  main { padding: 24px 16px; }
  h1 { font-size: 1.375rem; }
  .columns { grid-template-columns: minmax(0, 1fr); }
  .jump { display: inline-block; margin-top: 12px; padding: 4px 0; }
  .someone { position: static; }
  input, .primary { min-height: 44px; }
  .primary { width: 100%; text-align: center; padding-top: 11px; }
}
`;
