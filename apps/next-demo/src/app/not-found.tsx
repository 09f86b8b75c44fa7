// For an address that leads nowhere.
import type { Metadata } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import { Button } from '../components/primitives.ts';

export const metadata: Metadata = { title: 'Page not found' };

export default async function NotFound() {
  await connection();
  return (
    <section className="wrap flex grow flex-col items-start justify-center py-24">
      <p className="kicker">404</p>
      <h1 className="mt-5 text-hero">Nothing is kept here.</h1>
      <p className="mt-6 max-w-xl text-ink-soft text-lg">There is no page at this address.</p>
      <Button asChild size="lg" className="mt-9">
        <Link href="/">Back to the first page</Link>
      </Button>
    </section>
  );
}
