import { createIntl, createIntlCache } from '@formatjs/intl';
import type { Language } from '@muniment/domain/languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

export type MessageId = keyof typeof en;

/** English where a translation lacks a text; tests/architecture/translations.test.ts names it. */
const CATALOGS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en,
  de: { ...en, ...de },
  fr: { ...en, ...fr },
  ja: { ...en, ...ja },
};

const cache = createIntlCache();

/** The texts and formats of a language. A message that lacks one of its values throws: no mail leaves with a hole. */
export function mailMessages(language: Language) {
  const intl = createIntl(
    {
      locale: language,
      messages: CATALOGS[language],
      // Who reads a mail where is not known, so that its times name their zone.
      timeZone: 'UTC',
      onError: (error) => {
        throw error;
      },
    },
    cache,
  );
  return {
    language,
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
    // Japanese joins units by spaces, which names of roles have in them.
    formatList: (parts: readonly string[]): string =>
      intl.formatList(parts, { type: language === 'ja' ? 'conjunction' : 'unit' }),
  };
}

export type MailMessages = ReturnType<typeof mailMessages>;
