// Features as switches. What is turned off is not offered to anybody here, and refused by the API.
import type { Feature, FeatureWire } from '@medspasync/schemas';
import { Button, Card, CardHeader, CardTitle, Skeleton, Switch } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { turnFeature, useFeatures } from '../api/features.ts';

const LABELS: Readonly<Record<Feature, string>> = {
  ai_reconciliation: 'Reconciliation',
  model_training: 'A model of your own',
};

export function FeaturesCard() {
  const queryClient = useQueryClient();
  const { data, error, isPending, refetch } = useFeatures();
  const turn = useMutation({
    mutationFn: ({ name, isOn }: { name: Feature; isOn: boolean | null }) => turnFeature(name, isOn),
    onSuccess: (features) => queryClient.setQueryData(queryKeys.features, features),
  });
  const problem = error ?? turn.error;
  return (
    <Card aria-labelledby="features" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="features">Features</CardTitle>
      </CardHeader>
      {problem && (
        <ProblemNotice error={problem} onRetry={() => void refetch()} className="mx-5 mb-5 sm:mx-6" />
      )}
      {isPending && <Skeleton className="mx-5 mb-5 h-20 sm:mx-6" />}
      {data && (
        <ul className="divide-y divide-line border-line border-t">
          {data.map((feature) => (
            <li
              key={feature.name}
              className="flex flex-wrap items-center justify-between gap-3 px-5 py-3.5 sm:px-6"
            >
              <div className="grid gap-0.5">
                <Switch
                  label={<span className="font-medium">{LABELS[feature.name]}</span>}
                  checked={feature.is_on}
                  onCheckedChange={(isOn) => turn.mutate({ name: feature.name, isOn })}
                />
                <p className="pl-[3.125rem] text-ink-faint text-sm">{feature.description}</p>
              </div>
              {feature.is_overridden && (
                <Button
                  size="sm"
                  variant="ghost"
                  aria-label={`Back to the default: ${LABELS[feature.name]}`}
                  onClick={() => turn.mutate({ name: feature.name, isOn: null })}
                >
                  Back to the default, {defaultWordOf(feature)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const defaultWordOf = ({ is_on_by_default }: FeatureWire): string => (is_on_by_default ? 'on' : 'off');
