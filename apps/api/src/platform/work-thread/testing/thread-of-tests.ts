import { serveSessions } from '../serve-sessions.ts';
import { DeskOfTests } from './desk-of-tests.ts';

serveSessions((over) => new DeskOfTests(over));
