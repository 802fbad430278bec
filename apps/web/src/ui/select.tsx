import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import { FieldHints, FieldLabel, type FieldTexts } from './field-parts.tsx';
import { type Option, OptionsPopover } from './options.tsx';
import styles from './select.module.css';

export interface SelectProps<Id extends string> extends FieldTexts {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
  placeholder?: string;
  isDisabled?: boolean;
}

/** Chooses one of a short list. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, hideLabel, description, errorMessage, options, value, onChange, placeholder } = props;
  return (
    <AriaSelect
      value={value}
      onChange={(key) => key !== null && onChange(key as Id)}
      placeholder={placeholder}
      isDisabled={props.isDisabled}
      isInvalid={Boolean(errorMessage)}
      className={fieldStyles.field}
    >
      <FieldLabel label={label} hideLabel={hideLabel} />
      <Button className={classNames(fieldStyles.input, styles.trigger)}>
        <SelectValue className={styles.value}>
          {({ selectedText, isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <ChevronDown size={18} strokeWidth={1.5} aria-hidden />
      </Button>
      <FieldHints description={description} errorMessage={errorMessage} />
      <OptionsPopover options={options} />
    </AriaSelect>
  );
}
