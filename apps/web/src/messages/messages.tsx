import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { FormattedMessage, IntlProvider, useIntl } from 'react-intl';
import type { MessageId } from './en.ts';
import { currentLanguage, onLanguageChange } from './language.ts';
import { relativeAmount } from './relative-time.ts';

const FALLBACK_LANGUAGE = 'en';

const plain = (chunks: unknown[]) => chunks.join('');
const bold = (chunks: ReactNode[]) => <b>{chunks}</b>;

/** Gives the texts of the language that is spoken now to what is within; another language is there at once. */
export function MessagesProvider({ children }: { children: ReactNode }) {
  const { locale, catalog } = useSyncExternalStore(onLanguageChange, currentLanguage);
  return (
    <I18nProvider locale={locale}>
      <IntlProvider locale={locale} defaultLocale={FALLBACK_LANGUAGE} messages={catalog}>
        {children}
      </IntlProvider>
    </I18nProvider>
  );
}

export type MessageValue = string | number | boolean | Date | null | undefined;

/**
 * The texts and formats of the person's language.
 *
 * `t(id, values)` is the text as a string. An id that the catalog lacks is a type error.
 */
export function useMessages() {
  const intl = useIntl();
  return useMemo(
    () => ({
      t: (id: MessageId, values?: Record<string, MessageValue>): string =>
        // Without values the text is given as it is. With them, tags are dropped: each chunk is given back.
        String(intl.formatMessage({ id }, values && { ...values, b: plain as never })),
      /** BCP 47, with the person's region where their browser says one. */
      locale: intl.locale,
      formatNumber: (value: number) => intl.formatNumber(value),
      /** A calendar date (`2026-12-31`) or an instant, as "31 Dec 2026". Calendar dates have no time zone. */
      formatDate: (value: string | Date) => {
        const isCalendarDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
        return intl.formatDate(value, {
          day: 'numeric',
          month: 'short',
          year: 'numeric',
          ...(isCalendarDate ? { timeZone: 'UTC' } : {}),
        });
      },
      formatDateTime: (value: string | Date) =>
        intl.formatDate(value, {
          day: 'numeric',
          month: 'short',
          year: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
        }),
      /** The time of day: "14:03", or "2:03 PM". */
      formatTime: (value: string | Date) => intl.formatTime(value),
      /** "5 minutes ago", "in 20 seconds", "yesterday"; from a week on the date. */
      formatRelative: (at: Date, now: Date): string => {
        const amount = relativeAmount(at, now);
        if (amount === null) return intl.formatDate(at, { day: 'numeric', month: 'short', year: 'numeric' });
        return intl.formatRelativeTime(amount.value, amount.unit, { numeric: 'auto' });
      },
      /** "a, b and c", or "a, b, c" where it only enumerates. */
      formatList: (names: readonly string[], type: 'conjunction' | 'unit' = 'conjunction') =>
        // Japanese joins units by spaces, which names have in them.
        intl.formatList(
          names,
          type === 'unit' && !intl.locale.startsWith('ja')
            ? { type: 'unit', style: 'short' }
            : { type: 'conjunction' },
        ),
      /** "a, b or c" */
      formatChoice: (names: readonly string[]) => intl.formatList(names, { type: 'disjunction' }),
      /** For `sort`: as people of the language look names up, numbers within them by their size. */
      compare: new Intl.Collator(intl.locale, { numeric: true }).compare,
    }),
    [intl],
  );
}

/** The texts as {@link useMessages} gives them, to hand to a function that is no component. */
export type Messages = ReturnType<typeof useMessages>;

/** A text with markup or components in it: `<b>` in the message is bold, `{name}` may be an element. */
export function Message({
  id,
  values,
}: {
  id: MessageId;
  values?: Record<string, ReactNode | MessageValue>;
}) {
  return <FormattedMessage id={id} values={{ ...values, b: bold as never } as Record<string, ReactNode>} />;
}
