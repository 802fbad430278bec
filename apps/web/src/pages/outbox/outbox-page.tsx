import { OperatorPage } from '../../operator/operator-page.tsx';

/** All mail of the instance, for the publisher's operator. */
export default function OutboxPage() {
  return <OperatorPage place="outbox" />;
}
