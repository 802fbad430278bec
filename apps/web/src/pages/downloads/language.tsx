import { useFileTexts } from './use-file-texts.ts';

/** A language by its name in the person's own. */
export function Language({ tag }: { tag: string }) {
  return <>{useFileTexts().languageName(tag)}</>;
}
