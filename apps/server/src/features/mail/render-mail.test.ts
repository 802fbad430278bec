import { LANGUAGES, type Language } from '@muniment/domain/languages.ts';
import { ROLE_TABLE, ROLES } from '@muniment/domain/roles.ts';
import { expect, test } from 'vitest';
import type { Mail, MailContent, MailedOffer } from './mail-facts.ts';
import { mailSubject } from './mail-service.ts';
import { mailMessages } from './messages/catalog.ts';
import { en } from './messages/en.ts';
import { type MailSurroundings, renderMail } from './render-mail.ts';

const at = new Date('2026-06-03T12:00:00Z');
const link = 'https://licensing.northlight.example/register/AZcg4tUodJu0iSg8m8Jv8A';

const offer: MailedOffer = {
  state: 'open',
  generation: 1,
  expiresAt: new Date('2026-07-03T14:05:00Z'),
  kind: 'assignment',
  licenses: [
    {
      licenseId: '8810-2207',
      name: 'Enterprise enrolment',
      roles: [
        { role: 'administrator', startsAt: at, endsAt: null },
        {
          role: 'product-keys-reader',
          startsAt: new Date('2026-07-01T00:00:00Z'),
          endsAt: new Date('2026-12-31T23:59:00Z'),
        },
      ],
    },
  ],
};

const contents: MailContent[] = [
  { kind: 'invitation', invitationId: 'i', facts: { generation: 1 } },
  { kind: 'contact-invitation', invitationId: 'i', facts: { generation: 1 } },
  {
    kind: 'permission-change',
    facts: {
      licenses: [
        {
          licenseId: '8810-2207',
          name: 'Enterprise enrolment',
          added: ['administrator', 'benefits-reader'],
          removed: ['licensing-info-viewer'],
          rescheduled: [{ role: 'product-keys-reader', startsAt: '2026-06-03T00:00:00Z', endsAt: null }],
        },
      ],
    },
  },
  {
    kind: 'contact-registered',
    facts: {
      licenseId: '8810-2207',
      name: 'Enterprise enrolment',
      registeredAt: '2026-06-03T12:34:00Z',
    },
  },
];

function render(
  content: MailContent,
  change: { mail?: Partial<Mail>; offered?: MailedOffer; language?: Language } = {},
) {
  const mail = {
    organizationId: 'o',
    organizationNumber: '10001',
    organizationName: 'Alder & Finch',
    id: 'm',
    toName: 'Callum Mercer',
    toAddress: 'callum@alder-finch.example',
    language: change.language ?? 'en',
    subject: mailSubject(content.kind, 'Microsoft', null, change.language),
    state: 'held',
    attempts: 0,
    error: null,
    createdAt: at,
    sendAfter: at,
    stateAt: at,
    ...content,
    ...change.mail,
  } as Mail;
  const surroundings: MailSurroundings = {
    publisherName: 'Microsoft',
    publicUrl: 'https://licensing.northlight.example',
    invitation: {
      offer: change.offered ?? offer,
      link,
      signInEmail: 'c.mercer@alder-finch.example',
    },
    at,
  };
  return renderMail(mail, surroundings);
}

const [invitation, contactInvitation, permissionChange, contactRegistered] = contents as [
  MailContent,
  MailContent,
  MailContent,
  MailContent,
];

test.each(contents)(
  'the $kind mail names the organization and the license ID, in its text and in its HTML',
  (content) => {
    const { text, html } = render(content);
    expect(text).toContain('Alder & Finch');
    expect(html).toContain('Alder &amp; Finch');
    for (const part of [text, html]) {
      expect(part).toContain('8810-2207');
      expect(part).toContain('This is an automatic message');
      expect(part).not.toMatch(/undefined|\[object|\{\w+\}/);
    }
  },
);

test.each(contents)(
  'the HTML of the $kind mail fetches nothing, and is for phones and for the dark',
  (content) => {
    const { html } = render(content);
    expect(html).not.toMatch(/<img|<link|<script|url\(|src=/i);
    expect(html).toContain('<meta name="viewport"');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('max-width:600px');
  },
);

test.each(contents)('whatever is typed into names stays text in the $kind mail', (content) => {
  const evil = '"><img src=x onerror=alert(1)>\'&';
  const { html } = render(content, { mail: { toName: evil, organizationName: evil } });
  expect(html).not.toContain('<img');
  expect(html).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;');
});

test('an invitation carries its link twice in HTML and once in text, its expiry in UTC, and who may register (S5)', () => {
  const { text, html } = render(invitation);
  expect(html.split(link)).toHaveLength(4);
  expect(html).toContain(`<a class="button" href="${link}"`);
  expect(text.split(link)).toHaveLength(2);
  expect(text).toContain('July 3, 2026 at 14:05 UTC');
  expect(text).toContain('Sign in as c.mercer@alder-finch.example');
});

test('a role is shown with the beginning that is still ahead, and with its end', () => {
  const { text } = render(invitation);
  expect(text).toContain(
    'Roles: Administrator, Product keys reader (from July 1, 2026 at 00:00 UTC until December 31, 2026 at 23:59 UTC)',
  );
});

test('a contact invitation says that it may be forwarded, license ID by license ID, and until when (A3, A4)', () => {
  const { text } = render(contactInvitation);
  expect(text).toContain('Forward this message to them instead of registering.');
  expect(text).toContain('license ID by license ID');
  expect(text).toContain('Once you have registered, this invitation can no longer be forwarded.');
});

test('a permission change names the roles added, removed and rescheduled (S6)', () => {
  const { text } = render(permissionChange);
  expect(text).toContain('Added: Administrator, Benefits reader');
  expect(text).toContain('Removed: Licensing Info Viewer');
  expect(text).toContain('New dates: Product keys reader (from June 3, 2026 at 00:00 UTC, without an end)');
});

test('a contact is told that and when their invitation was registered, and whom to ask (A3)', () => {
  const { text } = render(contactRegistered);
  expect(text).toContain('registered on June 3, 2026 at 12:34 UTC');
  expect(text).toContain('turn to the partner that set the contract up');
});

test('four thousand license IDs are all in the mail, within a megabyte (S9)', () => {
  const licenses = Array.from({ length: 4_000 }, (_, index) => ({
    licenseId: `8810-${String(index).padStart(4, '0')}`,
    name: 'Enterprise enrolment, Western Europe',
    roles: [{ role: 'administrator', startsAt: at, endsAt: null } as const],
  }));
  const { text, html } = render(invitation, { offered: { ...offer, licenses } });
  for (const part of [text, html]) expect(new Set(part.match(/8810-\d{4}/g)).size).toBe(4_000);
  expect(html.length).toBeLessThan(1_000_000);
});

test('roles are called in English as everywhere else', () => {
  const { t } = mailMessages('en');
  expect(ROLES.map((role) => t(`role.${role}`))).toEqual(ROLES.map((role) => ROLE_TABLE[role].name));
});

test.each(LANGUAGES.filter((language) => language !== 'en'))(
  'in %s no line of any mail is English, and times are written as there',
  (language) => {
    const english = Object.values(en).filter((text) => text.split(' ').length > 3 && !text.includes('{'));
    for (const content of contents) {
      const { subject, text, html } = render(content, { language });
      expect(subject).not.toBe(mailSubject(content.kind, 'Microsoft'));
      for (const line of english) expect(text).not.toContain(line);
      expect(html).toContain(`<html lang="${language}">`);
      expect(text).not.toMatch(/undefined|\[object|\{\w+\}|June|July/);
    }
  },
);

test('a time and a list are written as the language has them', () => {
  expect(render(invitation, { language: 'de' }).text).toContain('3. Juli 2026 um 14:05 UTC');
  expect(render(invitation, { language: 'ja' }).text).toContain('2026年7月3日 14:05 UTC');
  expect(render(permissionChange, { language: 'ja' }).text).toContain('追加: 管理者、特典閲覧者');
  expect(render(permissionChange, { language: 'fr' }).text).toContain(
    'Ajouté\u202f: Administrateur et Lecteur',
  );
});
