import { useMemo } from 'react';
import { useMessages } from '../../messages/messages.tsx';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Sizes and languages of files in the words of the person's language. */
export function useFileTexts() {
  const { locale } = useMessages();
  return useMemo(() => {
    const languages = new Intl.DisplayNames([locale], { type: 'language' });
    return {
      /** In powers of a thousand, as browsers and disks count: "5.4 GB". */
      sizeText: (bytes: number): string => {
        let value = bytes;
        let place = 0;
        while (value >= 1_000 && place < UNITS.length - 1) {
          value /= 1_000;
          place += 1;
        }
        const unit = UNITS[place] ?? 'byte';
        return new Intl.NumberFormat(locale, {
          style: 'unit',
          unit,
          unitDisplay: unit === 'byte' ? 'long' : 'short',
          maximumFractionDigits: 1,
        }).format(value);
      },
      /** @param tag BCP 47; what the browser has no name for is given as it is. */
      languageName: (tag: string): string => {
        try {
          return languages.of(tag) ?? tag;
        } catch {
          return tag;
        }
      },
    };
  }, [locale]);
}
