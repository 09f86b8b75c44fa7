export { type Config, ConfigError, childEnvironment, configFrom, loadConfig } from './config.ts';
export { repositoryRoot } from './repository-root.ts';
