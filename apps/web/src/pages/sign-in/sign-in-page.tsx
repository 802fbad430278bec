import type { PublisherView } from '@muniment/contract/publisher.ts';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { publisherQuery } from '../../api/publisher.ts';
import { signInStart } from '../../app/server-pages.ts';
import { forgetSignedOutNote, readSignedOutNote } from '../../app/sign-out.ts';
import { BarePage } from '../../frame/bare-page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import styles from './sign-in-page.module.css';
import { WorkEmail } from './work-email.tsx';

/** What the server sends people back with, and the sign-in page says in their words. */
const PROBLEMS = [
  'sign-in-failed',
  'sign-in-expired',
  'no-verified-email',
  'provider-unavailable',
  'too-many-requests',
] as const;
type Problem = (typeof PROBLEMS)[number];

/** Where everybody starts who is not signed in, and where signing out ends. */
export default function SignInPage() {
  const { t } = useMessages();
  const { data: publisher } = useQuery(publisherQuery);
  const search = useSearch({ from: '/sign-in' });
  const [signedOut] = useState(readSignedOutNote);
  useEffect(forgetSignedOutNote, []);

  const returnTo = search.returnTo ?? signedOut?.returnTo;
  const problem = problemOf(search.problem);
  const isToRegister = returnTo?.startsWith('/register/') ?? false;
  return (
    <BarePage title={t(isToRegister ? 'signIn.toRegister.title' : 'page.signIn')}>
      {problem !== null ? (
        <MessageBar tone="danger" title={t(`signIn.problem.${problem}`)}>
          {t(`signIn.problem.${problem}.body`)}
        </MessageBar>
      ) : (
        signedOut !== null && (
          <MessageBar tone="info" title={t('signIn.signedOut')}>
            {isToRegister && t('signIn.signedOut.toRegister')}
          </MessageBar>
        )
      )}
      <p>{t(isToRegister ? 'signIn.toRegister.lead' : leadOf(publisher), { publisher: publisher?.name })}</p>
      {!isToRegister && returnTo !== undefined && signedOut === null && <p>{t('signIn.toPage')}</p>}
      {publisher?.workEmailFirst ? (
        <WorkEmail returnTo={returnTo} />
      ) : (
        <div className={styles.start}>
          <ButtonLink variant="primary" href={signInStart(returnTo)}>
            {t('page.signIn')}
          </ButtonLink>
        </div>
      )}
      <p className={styles.note}>{t(publisher?.demo ? 'signIn.demo' : 'signIn.account')}</p>
      {!isToRegister && <p className={styles.note}>{t('signIn.invited')}</p>}
    </BarePage>
  );
}

function leadOf(publisher: PublisherView | undefined) {
  return publisher === undefined ? 'signIn.lead.neutral' : 'signIn.lead';
}

/** A problem that this console does not know yet is a sign-in that failed. */
function problemOf(code: string | undefined): Problem | null {
  if (code === undefined) return null;
  return PROBLEMS.find((problem) => problem === code) ?? 'sign-in-failed';
}
