import { useMessages } from '../../messages/messages.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { pairCount } from './draft-gaps.ts';
import type { DraftHandle } from './use-draft.ts';

/** Discards the draft at once, says what was in it, and offers it back for as long as the toast is there. */
export function useDiscard(handle: DraftHandle): () => void {
  const { t } = useMessages();
  return () => {
    const { draft } = handle;
    handle.discard();
    showToast({
      tone: 'info',
      title: t('assign.draft.discarded'),
      message: t('assign.draft.discardedBody', {
        people: draft.people.length,
        pairs: pairCount(draft.people),
      }),
      action: { label: t('assign.draft.undo'), onAction: () => handle.restore(draft) },
    });
  };
}
