export { type Config, childEnvironment, configFrom, loadConfig } from './config.ts';
export { repositoryRoot } from './repository-root.ts';
