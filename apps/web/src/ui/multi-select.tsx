import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { useMessages } from '../messages/messages.tsx';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import { FieldHints, FieldLabel, type FieldTexts } from './field-parts.tsx';
import { type Option, OptionsPopover } from './options.tsx';
import styles from './select.module.css';

export interface MultiSelectProps<Id extends string> extends FieldTexts {
  options: readonly Option<Id>[];
  values: readonly Id[];
  /** The whole new choice, in the order of the options. */
  onChange: (values: Id[]) => void;
  /** What the closed control says when nothing is chosen ("No roles"). */
  placeholder: string;
  isDisabled?: boolean;
}

/**
 * Chooses several of a short list. Closed, it names them all ("Downloads, Keys reader"), by their short labels;
 * where it is narrow the first and a count ("Info viewer +1").
 */
export function MultiSelect<Id extends string>(props: MultiSelectProps<Id>) {
  const { label, hideLabel, description, errorMessage, options, values, onChange, placeholder } = props;
  const { t, formatList } = useMessages();
  const names = options.filter(({ id }) => values.includes(id)).map((each) => each.shortLabel ?? each.label);
  return (
    <AriaSelect
      selectionMode="multiple"
      value={values}
      onChange={(keys) => onChange(inOrder(options, keys))}
      isDisabled={props.isDisabled}
      isInvalid={Boolean(errorMessage)}
      className={fieldStyles.field}
    >
      <FieldLabel label={label} hideLabel={hideLabel} />
      <Button className={classNames(fieldStyles.input, styles.trigger)}>
        <SelectValue className={styles.value}>
          {names.length === 0 ? (
            placeholder
          ) : (
            <>
              <span className={styles.full}>{formatList(names, 'unit')}</span>
              <span className={styles.compact}>{firstAndMore(names, t)}</span>
            </>
          )}
        </SelectValue>
        <ChevronDown size={18} strokeWidth={1.5} aria-hidden />
      </Button>
      <FieldHints description={description} errorMessage={errorMessage} />
      <OptionsPopover options={options} isMultiple />
    </AriaSelect>
  );
}

export interface FilterSelectProps<Id extends string> {
  label: string;
  options: readonly Option<Id>[];
  values: readonly Id[];
  onChange: (values: Id[]) => void;
}

/** A filter of a list: a small button ("Status", "Status: 3"; named "Status Filter") that opens check boxes and a way to clear them. */
export function FilterSelect<Id extends string>({ label, options, values, onChange }: FilterSelectProps<Id>) {
  const { t } = useMessages();
  return (
    <AriaSelect
      aria-label={t('ui.filter')}
      selectionMode="multiple"
      value={values}
      onChange={(keys) => onChange(inOrder(options, keys))}
    >
      <Button className={classNames(styles.filter, values.length > 0 && styles.filterOn)}>
        <SelectValue>
          {values.length === 0 ? label : t('ui.filter.count', { label, count: values.length })}
        </SelectValue>
        <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
      </Button>
      <OptionsPopover
        options={options}
        isMultiple
        footer={
          <Button
            slot={null}
            className={styles.clear}
            isDisabled={values.length === 0}
            onPress={() => onChange([])}
          >
            {t('ui.filter.clear')}
          </Button>
        }
      />
    </AriaSelect>
  );
}

function firstAndMore(names: readonly string[], t: ReturnType<typeof useMessages>['t']): string {
  const [first = '', ...others] = names;
  return others.length === 0 ? first : t('ui.firstAndMore', { first, count: others.length });
}

function inOrder<Id extends string>(options: readonly Option<Id>[], keys: Iterable<string | number>): Id[] {
  const chosen = new Set<string | number>(keys);
  return options.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
}
