import type { AssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { Download } from 'lucide-react';
import { useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import styles from './activity.module.css';

type Progress = AssignmentChange['progress'][number];

const ROW_HEIGHT = 44;
/** What needs somebody first. */
const ORDER: readonly Progress['state'][] = ['failed', 'waiting', 'cancelled', 'done'];

/** What became of a change at other systems, person by person, with what failed to take away as CSV. @source M2 */
export function ChangeOutcome({ change }: { change: AssignmentChange }) {
  const messages = useMessages();
  const { t } = messages;
  const { number } = useOrganization();
  const { progress } = change;
  if (progress.length === 0) return null;
  const failed = progress.filter(({ state }) => state === 'failed').length;
  const waiting = progress.filter(({ state }) => state === 'waiting').length;
  const rows = ORDER.flatMap((state) => progress.filter((one) => one.state === state));
  const save = async () => {
    const { failedRowsAsCsv } = await import('./failed-rows.ts');
    const file = `${t('activity.progress.file')}-${number}-${change.at.slice(0, 10)}.csv`;
    saveFile(new Blob([failedRowsAsCsv(change)], { type: 'text/csv;charset=utf-8' }), file);
  };
  return (
    <Card
      title={t('activity.progress')}
      aside={
        failed > 0 && (
          <Button
            size="small"
            icon={<Download size={15} strokeWidth={1.5} aria-hidden />}
            onPress={() => void save()}
          >
            {t('activity.progress.csv')}
          </Button>
        )
      }
    >
      <CardBody>
        <p role="status" className={failed > 0 ? styles.failed : undefined}>
          {failed > 0
            ? t('activity.progress.failed', { failed, count: progress.length })
            : waiting > 0
              ? t('activity.progress.waiting', { count: waiting })
              : t('activity.progress.done', { count: progress.length })}
        </p>
        <VirtualList
          label={t('activity.progress')}
          items={rows}
          keyOf={({ vlUserId }) => vlUserId}
          estimatedHeight={ROW_HEIGHT}
        >
          {(one) => (
            <div className={styles.outcome}>
              <span className={styles.name}>{one.displayName}</span>
              <span className={one.state === 'failed' ? styles.failed : styles.quiet}>
                {stateOf(one, messages)}
                {one.state === 'failed' && one.reason && <span className={styles.why}>{one.reason}</span>}
              </span>
              {one.state === 'failed' && (
                <Link
                  href={paths.assignments(number, { user: one.vlUserId })}
                  aria-label={t('activity.progress.againOf', { name: one.displayName })}
                >
                  {t('activity.progress.again')}
                </Link>
              )}
            </div>
          )}
        </VirtualList>
      </CardBody>
    </Card>
  );
}

function stateOf({ state, waitingFor }: Progress, { t, formatList }: Messages): string {
  return t(`activity.progress.state.${state}`, { systems: formatList(waitingFor) });
}

function saveFile(blob: Blob, file: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  // The browser reads it after the click has been worked off.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
