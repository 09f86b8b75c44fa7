// Route /settings/model: what the organization's model has learned, and which version is at work.
import { Callout } from '@medspasync/ui';
import { TrainCard } from '../../../features/models/components/train-card.tsx';
import { VersionsCard } from '../../../features/models/components/versions-card.tsx';
import { useFeature, useMay } from '../../../lib/session.ts';
import { SettingsPage } from '../../settings-page.tsx';

export function Component() {
  const mayTrain = useMay('models:train');
  const isOn = useFeature('model_training');
  return (
    <SettingsPage
      title="Model"
      lead="How sure the engine is of a pair comes from a model. It can learn what your own files look like."
    >
      {mayTrain && isOn && <TrainCard />}
      {!isOn && (
        <Callout title="Teaching is turned off">It is a feature of the organization’s settings.</Callout>
      )}
      <VersionsCard mayPromote={mayTrain} />
    </SettingsPage>
  );
}
