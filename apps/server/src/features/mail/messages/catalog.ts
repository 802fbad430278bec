import { createIntl, createIntlCache } from '@formatjs/intl';
import { en } from './en.ts';

export type MessageId = keyof typeof en;

/** A translation: the same ids, other texts. */
export type Catalog = Readonly<Record<MessageId, string>>;

const CATALOGS = { en } satisfies Record<string, Catalog>;

/** A language that has a catalog. */
export type MailLocale = keyof typeof CATALOGS;

const cache = createIntlCache();

/** The texts and formats of a language. A message that lacks one of its values throws: no mail leaves with a hole. */
export function mailMessages(locale: MailLocale = 'en') {
  const intl = createIntl(
    {
      locale,
      messages: CATALOGS[locale],
      // Who reads a mail where is not known, so that its times name their zone.
      timeZone: 'UTC',
      onError: (error) => {
        throw error;
      },
    },
    cache,
  );
  return {
    locale,
    t: (id: MessageId, values?: Record<string, string | number>): string =>
      intl.formatMessage({ id }, values),
    /** "June 3, 2026 at 14:05 UTC" */
    formatInstant: (at: Date): string =>
      intl.formatDate(at, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'short',
      }),
    formatList: (parts: readonly string[]): string => intl.formatList(parts, { type: 'unit' }),
  };
}

export type MailMessages = ReturnType<typeof mailMessages>;
