import type { AssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { UndoButton } from '../../changes/undo-button.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Link } from '../../ui/link.tsx';

/** The ways on from a change in a list: its details, and Undo where it can be undone. */
export function ChangeActions({ change }: { change: AssignmentChange }) {
  const { t, formatDateTime } = useMessages();
  const { number } = useOrganization();
  return (
    <>
      <Link
        href={paths.change(number, change.id)}
        aria-label={t('activity.detailsOf', { date: formatDateTime(change.at) })}
        data-change-details
      >
        {t('activity.details')}
      </Link>
      <UndoButton change={change} />
    </>
  );
}
