import type { Block, Letter } from './letter.ts';
import type { SupportAnswer } from './mail-facts.ts';
import type { MailMessages } from './messages/catalog.ts';

/**
 * The body of a mail that brings the publisher's answer, and below it what was asked. Both are texts that people
 * typed: each of their lines is a paragraph.
 *
 * @source F2
 */
export function writeSupportAnswer(
  { reference, subject, question, answer }: SupportAnswer,
  publicUrl: string,
  { t }: MailMessages,
  names: { organization: string; publisher: string },
): Pick<Letter, 'preheader' | 'heading' | 'blocks' | 'footer'> {
  const asked =
    subject === null ? t('supportAnswer.feedback.asked') : t('supportAnswer.ticket.asked', { subject });
  return {
    preheader: t('supportAnswer.preheader', names),
    heading:
      reference === null
        ? t('supportAnswer.feedback.heading')
        : t('supportAnswer.ticket.heading', { reference }),
    blocks: [
      ...linesOf(answer).map((text): Block => ({ kind: 'paragraph', text })),
      {
        kind: 'button',
        label: t('supportAnswer.button'),
        lead: t('link.lead', { label: t('supportAnswer.button') }),
        url: `${publicUrl}/help`,
        instead: t('link.instead'),
      },
      ...(reference === null
        ? []
        : [{ kind: 'paragraph', text: t('supportAnswer.more', { reference }) } as const]),
      { kind: 'aside', heading: asked, paragraphs: linesOf(question) },
    ],
    footer: t('footer.answer', names),
  };
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
