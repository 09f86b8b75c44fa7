// Route /settings/programs: what the programs' terms say, from a day on.
import { RulesCard } from '../../../features/program-rules/components/rules-card.tsx';
import { useMay } from '../../../lib/session.ts';
import { SettingsPage } from '../../settings-page.tsx';

export function Component() {
  const mayManage = useMay('organizations:manage');
  return (
    <SettingsPage
      title="Programs"
      lead="Terms change, so each holds from a day on. They tell what is only expected, what is missing, and until when it can be claimed."
    >
      <RulesCard mayManage={mayManage} />
    </SettingsPage>
  );
}
