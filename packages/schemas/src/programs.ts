// Loyalty programs on the wire.
import * as z from 'zod';
import { PROGRAM_IDS } from './program-names.ts';

export const ProgramWire = z.enum(PROGRAM_IDS);
