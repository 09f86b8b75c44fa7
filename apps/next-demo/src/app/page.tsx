// What this page will be, and where the same work can be done today.
import { connection } from 'next/server';
import { BrowserPicture } from '../components/browser-picture.tsx';
import { Badge, Button } from '../components/primitives.ts';
import { APP_URL, CAN_RECONCILE, SANDBOX_URL } from '../config/env.ts';

const PLAN = [
  {
    title: 'You drop two files',
    text: 'Rewards and sales, as your portal and your point of sale exported them. The browser opens them from your disk.',
  },
  {
    title: 'The engine comes to them',
    text: 'The same matching model that the server runs is loaded into this page and works in a background thread.',
  },
  {
    title: 'You keep the answer',
    text: 'Matches, doubts and reasons appear here, and leave only as a file that you save. Close the tab and nothing remains.',
  },
];

export default async function Page() {
  // Each request has a nonce of its own, so the page is made when it is asked for.
  await connection();
  return (
    <>
      <section className="wrap grid items-center gap-x-16 gap-y-12 py-14 lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)] lg:py-20">
        <div>
          <Badge tone="accent">In the making</Badge>
          <h1 className="mt-5 text-hero">
            Your files stay <span className="text-accent-ink">on your side of the glass.</span>
          </h1>
          <p className="mt-6 max-w-[34rem] text-ink-soft text-lg leading-relaxed">
            This page will reconcile a month of loyalty rewards with a month of sales inside your browser. No
            account, no upload. It cannot do so yet.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            {CAN_RECONCILE && (
              <Button asChild size="lg">
                <a href={SANDBOX_URL}>Use the sandbox today</a>
              </Button>
            )}
            <Button asChild size="lg" variant="secondary">
              <a href={APP_URL}>Open the web app</a>
            </Button>
          </div>
        </div>
        <BrowserPicture />
      </section>

      <section aria-labelledby="plan-title" className="border-line border-t bg-surface">
        <div className="wrap grid gap-x-16 gap-y-10 py-16 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)] lg:py-24">
          <div>
            <h2 id="plan-title" className="text-[2.25rem] leading-[1.08] tracking-[-0.025em]">
              What will happen here
            </h2>
            <p className="mt-5 max-w-md text-ink-soft leading-relaxed">
              One thing already holds: the security policy of this page lets it speak to its own server and to
              the API that the badge above asks for its status. Your browser refuses every other address.
            </p>
          </div>
          <ol className="divide-y divide-line border-line border-y">
            {PLAN.map(({ title, text }, index) => (
              <li key={title} className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-4 py-6">
                <span
                  aria-hidden="true"
                  className="font-display text-4xl text-accent-ink leading-none tracking-tight"
                >
                  {index + 1}
                </span>
                <div>
                  <h3 className="font-semibold text-lg tracking-tight">{title}</h3>
                  <p className="mt-1.5 text-ink-soft leading-relaxed">{text}</p>
                </div>
              </li>
            ))}
          </ol>
        </div>
      </section>
    </>
  );
}
