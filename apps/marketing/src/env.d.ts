// The variables that config.ts may read.
interface ImportMetaEnv {
  readonly PUBLIC_API_BASE_URL?: string;
  readonly PUBLIC_APP_URL?: string;
  readonly PUBLIC_SANDBOX_URL?: string;
  readonly PUBLIC_DEMO_URL?: string;
}
