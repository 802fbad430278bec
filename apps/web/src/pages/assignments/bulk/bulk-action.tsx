import type { PeopleSelection } from '@muniment/contract/selections.ts';
import { useState } from 'react';
import type { BulkAct } from '../command-bar.tsx';
import { BulkSheet } from './bulk-sheet.tsx';
import { InvitationsDialog } from './invitations-dialog.tsx';

export interface BulkActionProps {
  act: BulkAct;
  people: PeopleSelection;
  /** How many they are. */
  count: number;
  onClose: () => void;
  /** It was done: nobody is selected any more. */
  onDone: () => void;
  onAct: (act: BulkAct) => void;
}

/** What changes many people at once. Loaded when it is first asked for. @source B8 */
export default function BulkAction({ act, onClose, onDone, onAct, ...selected }: BulkActionProps) {
  // Who was meant when it opened: the list may change meanwhile.
  const [{ people, count }, setMeant] = useState(selected);
  if (act === 'resend' || act === 'reset') {
    return (
      <InvitationsDialog
        key={act}
        again={act}
        people={people}
        count={count}
        onClose={onClose}
        onReset={(vlUserIds) => {
          setMeant({ people: { vlUserIds: [...vlUserIds] }, count: vlUserIds.length });
          onAct('reset');
        }}
      />
    );
  }
  return <BulkSheet act={act} people={people} count={count} onClose={onClose} onDone={onDone} />;
}
