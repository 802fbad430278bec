import { frameMessages } from './en/frame.ts';
import { pageMessages } from './en/pages.ts';
import { uiMessages } from './en/ui.ts';

/**
 * Every text of the console in English, as ICU messages by id. Each page keeps its own file in `en/` and is
 * added here; another language is one more object of the same ids.
 */
export const en = { ...uiMessages, ...frameMessages, ...pageMessages } as const;

export type MessageId = keyof typeof en;

/** A translation: the same ids, other texts. */
export type Catalog = Readonly<Record<MessageId, string>>;
