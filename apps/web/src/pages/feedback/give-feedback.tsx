import { MessageSquareText } from 'lucide-react';
import { useShowPane } from '../../app/panes.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';

/** Opens the feedback form over the page that one is on; at the bottom right of every page. @source F1 */
export function GiveFeedback() {
  const { t } = useMessages();
  const show = useShowPane('feedback');
  return (
    <Button
      variant="quiet"
      size="small"
      icon={<MessageSquareText size={16} strokeWidth={1.5} aria-hidden />}
      onPress={() => show(true)}
    >
      {t('giveFeedback.button')}
    </Button>
  );
}
