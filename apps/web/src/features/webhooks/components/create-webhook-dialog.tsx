// A new address to be told at. Its secret, which verifies the signatures, is shown once.
import { type CreateWebhookRequestWire, type WebhookEvent, WebhookEventWire } from '@medspasync/schemas';
import { Button, CheckboxList, Field, Input } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { MakeDialog } from '../../../lib/make-dialog.tsx';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { createWebhook } from '../api/webhooks.ts';
import { EVENT_WORDS } from './event-words.ts';

interface Draft {
  url: string;
  description: string;
  events: WebhookEvent[];
}

const requestOf = ({ description, events, url }: Draft): CreateWebhookRequestWire => ({
  url: url.trim(),
  events,
  ...(description.trim() !== '' && { description }),
});

export function CreateWebhookDialog() {
  const queryClient = useQueryClient();
  const { register, handleSubmit, formState, reset } = useForm<Draft>({
    defaultValues: { url: '', description: '', events: [...WebhookEventWire.options] },
  });
  const create = useMutation({
    mutationFn: (draft: Draft) => createWebhook(requestOf(draft)),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.webhooks }),
  });
  const beginAnew = () => {
    reset();
    create.reset();
  };
  const { errors } = formState;
  return (
    <MakeDialog
      action="New webhook"
      icon={Plus}
      title="New webhook"
      made={
        create.data && {
          title: 'The webhook is made',
          words:
            'Copy its secret now: it is not shown again. Whoever receives a message verifies its signature with it.',
          label: 'the secret',
          secret: create.data.secret,
        }
      }
      onClosed={beginAnew}
    >
      <form
        noValidate
        aria-label="New webhook"
        className="grid gap-4"
        onSubmit={handleSubmit((draft) => create.mutate(draft))}
      >
        <Field label="Address" hint="https, and reachable from the internet." error={errors.url?.message}>
          {(control) => (
            <Input
              type="url"
              placeholder="https://"
              {...control}
              {...register('url', {
                validate: (url) =>
                  URL.canParse(url.trim()) || 'Enter an address such as https://example.com/hook.',
              })}
            />
          )}
        </Field>
        <Field label="What it is for" error={errors.description?.message}>
          {(control) => <Input {...control} {...register('description', { maxLength: 200 })} />}
        </Field>
        <CheckboxList
          legend="Tell when"
          options={WebhookEventWire.options.map((event) => ({ value: event, label: EVENT_WORDS[event] }))}
          control={register('events', {
            validate: (chosen) => chosen.length > 0 || 'Choose at least one.',
          })}
          error={errors.events?.message}
        />
        {create.isError && <ProblemNotice error={create.error} />}
        <Button type="submit" className="justify-self-start" busy={create.isPending}>
          Make the webhook
        </Button>
      </form>
    </MakeDialog>
  );
}
