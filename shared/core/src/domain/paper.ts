// What became of a slip on paper (S2, S3). confirmed: the printer said so after the last byte; unknown: nobody answered, so
// there may be a paper or not (S4).
import { z } from 'zod';

export const paperSchema = z.enum(['confirmed', 'failed', 'unknown']);
export type Paper = z.infer<typeof paperSchema>;
