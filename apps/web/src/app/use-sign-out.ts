import { useMessages } from '../messages/messages.tsx';
import { showToast } from '../ui/toasts.tsx';
import { signOut } from './sign-out.ts';

/** Signs out, and says so where it is not known whether that came about. */
export function useSignOut(): () => void {
  const { t } = useMessages();
  return () => {
    signOut().catch(() =>
      showToast({
        tone: 'danger',
        title: t('frame.signOut.failed'),
        message: t('frame.signOut.failed.body'),
      }),
    );
  };
}
