import { useParams } from '@tanstack/react-router';
import { SummaryList } from './summary-list.tsx';
import { SummaryResult } from './summary-result.tsx';

/** One's license summaries, or one of them: what stands in the address behind the page is its id. @source W4 */
export default function SummariesPage() {
  const { licenseId: summaryId }: { licenseId?: string } = useParams({ strict: false });
  return summaryId === undefined ? <SummaryList /> : <SummaryResult key={summaryId} summaryId={summaryId} />;
}
