import type { SavedView } from '@muniment/contract/saved-views.ts';
import { BookmarkPlus, ChevronDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useChangeViews, viewProblem } from './own-views.ts';
import type { People } from './use-people.ts';
import { EVERYONE, isChanged, savedSearchOf, searchOfView } from './views.ts';

const ViewNameDialog = lazy(() => import('./view-name-dialog.tsx'));

export interface ViewMenuProps {
  view: People;
  /** The own view that is shown; undefined where a common one is. */
  shown: SavedView | undefined;
}

/** Saves what the list shows as a view of one's own; of one that is saved, changes, renames and deletes it. */
export function ViewMenu({ view, shown }: ViewMenuProps) {
  const messages = useMessages();
  const { t } = messages;
  const { address, show, isNarrowed } = view;
  const { save, edit, remove } = useChangeViews();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const search = savedSearchOf(address);

  const fail = (title: string) => (error: unknown) =>
    showToast({ tone: 'danger', title, message: viewProblem(error, messages) });
  const update = (own: SavedView) =>
    edit.mutate(
      { id: own.id, search },
      {
        onSuccess: () => showToast({ tone: 'success', title: t('views.updated', { name: own.name }) }),
        onError: fail(t('views.failed')),
      },
    );
  const restore = ({ name, search: kept }: SavedView) =>
    save.mutate(
      { name, search: kept },
      { onSuccess: (again) => show(searchOfView(again)), onError: fail(t('views.failed')) },
    );
  const deleteView = (own: SavedView) =>
    remove.mutate(own, {
      onSuccess: () => {
        show({ view: undefined }, 'replace');
        showToast({
          tone: 'success',
          title: t('views.deleted', { name: own.name }),
          action: { label: t('views.undo'), onAction: () => restore(own) },
        });
      },
      onError: fail(t('views.delete.failed')),
    });

  const entries: MenuEntry[] =
    shown === undefined
      ? []
      : [
          ...(isChanged(address, shown)
            ? [
                {
                  id: 'update',
                  label: t('views.update', { name: shown.name }),
                  onAction: () => update(shown),
                },
              ]
            : []),
          { id: 'save-as', label: t('views.saveAs'), onAction: () => setNaming('new') },
          { id: 'rename', label: t('views.rename'), onAction: () => setNaming('rename') },
          {
            id: 'delete',
            label: t('views.delete'),
            tone: 'danger' as const,
            onAction: () => deleteView(shown),
          },
        ];
  const canSave = isNarrowed || (address.sort !== undefined && address.view !== EVERYONE);
  return (
    <>
      {shown !== undefined ? (
        <Menu
          label={t('views.menuOf', { name: shown.name })}
          placement="bottom end"
          entries={entries}
          trigger={
            <Button variant="quiet" icon={<ChevronDown size={18} strokeWidth={1.5} aria-hidden />}>
              {t('views.menu')}
            </Button>
          }
        />
      ) : (
        canSave && (
          <Button
            variant="quiet"
            icon={<BookmarkPlus size={18} strokeWidth={1.5} aria-hidden />}
            onPress={() => setNaming('new')}
          >
            {t('views.save')}
          </Button>
        )
      )}
      {naming !== null && (
        <Suspense>
          <ViewNameDialog
            renamed={naming === 'rename' ? shown : undefined}
            search={search}
            onClose={() => setNaming(null)}
            onSaved={(saved) => {
              setNaming(null);
              if (naming === 'new') show(searchOfView(saved));
            }}
          />
        </Suspense>
      )}
    </>
  );
}
