import { createHash } from 'node:crypto';
import type { DemoPerson } from './demo-people.ts';
import { DEMO_STYLE } from './demo-provider-style.ts';
import type { demoTexts } from './demo-provider-texts.ts';

type PageTexts = ReturnType<typeof demoTexts>;

const STYLE_HASH = createHash('sha256').update(DEMO_STYLE).digest('base64');

/** Sent with every answer of the demo provider. Nothing may run or load; only the one style sheet is allowed. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export interface PickPage {
  readonly texts: PageTexts;
  /** Where the form goes. */
  readonly action: string;
  readonly publisherName: string;
  readonly people: readonly DemoPerson[];
  /** What was typed and is no e-mail address. */
  readonly typed?: { readonly email: string; readonly displayName: string };
}

/** The page on which a person of the demo is picked or typed in. It needs no script. */
export function pickPage({ texts, action, publisherName, people, typed }: PickPage): string {
  const byOrganization = Map.groupBy(people, (person) => person.organizationName);
  const groups = [...byOrganization].map(([name, members], index) => group(name, members, index)).join('');
  const error = typed === undefined ? '' : `<p class="error" id="email-error">${texts.emailWrong}</p>`;
  const invalid = typed === undefined ? '' : ' aria-invalid="true" aria-describedby="email-error" autofocus';
  return document(
    texts,
    typed === undefined ? texts.choose : texts.emailWrongTitle,
    `<header>${MARK}<span>${escapeHtml(texts.product(publisherName))}</span></header>
    <main>
      <h1>${texts.choose}</h1>
      <p class="lead">${texts.lead}</p>
      <div class="note">${WARNING}<p><strong>${texts.isDemo}</strong> ${texts.isDemoAbout}</p></div>
      <a class="jump" href="#someone">${texts.someoneElse}</a>
      <div class="columns">
        <form class="people" method="post" action="${escapeHtml(action)}">${groups}</form>
        <form class="someone card" id="someone" method="post" action="${escapeHtml(action)}" novalidate aria-labelledby="someone-title">
          <h2 id="someone-title">${texts.someoneElse}</h2>
          <p>${texts.someoneElseAbout}</p>
          <label for="email">${texts.email}</label>
          <input id="email" name="email" type="email" autocomplete="off" spellcheck="false" required maxlength="254"
            value="${escapeHtml(typed?.email ?? '')}"${invalid}>
          ${error}
          <label for="name">${texts.name} <small>${texts.optional}</small></label>
          <input id="name" name="name" autocomplete="off" maxlength="200" value="${escapeHtml(typed?.displayName ?? '')}">
          <button class="primary">${texts.signIn}</button>
        </form>
      </div>
      <p class="leave"><a href="/sign-in">${texts.leave}</a></p>
    </main>`,
  );
}

/** A page that says one thing and leads back to the start. Both texts are ours. */
export function noticePage(texts: PageTexts, title: string, text: string): string {
  return document(
    texts,
    title,
    `<header>${MARK}<span>${texts.demoSignIn}</span></header>
    <main><h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(text)}</p><a class="primary" href="/sign-in">${texts.back}</a></main>`,
  );
}

function group(name: string, members: readonly DemoPerson[], index: number): string {
  return `<section aria-labelledby="organization-${index}">
    <h2 id="organization-${index}">${escapeHtml(name)}</h2>
    <ul class="card">${members.map(personRow).join('')}</ul>
  </section>`;
}

function personRow(person: DemoPerson): string {
  return `<li><button class="person" name="subject" value="${escapeHtml(person.subject)}">
    <span class="avatar" aria-hidden="true">${escapeHtml(initials(person.displayName))}</span>
    <span class="words"><span class="name">${escapeHtml(person.displayName)}</span>
      <span class="email">${escapeHtml(person.email)}</span><span>${escapeHtml(person.about)}</span></span>
    ${CHEVRON}</button></li>`;
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

function document(texts: PageTexts, title: string, body: string): string {
  return `<!doctype html>
<html lang="${texts.language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${escapeHtml(title)} · ${texts.demoSignIn}</title>
    <style>${DEMO_STYLE}</style>
  </head>
  <body>${body}</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const MARK = `<svg viewBox="0 0 20 20" aria-hidden="true"><rect class="mark" x="1" y="9" width="5" height="9" rx="1.5"/><rect class="mark" x="7.5" y="2" width="5" height="16" rx="1.5"/><rect class="mark-soft" x="14" y="6" width="5" height="12" rx="1.5"/></svg>`;
const WARNING = `<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 3 2.5 16.5h15zM10 8.5v3.5M10 14.2v.3"/></svg>`;
const CHEVRON = `<svg class="chevron" viewBox="0 0 16 16" aria-hidden="true"><path d="m6 3 5 5-5 5"/></svg>`;
