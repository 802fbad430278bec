import { ChevronDown } from 'lucide-react';
import { type Messages, useMessages } from '../messages/messages.tsx';
import { ChoiceButton, ChoiceField } from './choice.tsx';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import type { FieldTexts } from './field-parts.tsx';
import type { Option } from './options.tsx';
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
  const { options, values, onChange, placeholder, ...field } = props;
  const { t, formatList } = useMessages();
  const names = options.filter(({ id }) => values.includes(id)).map((each) => each.shortLabel ?? each.label);
  return (
    <ChoiceField
      {...field}
      options={options}
      chosenIds={values}
      isMultiple
      onChoose={(ids) => onChange(ids as Id[])}
      className={classNames(fieldStyles.input, styles.trigger, field.errorMessage && styles.invalid)}
    >
      <span className={classNames(styles.value, names.length === 0 && styles.placeholder)}>
        {names.length === 0 ? (
          placeholder
        ) : (
          <>
            <span className={styles.full}>{formatList(names, 'unit')}</span>
            <span className={styles.compact}>{firstAndMore(names, t)}</span>
          </>
        )}
      </span>
      <ChevronDown size={18} strokeWidth={1.5} aria-hidden />
    </ChoiceField>
  );
}

export interface FilterSelectProps<Id extends string> {
  label: string;
  options: readonly Option<Id>[];
  values: readonly Id[];
  onChange: (values: Id[]) => void;
}

/** A filter of a list: a small button ("Status", "Status: 3") that opens check boxes and a way to clear them. */
export function FilterSelect<Id extends string>({ label, options, values, onChange }: FilterSelectProps<Id>) {
  const { t } = useMessages();
  return (
    <ChoiceButton
      label={label}
      options={options}
      chosenIds={values}
      isMultiple
      canClear
      onChoose={(ids) => onChange(ids as Id[])}
      className={classNames(styles.filter, values.length > 0 && styles.filterOn)}
    >
      {values.length === 0 ? label : t('ui.filter.count', { label, count: values.length })}
      <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
    </ChoiceButton>
  );
}

function firstAndMore(names: readonly string[], t: Messages['t']): string {
  const [first = '', ...others] = names;
  return others.length === 0 ? first : t('ui.firstAndMore', { first, count: others.length });
}
