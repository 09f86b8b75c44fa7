// The views of a job's rows as tabs, each with its count.
import { Badge, Tab, TabList } from '@medspasync/ui';
import { formatCount } from '../../../lib/counts.ts';
import { countsOf, type Totals, VIEW_NAMES, VIEWS } from './views.ts';

export function ResultTabs(totals: Totals) {
  const counts = countsOf(totals);
  // Most files have none; a tab that is always empty would only be in the way.
  const names = VIEW_NAMES.filter((name) => name !== 'unreadable' || counts.unreadable > 0);
  return (
    <TabList aria-label="Results">
      {names.map((name) => (
        <Tab key={name} value={name}>
          {VIEWS[name].label}
          <Badge tone={name === 'review' && counts.review > 0 ? 'warning' : 'neutral'}>
            {formatCount(counts[name])}
          </Badge>
        </Tab>
      ))}
    </TabList>
  );
}
