export { createLogger, type Logger, safeError } from './logger.ts';
