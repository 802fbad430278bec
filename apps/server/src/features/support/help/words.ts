/** Segments texts of languages that put no spaces between words, too. */
const segmenters = new Map<string, Intl.Segmenter>();

/** The words of a text, as they are compared: case, width and accents do not count. */
export function wordsOf(text: string, language: string): string[] {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return Array.from(segmenter.segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => comparable(segment));
}

/** Only marks on Latin letters: in Japanese they tell words apart. */
function comparable(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase();
}

/** Words that nearly every question holds and no answer depends on. Languages that are not listed have rare ones only. */
const COMMON: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'a an and are as at be been but by can could did do does for from get had has have how i if in is it its me my of on or our she he should so that the their them then there they this to us was we were what when where which will with would you your'.split(
      ' ',
    ),
  ),
  de: new Set(
    'aber als am an auf aus bei bin das dass dem den der des die ein eine einem einen einer er es fur hat habe ich ihr im in ist kann mein meine mit nach oder sein sich sie sind so um und uns von war was wenn wer wie wir wird wo zu zum zur'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'a au aux avec ce ces cette comment dans de des du elle en est et il ils j je l la le les leur ma mes mon nous ou par pas peut pour qu que qui s sa se ses son sont sur un une vous'.split(
      ' ',
    ),
  ),
};

export function isCommon(word: string, language: string): boolean {
  return COMMON[language]?.has(word) ?? false;
}
