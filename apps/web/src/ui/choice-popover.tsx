import type { RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { useMessages } from '../messages/messages.tsx';
import styles from './options.module.css';
import { type Option, OptionItem } from './options.tsx';
import selectStyles from './select.module.css';

export interface ChoicePopoverProps {
  triggerRef: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onClose: () => void;
  label: string;
  options: readonly Option[];
  chosenIds: readonly string[];
  isMultiple: boolean;
  onChoose: (ids: string[]) => void;
  /** Offers to choose nothing. */
  canClear: boolean;
  startsAt: 'first' | 'last';
}

/** The list that a choice opens. Loaded when one is first opened, so that no page waits for it. */
export default function ChoicePopover(props: ChoicePopoverProps) {
  const { isOpen, onClose, label, options, chosenIds, isMultiple, onChoose } = props;
  const { t } = useMessages();
  const isFresh = chosenIds.length === 0;
  return (
    <Popover
      triggerRef={props.triggerRef}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      offset={4}
      aria-label={label}
      className={styles.popover}
    >
      <ListBox
        aria-label={label}
        items={options}
        selectionMode={isMultiple ? 'multiple' : 'single'}
        disallowEmptySelection={!isMultiple}
        selectedKeys={chosenIds}
        onSelectionChange={(keys) => {
          const chosen = options.filter(({ id }) => keys === 'all' || keys.has(id));
          onChoose(chosen.map(({ id }) => id));
          if (!isMultiple) onClose();
        }}
        autoFocus={isFresh ? props.startsAt : true}
        shouldFocusWrap
        escapeKeyBehavior="none"
        className={styles.list}
        renderEmptyState={() => <div className={styles.empty}>{t('ui.noOptions')}</div>}
      >
        {(option) => <OptionItem option={option} mark={isMultiple ? 'box' : 'tick'} />}
      </ListBox>
      {props.canClear && (
        <div className={styles.footer}>
          <Button className={selectStyles.clear} isDisabled={isFresh} onPress={() => onChoose([])}>
            {t('ui.filter.clear')}
          </Button>
        </div>
      )}
    </Popover>
  );
}
