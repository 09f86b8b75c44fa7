// Ends the database server of this run and takes its files away.
export default async function globalTeardown() {
  await globalThis.stopTestServer();
  await globalThis.removeTestThreads();
}
