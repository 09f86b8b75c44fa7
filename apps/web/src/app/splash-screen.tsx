// The moment before it is known who is here.
import { Wordmark } from './wordmark.tsx';

export function SplashScreen() {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4">
      <h1>
        <Wordmark className="animate-pulse-soft" />
      </h1>
      <p role="status" className="text-ink-faint text-sm">
        Opening …
      </p>
    </main>
  );
}
