import { useNavigate, useSearch } from '@tanstack/react-router';
import { type TabEntry, Tabs } from '../ui/tabs.tsx';

/** The parts of the details; which one shows stands in the address (`?tab=`), the first where it names none. */
export function DetailTabs({ label, tabs }: { label: string; tabs: readonly TabEntry[] }) {
  const { tab }: { tab?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [first] = tabs;
  const shown = tabs.find(({ id }) => id === tab) ?? first;
  return (
    <Tabs
      label={label}
      tabs={tabs}
      selectedId={shown?.id ?? ''}
      onSelect={(id) =>
        void navigate({
          to: '.',
          search: (before: object) => ({ ...before, tab: id === first?.id ? undefined : id }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}
