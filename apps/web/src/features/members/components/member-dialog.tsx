// Another member: role, patient access, ways in, and whether still.
import { type ChangeMemberRequestWire, type MemberWire, type Role, RoleWire } from '@medspasync/schemas';
import { Button, Dialog, Field, Select, Switch, useToast } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { changeMember } from '../api/members.ts';
import { MemberSessions } from './member-sessions.tsx';
import { ResetLinks } from './reset-links.tsx';
import { ROLE_WORDS } from './role-words.ts';

export interface MemberDialogProps {
  member: MemberWire;
  onClose: () => void;
}

export function MemberDialog({ member, onClose }: MemberDialogProps) {
  const showToast = useToast();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (wanted: ChangeMemberRequestWire) => changeMember(member.user_id, wanted),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.members });
      showToast({ title: 'Saved', description: member.display_name, tone: 'success' });
    },
  });
  return (
    <Dialog open onClose={onClose} title={member.display_name} description={member.email}>
      <div className="grid gap-5">
        <Field label="Role" hint={`${ROLE_WORDS[member.role]}. A new role signs the member out.`}>
          {(control) => (
            <Select
              {...control}
              value={member.role}
              disabled={change.isPending}
              onChange={({ target }) => change.mutate({ role: target.value as Role })}
            >
              {RoleWire.options.map((role) => (
                <option key={role} value={role}>
                  {role.charAt(0).toUpperCase() + role.slice(1)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Switch
          label="Sees data of patients"
          checked={member.patient_access}
          onCheckedChange={(patient_access) => change.mutate({ patient_access })}
        />
        {change.isError && <ProblemNotice error={change.error} />}
        <MemberSessions userId={member.user_id} />
        <ResetLinks member={member} />
        <Button
          variant={member.is_disabled ? 'secondary' : 'danger'}
          className="justify-self-start"
          busy={change.isPending}
          onClick={() => change.mutate({ is_disabled: !member.is_disabled })}
        >
          {member.is_disabled ? 'Let in again' : 'Disable and sign out'}
        </Button>
      </div>
    </Dialog>
  );
}
