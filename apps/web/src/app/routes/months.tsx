// Route /months: months before their close, closed ones, and the write-offs that wait for a second person.
import { useOrganization } from '../../features/organizations/api/use-organization.ts';
import { CloseCard } from '../../features/periods/components/close-card.tsx';
import { PeriodsCard } from '../../features/periods/components/periods-card.tsx';
import { WriteOffsCard } from '../../features/periods/components/write-offs-card.tsx';
import { Page } from '../../lib/page.tsx';
import { useMay } from '../../lib/session.ts';

export function Component() {
  const { data: organization } = useOrganization();
  const mayClose = useMay('periods:close');
  const mayReopen = useMay('periods:reopen');
  const mayApprove = useMay('write-offs:approve');
  return (
    <Page
      title="Months"
      lead="When everything about a month is settled, close it: its books stay as they are."
    >
      <WriteOffsCard mayApprove={mayApprove} />
      <CloseCard locations={organization?.locations ?? []} mayClose={mayClose} />
      <PeriodsCard mayReopen={mayReopen} />
    </Page>
  );
}
