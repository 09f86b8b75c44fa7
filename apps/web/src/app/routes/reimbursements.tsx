// Route /reimbursements: what manufacturers owe, have paid, and paid short.
import { PaymentsCard } from '../../features/reimbursements/components/payments-card.tsx';
import { RedemptionsCard } from '../../features/reimbursements/components/redemptions-card.tsx';
import { RemittanceDialog } from '../../features/reimbursements/components/remittance-dialog.tsx';
import { SettleButton } from '../../features/reimbursements/components/settle-button.tsx';
import { SummaryCard } from '../../features/reimbursements/components/summary-card.tsx';
import { Page } from '../../lib/page.tsx';
import { useMay } from '../../lib/session.ts';

export function Component() {
  const maySettle = useMay('reimbursements:settle');
  return (
    <Page
      title="Reimbursements"
      lead="Rewards become money when the manufacturer pays them back. Follow each until it has."
      actions={
        maySettle && (
          <>
            <SettleButton />
            <RemittanceDialog />
          </>
        )
      }
    >
      <SummaryCard />
      <PaymentsCard maySettle={maySettle} />
      <RedemptionsCard />
    </Page>
  );
}
