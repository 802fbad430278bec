import { OperatorPage } from '../../operator/operator-page.tsx';

/** Feedback and support tickets, for the publisher's operator. @source F1, F2 */
export default function InboxPage() {
  return <OperatorPage place="inbox" />;
}
