/** Texts of one language that some code needs: an area of the catalog, the strings of a library. */
interface Part {
  readonly language: string;
  readonly load: () => Promise<void>;
  /** null: not asked for yet, or the last try failed. */
  loading: Promise<void> | null;
}

const parts: Part[] = [];
let spoken: string | null = null;

/**
 * Registers texts that code of this build needs, to be loaded in the language that is spoken and in no other.
 *
 * The build writes the calls (see build/texts-with-their-pages.ts and build/only-shipped-languages.ts): one for each
 * language where a module is loaded that shows the texts.
 *
 * @param load Fetches the texts and puts them where they are looked up.
 * @public
 */
export function whenSpoken(language: string, load: () => Promise<void>): void {
  const part: Part = { language, load, loading: null };
  parts.push(part);
  // Begun at once, so that texts come beside the rest of the page. Who awaits them hears of a failure.
  if (language === spoken) loaded(part).catch(() => undefined);
}

/** Loads the texts of a language for all code that is there, and from now on for all code that comes. */
export async function speak(language: string): Promise<void> {
  spoken = language;
  await textsOf(language);
}

/**
 * Gives a module that was loaded on demand once its texts are there too. The build puts it around each `import()`.
 *
 * @throws Where texts could not be fetched; the next try fetches them again.
 * @public
 */
export async function withTexts<Module>(module: Module): Promise<Module> {
  if (spoken !== null) await textsOf(spoken);
  return module;
}

async function textsOf(language: string): Promise<void> {
  await Promise.all(parts.filter((part) => part.language === language).map(loaded));
}

function loaded(part: Part): Promise<void> {
  part.loading ??= part.load().catch((error: unknown) => {
    part.loading = null;
    throw error;
  });
  return part.loading;
}
