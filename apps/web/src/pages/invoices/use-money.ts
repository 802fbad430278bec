import type { Money } from '@muniment/contract/invoices.ts';
import { useMemo } from 'react';
import { type Messages, useMessages } from '../../messages/messages.tsx';

/**
 * Writes amounts as the reader's region does. Amounts are decimals as text: no number in between rounds them, and a
 * price of less than a cent keeps its digits.
 */
export function moneyFormat({ locale }: Messages): (money: Money) => string {
  const formats = new Map<string, Intl.NumberFormat>();
  return ({ amount, currency }) => {
    const digits = amount.split('.')[1]?.replace(/0+$/, '').length ?? 0;
    const key = `${currency} ${digits}`;
    const format = formats.get(key) ?? formatOf(locale, currency, digits);
    formats.set(key, format);
    return format.format(amount as Intl.StringNumericLiteral);
  };
}

function formatOf(locale: string, currency: string, digits: number): Intl.NumberFormat {
  const usual = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const { maximumFractionDigits = 2 } = usual.resolvedOptions();
  if (digits <= maximumFractionDigits) return usual;
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: digits });
}

/** As {@link moneyFormat}, in a component. */
export function useMoney(): (money: Money) => string {
  const messages = useMessages();
  return useMemo(() => moneyFormat(messages), [messages]);
}
