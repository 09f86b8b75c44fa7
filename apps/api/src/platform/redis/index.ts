export { openRedis, type RedisClient } from './redis.ts';
