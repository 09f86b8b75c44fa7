// The page itself: the promise, the workbench, and how the promise is kept.
import { connection } from 'next/server';
import { BrowserPicture } from '../components/browser-picture.tsx';
import { Button, Callout } from '../components/primitives.ts';
import { Workbench } from '../components/workbench/workbench.tsx';
import { APP_URL, CAN_RECONCILE, SANDBOX_URL } from '../config/env.ts';

const HOW = [
  {
    title: 'You choose two files',
    text: 'Rewards and sales, as your portal and your point of sale exported them. The browser opens them from your disk; there is no upload.',
  },
  {
    title: 'The engine comes to them',
    text: 'The matching model that the server runs is loaded into this page, about 14 MB once, and works in a background thread.',
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
      <section className="wrap grid items-end gap-x-16 gap-y-5 pt-12 pb-9 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)] lg:pt-16">
        <h1 className="text-hero">
          Your files stay <span className="text-accent-ink">on your side of the glass.</span>
        </h1>
        <p className="max-w-[34rem] text-ink-soft text-lg leading-relaxed">
          Match a month of loyalty rewards with a month of sales, inside this page. No account, no upload:
          nothing from your files leaves the browser.
        </p>
      </section>

      <section aria-label="Reconcile two files" className="wrap pb-16 lg:pb-20">
        {CAN_RECONCILE ? (
          <Workbench />
        ) : (
          <Callout title="Reconciling is switched off here">
            <p>Whoever runs this site has turned it off for now.</p>
          </Callout>
        )}
      </section>

      <section aria-labelledby="how-title" className="border-line border-t bg-surface">
        <div className="wrap grid gap-x-16 gap-y-10 py-16 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)] lg:py-20">
          <div>
            <h2 id="how-title" className="text-[2.25rem] leading-[1.08] tracking-[-0.025em]">
              How nothing leaves
            </h2>
            <p className="mt-5 max-w-md text-ink-soft leading-relaxed">
              Your browser holds this page to it. The thread that reads your files may speak to the server of
              this page and to no other address, and it only fetches the engine from there. The status badge
              above asks the API whether it is up, and sends nothing along. Turn your network off once both
              files are read: the matching still runs.
            </p>
            <div className="mt-8 max-w-sm max-lg:hidden">
              <BrowserPicture />
            </div>
          </div>
          <div>
            <ol className="divide-y divide-line border-line border-y">
              {HOW.map(({ title, text }, index) => (
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
            <p className="mt-8 max-w-lg text-ink-soft leading-relaxed">
              Decisions by several people, Excel files and a history need the web app.
            </p>
            <div className="mt-4 flex flex-wrap gap-3">
              {CAN_RECONCILE && (
                <Button asChild variant="secondary">
                  <a href={SANDBOX_URL}>Look around the sandbox</a>
                </Button>
              )}
              <Button asChild variant="secondary">
                <a href={APP_URL}>Open the web app</a>
              </Button>
            </div>
          </div>
        </div>
      </section>
    </>
  );
}
