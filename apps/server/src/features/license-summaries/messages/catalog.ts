import { createIntl, createIntlCache } from '@formatjs/intl';
import type { Language } from '@muniment/domain/languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

type MessageId = keyof typeof en;

const CATALOGS: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = { en, de, fr, ja };

const cache = createIntlCache();

/** The texts and formats of a summary's PDF. One that lacks a value throws: no document has a hole. */
export function summaryMessages(language: Language) {
  const intl = createIntl(
    {
      locale: language,
      messages: CATALOGS[language],
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
    formatNumber: (number: number): string => intl.formatNumber(number),
    /** @param day YYYY-MM-DD */
    formatDay: (day: string): string =>
      intl.formatDate(`${day}T00:00:00Z`, { day: 'numeric', month: 'long', year: 'numeric' }),
  };
}

export type SummaryMessages = ReturnType<typeof summaryMessages>;
