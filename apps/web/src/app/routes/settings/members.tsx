// Route /settings/members: who works here, and who is invited.
import { InvitationsCard } from '../../../features/members/components/invitations-card.tsx';
import { InviteDialog } from '../../../features/members/components/invite-dialog.tsx';
import { MembersCard } from '../../../features/members/components/members-card.tsx';
import { useMay, useUser } from '../../../lib/session.ts';
import { SettingsPage } from '../../settings-page.tsx';

export function Component() {
  const user = useUser();
  const mayManage = useMay('organizations:manage');
  return (
    <SettingsPage
      title="Members"
      lead={`Who works for ${user.organization_name}, and as what.`}
      actions={mayManage && <InviteDialog />}
    >
      <MembersCard ownId={user.user_id} mayManage={mayManage} />
      {mayManage && <InvitationsCard />}
    </SettingsPage>
  );
}
