// Everybody who works for the organization.
import type { MemberWire } from '@medspasync/schemas';
import { Badge, Button, Card, CardHeader, CardTitle, Skeleton } from '@medspasync/ui';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { countOf } from '../../../lib/counts.ts';
import { formatAgo } from '../../../lib/dates.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { useMembers } from '../../../lib/use-members.ts';
import { MemberDialog } from './member-dialog.tsx';

export interface MembersCardProps {
  ownId: string;
  mayManage: boolean;
}

export function MembersCard({ mayManage, ownId }: MembersCardProps) {
  const { data, error, isPending, refetch } = useMembers();
  const [openId, setOpenId] = useState<string>();
  const open = data?.find(({ user_id }) => user_id === openId);
  return (
    <Card aria-labelledby="members" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="members">{data ? countOf(data.length, 'member') : 'Members'}</CardTitle>
      </CardHeader>
      {error && !data && (
        <ProblemNotice error={error} onRetry={() => void refetch()} className="mx-5 mb-5 sm:mx-6" />
      )}
      {isPending && <Skeleton className="mx-5 mb-5 h-40 sm:mx-6" />}
      {data && (
        <ul className="divide-y divide-line border-line border-t">
          {data.map((member) => {
            const isSelf = member.user_id === ownId;
            return (
              <MemberRow
                key={member.user_id}
                member={member}
                isSelf={isSelf}
                // Nobody manages the own membership; the own password and sessions are under Security.
                onManage={mayManage && !isSelf ? () => setOpenId(member.user_id) : undefined}
              />
            );
          })}
        </ul>
      )}
      {open && <MemberDialog member={open} onClose={() => setOpenId(undefined)} />}
    </Card>
  );
}

interface MemberRowProps {
  member: MemberWire;
  isSelf: boolean;
  onManage: (() => void) | undefined;
}

function MemberRow({ isSelf, member, onManage }: MemberRowProps) {
  return (
    <li className="flex items-center justify-between gap-4 px-5 py-3.5 sm:px-6">
      <div className="grid min-w-0 gap-0.5 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {member.display_name}
          {isSelf && <span className="font-normal text-ink-faint">(you)</span>}
          <Badge className="capitalize">{member.role}</Badge>
          {member.is_disabled && <Badge tone="danger">Disabled</Badge>}
          {!member.patient_access && <Badge tone="warning">No patient access</Badge>}
          {member.has_second_factor && (
            <Badge tone="success">
              <ShieldCheck aria-hidden />
              Second factor
            </Badge>
          )}
        </p>
        <p className="truncate text-ink-faint">
          {member.email}
          {member.last_seen_at && ` · here ${formatAgo(member.last_seen_at, Date.now())}`}
        </p>
      </div>
      {onManage && (
        <Button size="sm" variant="secondary" aria-label={`Manage ${member.display_name}`} onClick={onManage}>
          Manage
        </Button>
      )}
    </li>
  );
}
