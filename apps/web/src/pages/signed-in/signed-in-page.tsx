import { useEffect } from 'react';
import { announceSignIn } from '../../app/session.ts';
import { BarePage } from '../../frame/bare-page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Link } from '../../ui/link.tsx';

/** Where the window ends in which somebody signed in again: the one that they came from goes on. */
export default function SignedInPage() {
  const { t } = useMessages();
  useEffect(() => {
    announceSignIn();
    // Browsers close only what a script has opened; else the page says what to do.
    window.close();
  }, []);
  return (
    <BarePage title={t('session.back')}>
      <p>{t('session.back.body')}</p>
      <p>
        <Link href="/">{t('session.back.home')}</Link>
      </p>
    </BarePage>
  );
}
