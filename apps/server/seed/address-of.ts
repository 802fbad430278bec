const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  þ: 'th',
};

/** The address that a company gives to a person: `Søren D'Arcy Łuk` at `halden.example` → `soren.darcyluk@halden.example`. */
export function addressOf(name: string, domain: string, suffix = ''): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, (letter) => LETTERS[letter] ?? '')
    .replace(/[^a-z -]/g, '');
  const [first = '', ...rest] = plain.split(' ');
  return `${[first, rest.join('')].filter(Boolean).join('.')}${suffix}@${domain}`;
}
