// Route /settings/names: the alias book.
import { AddAliasDialog } from '../../../features/aliases/components/add-alias-dialog.tsx';
import { AliasesCard } from '../../../features/aliases/components/aliases-card.tsx';
import { useMay } from '../../../lib/session.ts';
import { SettingsPage } from '../../settings-page.tsx';

export function Component() {
  const mayManage = useMay('aliases:manage');
  return (
    <SettingsPage
      title="Names"
      lead="Names that belong together: maiden and married ones, short forms, members of a household. Runs that start from now on know them."
      actions={mayManage && <AddAliasDialog />}
    >
      <AliasesCard mayManage={mayManage} />
    </SettingsPage>
  );
}
