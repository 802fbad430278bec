/** What a mail says, before it becomes plain text or HTML: both are written from the same blocks. */
export interface Letter {
  /** BCP 47. */
  language: string;
  subject: string;
  /** What a list of mails shows beside the subject. */
  preheader: string;
  masthead: string;
  heading: string;
  greeting: string;
  blocks: Block[];
  footer: string;
}

export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  /** `lead` stands before the address where there are no buttons. */
  | { kind: 'button'; label: string; lead: string; url: string; instead: string }
  | { kind: 'licenses'; licenses: LicenseLines[] }
  | { kind: 'aside'; heading: string; paragraphs: string[] };

/** A license ID and what is said of it. */
export interface LicenseLines {
  licenseId: string;
  name: string;
  lines: { kind: 'plain' | 'added' | 'removed'; text: string }[];
}
