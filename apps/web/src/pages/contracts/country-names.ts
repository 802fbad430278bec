import { useMemo } from 'react';
import { useMessages } from '../../messages/messages.tsx';

/** Names countries (ISO 3166-1 alpha-2) in the person's language; a code that is none stays as it is. */
export function useCountryNames(): (code: string) => string {
  const { locale } = useMessages();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    return (code) => names.of(code) ?? code;
  }, [locale]);
}
