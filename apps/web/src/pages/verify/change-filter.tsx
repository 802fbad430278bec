import { useMessages } from '../../messages/messages.tsx';
import { Choices } from '../../ui/choices.tsx';
import { CHANGE_FILTERS, type ChangeFilter } from './person-changes.ts';

interface ChangeFilterChoiceProps {
  filter: ChangeFilter;
  onChange: (filter: ChangeFilter) => void;
}

/** Which license IDs of a long difference are shown. */
export function ChangeFilterChoice({ filter, onChange }: ChangeFilterChoiceProps) {
  const { t } = useMessages();
  return (
    <Choices
      isCompact
      label={t('verify.filter')}
      value={filter}
      onChange={onChange}
      options={CHANGE_FILTERS.map((id) => ({ id, label: t(`verify.filter.${id}`) }))}
    />
  );
}
