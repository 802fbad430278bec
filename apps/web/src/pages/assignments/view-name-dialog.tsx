import type { SavedView } from '@muniment/contract/saved-views.ts';
import { useId, useState } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useChangeViews, viewProblem } from './own-views.ts';

const NAME_MAX = 200;

export interface ViewNameDialogProps {
  /** The view that gets another name; undefined for a new view. */
  renamed: SavedView | undefined;
  /** What a new view keeps. */
  search: SavedView['search'];
  onClose: () => void;
  onSaved: (view: SavedView) => void;
}

/** Asks for the name of a view, and saves it under that. */
export default function ViewNameDialog({ renamed, search, onClose, onSaved }: ViewNameDialogProps) {
  const messages = useMessages();
  const { t } = messages;
  const formId = useId();
  const [name, setName] = useState(renamed?.name ?? '');
  const [isMissing, setMissing] = useState(false);
  const { save, edit } = useChangeViews();
  const error = save.error ?? edit.error;
  const typed = name.trim();

  const submit = () => {
    if (typed === '') return setMissing(true);
    const onSuccess = (view: SavedView) => {
      showToast({
        tone: 'success',
        title: t(renamed === undefined ? 'views.saved' : 'views.renamed', { name: view.name }),
      });
      onSaved(view);
    };
    if (renamed === undefined) save.mutate({ name: typed, search }, { onSuccess });
    else edit.mutate({ id: renamed.id, name: typed }, { onSuccess });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={renamed === undefined ? t('views.save.title') : t('views.rename.title', { name: renamed.name })}
      footer={
        <>
          <Button variant="primary" type="submit" form={formId} isPending={save.isPending || edit.isPending}>
            {t(renamed === undefined ? 'views.save' : 'views.rename.confirm')}
          </Button>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={t('views.name')}
          description={t('views.name.hint')}
          value={name}
          onChange={(text) => {
            setName(text);
            setMissing(false);
          }}
          maxLength={NAME_MAX}
          autoFocus
          errorMessage={
            isMissing ? t('views.name.missing') : error === null ? null : viewProblem(error, messages)
          }
        />
      </form>
    </Dialog>
  );
}
