import { Search } from 'lucide-react';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { useMessages } from '../messages/messages.tsx';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import { FieldHints, FieldLabel, type FieldTexts } from './field-parts.tsx';
import { type Option, OptionsPopover } from './options.tsx';
import searchStyles from './search-field.module.css';

export interface ComboBoxProps<Id extends string> extends FieldTexts {
  /** What the server found for `inputValue`; nothing is filtered here. */
  options: readonly Option<Id>[];
  inputValue: string;
  onInputChange: (text: string) => void;
  /** An option was chosen. The text is the caller's to clear or keep. */
  onChoose: (id: Id) => void;
  placeholder?: string;
  isLoading?: boolean;
  /** Where nothing was found. */
  emptyText?: string;
}

/** A search whose results drop down below it, for adding one after the other: people, license IDs. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, hideLabel, description, errorMessage, options, inputValue, placeholder } = props;
  const { t } = useMessages();
  return (
    <AriaComboBox
      items={options}
      value={null}
      onChange={(key) => key !== null && props.onChoose(key as Id)}
      inputValue={inputValue}
      onInputChange={props.onInputChange}
      defaultFilter={() => true}
      allowsEmptyCollection={inputValue !== ''}
      menuTrigger="input"
      isInvalid={Boolean(errorMessage)}
      className={fieldStyles.field}
    >
      <FieldLabel label={label} hideLabel={hideLabel} />
      <div className={searchStyles.search}>
        <Search size={18} strokeWidth={1.5} aria-hidden className={searchStyles.icon} />
        <Input placeholder={placeholder} className={classNames(fieldStyles.input, searchStyles.input)} />
      </div>
      <FieldHints description={description} errorMessage={errorMessage} />
      <OptionsPopover options={options} emptyText={props.isLoading ? t('ui.loading') : props.emptyText} />
    </AriaComboBox>
  );
}
