import type { Messages } from '../messages/messages.tsx';

/** How many e-mails go out, and when: "3 emails go out in 30 seconds." */
export function savedMails(count: number, seconds: number, { t }: Messages): string {
  return count === 0 ? t('undo.saved.noEmails') : t('undo.saved.emails', { count, seconds });
}
