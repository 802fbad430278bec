import { ArrowDownToLine, ArrowUpFromLine, Columns3, ListChecks } from 'lucide-react';
import { useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { useMessages } from '../../messages/messages.tsx';
import buttonStyles from '../../ui/button.module.css';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ChoiceButton } from '../../ui/choice.tsx';
import { classNames } from '../../ui/class-names.ts';
import { PHONE, useMediaQuery } from '../../ui/use-media-query.ts';
import styles from './list-toolbar.module.css';
import { OPTIONAL_COLUMNS, type OptionalColumn } from './shown-columns.ts';
import { useExport } from './use-export.ts';
import type { People } from './use-people.ts';

export interface ListToolbarProps {
  view: People;
  hiddenColumns: readonly OptionalColumn[];
  onHideColumns: (columns: readonly OptionalColumn[]) => void;
  /** Begins to select, on phones; undefined where one does already. */
  onSelect: (() => void) | undefined;
}

const ICON = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;
const NAMES = {
  status: 'assignments.column.status',
  signInEmail: 'assignments.column.signInEmail',
  businessEmail: 'assignments.column.businessEmail',
  roles: 'assignments.column.roles',
} as const;

/** How many people the list shows, and what can be done with the list as a whole. */
export function ListToolbar({ view, hiddenColumns, onHideColumns, onSelect }: ListToolbarProps) {
  const { t } = useMessages();
  const { number } = useOrganization();
  const isPhone = useMediaQuery(PHONE);
  const { exportPeople, isExporting } = useExport();
  const { matching, total, isNarrowed, isSmall } = view;
  const isEmpty = matching === null || matching === 0;
  const isPast = view.at !== undefined;
  return (
    <div className={styles.bar}>
      <p role="status" className={styles.count}>
        {matching !== null &&
          (isNarrowed && total !== null
            ? t('assignments.count.of', { count: matching, total })
            : t('assignments.count', { count: matching }))}
      </p>
      <div className={styles.buttons}>
        {isPhone && !isEmpty && !isPast && onSelect && (
          <Button variant="quiet" icon={<ListChecks {...ICON} />} onPress={onSelect}>
            {t('toolbar.select')}
          </Button>
        )}
        {!isEmpty && (
          <Button
            variant="quiet"
            icon={<ArrowDownToLine {...ICON} />}
            isPending={isExporting}
            onPress={() => exportPeople({ query: view.query, count: matching })}
          >
            {t('list.export')}
          </Button>
        )}
        {!isSmall && !isPhone && (
          <>
            {!isPast && (
              <ButtonLink
                variant="quiet"
                href={paths.assign(number, { pane: 'csv' })}
                icon={<ArrowUpFromLine {...ICON} />}
              >
                {t('toolbar.import')}
              </ButtonLink>
            )}
            <ChoiceButton
              label={t('toolbar.columns')}
              isMultiple
              options={OPTIONAL_COLUMNS.map((id) => ({ id, label: t(NAMES[id]) }))}
              chosenIds={OPTIONAL_COLUMNS.filter((id) => !hiddenColumns.includes(id))}
              onChoose={(shown) => onHideColumns(OPTIONAL_COLUMNS.filter((id) => !shown.includes(id)))}
              className={classNames(buttonStyles.button, buttonStyles.quiet)}
            >
              <span className={buttonStyles.content}>
                <Columns3 {...ICON} />
                {t('toolbar.columns')}
              </span>
            </ChoiceButton>
          </>
        )}
      </div>
    </div>
  );
}
