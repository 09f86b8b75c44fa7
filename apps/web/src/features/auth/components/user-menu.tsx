// Who is signed in, and the way out.
import type { SessionUserWire } from '@medspasync/schemas';
import { Button, Menu, MenuItem, MenuLabel, MenuSeparator, useToast } from '@medspasync/ui';
import { useMutation } from '@tanstack/react-query';
import { LogOut, Settings } from 'lucide-react';
import { Link } from 'react-router';
import { paths } from '../../../config/paths.ts';
import { api } from '../../../lib/api.ts';

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

export function UserMenu({ user }: { user: SessionUserWire }) {
  const showToast = useToast();
  const signOut = useMutation({
    mutationFn: () => api.session.signOut(),
    onError: (error) => showToast({ title: 'Not signed out', description: error.message, tone: 'danger' }),
  });
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          size="icon"
          aria-label={`Account of ${user.display_name}`}
          className="rounded-full bg-accent-soft text-accent-ink text-xs hover:bg-accent-soft hover:text-accent-ink"
        >
          {initialsOf(user.display_name)}
        </Button>
      }
    >
      <MenuLabel>
        <span className="block font-medium">{user.display_name}</span>
        <span className="block text-ink-faint">{user.email}</span>
        <span className="block text-ink-faint capitalize">{user.role}</span>
      </MenuLabel>
      <MenuSeparator />
      <MenuItem asChild>
        <Link to={paths.settings}>
          <Settings aria-hidden />
          Settings
        </Link>
      </MenuItem>
      <MenuItem onSelect={() => signOut.mutate()}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}
