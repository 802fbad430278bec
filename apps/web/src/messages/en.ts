import { frameMessages } from './en/frame.ts';
import { outboxMessages } from './en/outbox.ts';
import { pageMessages } from './en/pages.ts';
import { registerMessages } from './en/register.ts';
import { signInMessages } from './en/sign-in.ts';
import { tokensMessages } from './en/tokens.ts';
import { uiMessages } from './en/ui.ts';

/**
 * Every text of the console in English, as ICU messages by id. Each page keeps its own file in `en/` and is
 * added here; another language is one more object of the same ids.
 */
export const en = {
  ...uiMessages,
  ...frameMessages,
  ...pageMessages,
  ...signInMessages,
  ...registerMessages,
  ...tokensMessages,
  ...outboxMessages,
} as const;

export type MessageId = keyof typeof en;

/** A translation: the same ids, other texts. */
export type Catalog = Readonly<Record<MessageId, string>>;
