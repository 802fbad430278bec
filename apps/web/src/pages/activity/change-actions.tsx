import type { AssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { UndoButton } from '../../changes/undo-button.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Link } from '../../ui/link.tsx';

/** The ways on from a change in a list: Undo where it can be undone, and its details. */
export function ChangeActions({ change }: { change: AssignmentChange }) {
  const { t, formatDateTime } = useMessages();
  const { number } = useOrganization();
  return (
    <>
      <UndoButton change={change} />
      <Link
        href={paths.change(number, change.id)}
        aria-label={t('activity.detailsOf', { date: formatDateTime(change.at) })}
      >
        {t('activity.details')}
      </Link>
    </>
  );
}
